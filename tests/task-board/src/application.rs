//! The application: logs in, reads all pages of a board, changes tasks, and moves files.

use std::time::Duration;

use crate::task_board::attachments::upload_attachment::Metadata;
use crate::task_board::attachments::{DownloadAttachment, UploadAttachment};
use crate::task_board::boards::{BoardStatistics, ListBoards};
use crate::task_board::live::{ExportTasks, WatchBoard};
use crate::task_board::models::{Board, Task};
use crate::task_board::runtime::{Answer, CallOptions, StatusCode};
use crate::task_board::session::LogIn;
use crate::task_board::session::log_in::LogInBody;
use crate::task_board::tasks::update_task::UpdateTaskBody;
use crate::task_board::tasks::{GetTask, ListTasks, UpdateTask};
use crate::task_board::{Client, Endpoint, Error, EventStream, File, Paginate, TaskBoardApi};

/// What a round over a board found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The titles of all tasks.
    pub titles: Vec<String>,
    /// Tasks that are open.
    pub open: i64,
    /// The bytes of the attachment that was uploaded and downloaded again.
    pub attachment: Vec<u8>,
    /// The lines of the export.
    pub exported: usize,
    /// The events that were seen.
    pub events: usize,
}

/// A user at a task board. When the access token expires, it logs in again.
#[derive(Debug)]
pub struct Application {
    client: Client,
    url: String,
    email: String,
    password: String,
    log_ins: usize,
}

impl Application {
    /// Logs in.
    ///
    /// # Errors
    ///
    /// When the server cannot be reached or refuses the credentials.
    pub async fn log_in(url: &str, email: &str, password: &str) -> Result<Application, Error> {
        let client = logged_in(url, email, password).await?;
        let (url, email, password) = (url.to_owned(), email.to_owned(), password.to_owned());
        Ok(Application { client, url, email, password, log_ins: 1 })
    }

    /// How often it has logged in.
    pub fn log_ins(&self) -> usize {
        self.log_ins
    }

    /// All boards.
    ///
    /// # Errors
    ///
    /// As for every call.
    pub async fn boards(&mut self) -> Result<Vec<Board>, Error> {
        Ok(self.call(&ListBoards::new()).await?.boards)
    }

    /// All tasks of a board, whatever their number of pages.
    ///
    /// # Errors
    ///
    /// As for every call.
    pub async fn tasks(&mut self, board: &str) -> Result<Vec<Task>, Error> {
        let mut tasks = Vec::new();
        let mut page = Some(ListTasks::new(board).limit(2));
        while let Some(request) = page {
            let exchange = match request.exchange(&self.client).await {
                Err(error) if is_expired(&error) => {
                    self.log_in_again().await?;
                    request.exchange(&self.client).await?
                }
                other => other?,
            };
            page = request.next_page(&exchange);
            tasks.extend(exchange.into_body().data);
        }
        Ok(tasks)
    }

    /// Finishes a task: its due date is removed, which is not the same as leaving it alone.
    ///
    /// # Errors
    ///
    /// As for every call.
    pub async fn finish(&mut self, task: &str) -> Result<Task, Error> {
        let mut body = UpdateTaskBody::new().status("done");
        body.due_date = Some(None);
        self.call(&UpdateTask::new(task, body)).await
    }

    /// A task, or `None` where there is no such task.
    ///
    /// # Errors
    ///
    /// As for every call.
    pub async fn find(&mut self, task: &str) -> Result<Option<Task>, Error> {
        match self.call(&GetTask::new(task)).await {
            Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => Ok(None),
            other => other.map(Some),
        }
    }

    /// Uploads a file to a task, and gives what the server has of it.
    ///
    /// # Errors
    ///
    /// As for every call.
    pub async fn attach(&mut self, task: &str, text: &str) -> Result<Vec<u8>, Error> {
        let upload = UploadAttachment::new(task)
            .metadata(Metadata::new().caption("Plan"))
            .file(File::bytes("plan.txt", text.to_owned()));
        let attachment = self.call(&upload).await?;
        let id = attachment.id.unwrap_or_default();
        let file = self.call(&DownloadAttachment::new(id)).await?;
        Ok(file.bytes().to_vec())
    }

    /// Goes over a board once.
    ///
    /// # Errors
    ///
    /// As for every call.
    pub async fn round(&mut self, board: &str) -> Result<Report, Error> {
        let tasks = self.tasks(board).await?;
        let titles = tasks.iter().filter_map(|task| task.title.clone()).collect();
        let statistics = self.call(&BoardStatistics::new(board)).await?;
        let first = tasks.iter().find_map(|task| task.id.clone()).unwrap_or_default();
        let attachment = self.attach(&first, "two new bridges").await?;
        let exported = count(self.call(&ExportTasks::new(board)).await?).await?;
        let events = count(self.call(&WatchBoard::new(board)).await?).await?;
        Ok(Report {
            titles,
            open: statistics.open.unwrap_or_default(),
            attachment,
            exported,
            events,
        })
    }

    /// Sends a request, once more after a new log-in where the token has expired.
    async fn call<E: Endpoint<Api = TaskBoardApi>>(
        &mut self,
        endpoint: &E,
    ) -> Result<E::Output, Error> {
        match endpoint.send(&self.client).await {
            Err(error) if is_expired(&error) => {
                self.log_in_again().await?;
                endpoint.send(&self.client).await
            }
            other => other,
        }
    }

    async fn log_in_again(&mut self) -> Result<(), Error> {
        self.client = logged_in(&self.url, &self.email, &self.password).await?;
        self.log_ins += 1;
        Ok(())
    }
}

/// The number of items of a stream, read as they arrive.
async fn count<T: Answer>(mut stream: EventStream<T>) -> Result<usize, Error> {
    let mut count = 0;
    while stream.next().await.transpose()?.is_some() {
        count += 1;
    }
    Ok(count)
}

fn is_expired(error: &Error) -> bool {
    error.status() == Some(StatusCode::UNAUTHORIZED)
}

/// A client with a new access token.
async fn logged_in(url: &str, email: &str, password: &str) -> Result<Client, Error> {
    let client = Client::builder().base_url(url).build()?;
    let body = LogInBody::new().email(email).password(password);
    let session = LogIn::new(body).send(&client).await?;
    let builder = Client::builder().base_url(url).timeout(Duration::from_secs(20));
    let builder = match session.access_token {
        Some(token) => builder.bearer_token(token),
        None => builder,
    };
    Ok(builder.build()?.with(CallOptions::new()))
}
