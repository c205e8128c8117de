//! The application against a server that is not quite what the examples of the collection show.

use std::time::Duration;

use task_board_example::server::{self, Behavior};
use task_board_example::{Application, Report};

const PASSWORD: &str = "analytical-engine";

async fn board(behavior: Behavior) -> String {
    server::start(behavior).await.expect("a free port")
}

fn patient() -> Behavior {
    Behavior { token_uses: 100, refusals: 0, delay: Duration::ZERO }
}

#[tokio::test]
async fn a_round_survives_expired_tokens_refusals_and_slow_responses() {
    let behavior = Behavior { token_uses: 2, refusals: 2, delay: Duration::from_millis(30) };
    let url = board(behavior).await;
    let mut application = Application::log_in(&url, "ada@example.org", PASSWORD).await.unwrap();
    let report = application.round("b-1").await.unwrap();
    let expected = Report {
        titles: (1..=5).map(|number| format!("Task {number}")).collect(),
        open: 5,
        attachment: b"two new bridges".to_vec(),
        exported: 5,
        events: 2,
    };
    assert_eq!(report, expected);
    assert!(application.log_ins() > 2, "{}", application.log_ins());
}

#[tokio::test]
async fn null_removes_a_date_and_other_members_stay() {
    let url = board(patient()).await;
    let mut application = Application::log_in(&url, "ada@example.org", PASSWORD).await.unwrap();
    let before = application.find("t-2").await.unwrap().expect("the task");
    assert!(before.due_date.is_some() && before.labels.is_empty());
    assert_eq!(before.status.as_deref(), Some("postponed"));
    let after = application.finish("t-2").await.unwrap();
    assert!(after.due_date.is_none());
    assert_eq!((after.status.as_deref(), after.title.as_deref()), (Some("done"), Some("Task 2")));
    assert_eq!(application.find("t-9").await.unwrap(), None);
}

#[tokio::test]
async fn a_wrong_password_is_an_error_that_shows_no_secret() {
    let url = board(patient()).await;
    let error = Application::log_in(&url, "ada@example.org", "guess-4711").await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert!(!format!("{error:?} {error}").contains("guess-4711"));
}
