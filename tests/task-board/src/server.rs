//! A task board in memory. It is not quite what the examples of the collection show.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, Method, StatusCode, Uri, header};
use serde_json::{Value, json};

/// How the server behaves.
#[derive(Debug, Clone, Copy)]
pub struct Behavior {
    /// How many requests an access token is good for.
    pub token_uses: usize,
    /// How many requests for statistics are refused with 429 first.
    pub refusals: usize,
    /// How long each response takes.
    pub delay: Duration,
}

#[derive(Debug)]
struct Board {
    behavior: Behavior,
    /// The number of the current token, and how often it may still be used.
    token: (usize, usize),
    refused: usize,
    file: Vec<u8>,
    tasks: Vec<Value>,
}

type Shared = Arc<Mutex<Board>>;

/// Starts the server on a free port, and gives its URL. It runs as long as the runtime does.
///
/// # Errors
///
/// When no port is free.
pub async fn start(behavior: Behavior) -> std::io::Result<String> {
    let tasks = (1..=5).map(task).collect();
    let board = Board { behavior, token: (0, 0), refused: 0, file: Vec::new(), tasks };
    let router = Router::new().fallback(answer).with_state(Arc::new(Mutex::new(board)));
    let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(url)
}

/// A task with a field that no example has, and nulls where the examples have values.
fn task(number: usize) -> Value {
    json!({"id": format!("t-{number}"), "board_id": "b-1", "title": format!("Task {number}"), "status": "postponed",
        "priority": null, "assignee": null, "labels": null, "due_date": "2026-04-01", "estimate_hours": 2, "votes": 17})
}

async fn answer(
    State(board): State<Shared>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let delay = board.lock().map(|board| board.behavior.delay).unwrap_or_default();
    tokio::time::sleep(delay).await;
    let Ok(mut board) = board.lock() else {
        return error(StatusCode::INTERNAL_SERVER_ERROR, "broken");
    };
    let path: Vec<&str> = uri.path().trim_matches('/').split('/').collect();
    if method == Method::POST && path == ["session"] {
        return board.log_in(&body);
    }
    if !board.is_authorized(&headers) {
        return error(StatusCode::UNAUTHORIZED, "token_expired");
    }
    match (method.as_str(), path.as_slice()) {
        ("GET", ["boards"]) => json_response(
            &json!({"boards": [{"id": "b-1", "name": "Bridges", "archived": null, "color": "teal"}]}),
        ),
        ("GET", ["boards", _, "tasks"]) => board.page(uri.query().unwrap_or_default()),
        ("GET", ["boards", _, "stats"]) => board.statistics(),
        ("GET", ["boards", _, "export"]) => board.export(),
        ("GET", ["boards", _, "events"]) => events(),
        ("GET", ["tasks", id]) => board.find(id),
        ("PATCH", ["tasks", id]) => board.update(id, &body),
        ("POST", ["tasks", _, "attachments"]) => board.upload(&body),
        ("GET", ["attachments", _, "content"]) => board.file.clone().into_response(),
        _ => error(StatusCode::NOT_FOUND, "not_found"),
    }
}

impl Board {
    fn log_in(&mut self, body: &[u8]) -> Response {
        let given: Value = serde_json::from_slice(body).unwrap_or_default();
        if given["password"] != "analytical-engine" {
            return error(StatusCode::UNAUTHORIZED, "bad_credentials");
        }
        self.token = (self.token.0 + 1, self.behavior.token_uses);
        json_response(&json!({"access_token": format!("token-{}", self.token.0), "expires_in": 1}))
    }

    fn is_authorized(&mut self, headers: &HeaderMap) -> bool {
        let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (number, uses) = self.token;
        let good = uses > 0 && given == Some(&format!("Bearer token-{number}"));
        self.token.1 = uses.saturating_sub(usize::from(good));
        good
    }

    /// Two tasks, and the number of the next one as a cursor.
    fn page(&self, query: &str) -> Response {
        let cursor = query.split('&').find_map(|pair| pair.strip_prefix("cursor="));
        let start: usize = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or_default();
        let end = (start + 2).min(self.tasks.len());
        let next = (end < self.tasks.len()).then(|| end.to_string());
        json_response(&json!({"data": self.tasks[start..end], "next_cursor": next, "took_ms": 3}))
    }

    fn statistics(&mut self) -> Response {
        if self.refused < self.behavior.refusals {
            self.refused += 1;
            let refused = error(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
            return ([(header::RETRY_AFTER, "0")], refused).into_response();
        }
        json_response(&json!({"open": self.tasks.len(), "by_assignee": {}}))
    }

    fn export(&self) -> Response {
        let lines: String = self.tasks.iter().map(|task| format!("{task}\n")).collect();
        ([(header::CONTENT_TYPE, "application/x-ndjson")], lines).into_response()
    }

    fn find(&self, id: &str) -> Response {
        match self.tasks.iter().find(|task| task["id"] == id) {
            Some(task) => json_response(task),
            None => error(StatusCode::NOT_FOUND, "not_found"),
        }
    }

    /// Changes exactly the members that the body has.
    fn update(&mut self, id: &str, body: &[u8]) -> Response {
        let change: Value = serde_json::from_slice(body).unwrap_or_default();
        let Some(task) = self.tasks.iter_mut().find(|task| task["id"] == id) else {
            return error(StatusCode::NOT_FOUND, "not_found");
        };
        for (key, value) in change.as_object().into_iter().flatten() {
            task[key] = value.clone();
        }
        json_response(task)
    }

    /// Keeps the part of the form that is the file.
    fn upload(&mut self, body: &[u8]) -> Response {
        let text = String::from_utf8_lossy(body);
        let file = text.split("filename=").nth(1).and_then(|part| part.split("\r\n\r\n").nth(1));
        self.file = file.and_then(|rest| rest.split("\r\n--").next()).unwrap_or_default().into();
        let created =
            json_response(&json!({"id": "a-1", "size": self.file.len(), "checksum": "none"}));
        (StatusCode::CREATED, created).into_response()
    }
}

fn events() -> Response {
    let text =
        "event: task.updated\ndata: {\"task_id\": \"t-1\"}\n\nevent: board.starred\ndata: {}\n\n";
    ([(header::CONTENT_TYPE, "text/event-stream")], text).into_response()
}

fn json_response(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

fn error(status: StatusCode, code: &str) -> Response {
    (status, json_response(&json!({"error": {"code": code, "hint": null}}))).into_response()
}
