//! Shows what is on a task board: `task-board-example URL EMAIL`, with the password in `TASK_BOARD_PASSWORD`.

use std::error::Error;

use task_board_example::Application;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(email)) = (arguments.next(), arguments.next()) else {
        return Err("usage: task-board-example URL EMAIL".into());
    };
    let password = std::env::var("TASK_BOARD_PASSWORD")?;
    let mut application = Application::log_in(&url, &email, &password).await?;
    for board in application.boards().await? {
        println!("{}", board.name.as_deref().unwrap_or("(no name)"));
        let Some(id) = &board.id else { continue };
        for task in application.tasks(id).await? {
            println!("  {}", task.title.as_deref().unwrap_or("(no title)"));
        }
    }
    Ok(())
}
