//! `*.example.yaml`: saved responses.

use super::entries::HEADER;
use super::fields::number_of;
use super::request::graphql_body;
use crate::json::Json;
use crate::postman::{Request, Response, Url};
use crate::read::members::{Members, Reader};

/// A saved response with its position among the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Example {
    pub(super) response: Response,
    pub(super) order: f64,
}

const REQUEST: &[&str] =
    &["url", "method", "headers", "queryParams", "pathVariables", "body", "description", "auth"];

const GRAPHQL_REQUEST: &[&str] = &["url", "query", "variables", "operationName", "headers"];

impl Reader {
    pub(super) fn example(&mut self, mut members: Members) -> Example {
        let known =
            ["$kind", "$schema", "id", "name", "description", "order", "request", "response"];
        self.unknown(&members, "saved response", &known);
        let mut response = Response {
            place: members.place.clone(),
            name: self.string(&mut members, "name"),
            original: self.original(&mut members),
            ..Response::default()
        };
        let place = members.place_of("response");
        let is_graphql =
            matches!(members.get("$kind"), Some(Json::Text(kind)) if kind == "graphql-example");
        if let Some(value) = members.take("response").filter(|value| *value != Json::Null)
            && let Some(object) = self.object(place, "response", value)
        {
            match is_graphql {
                true => self.response_graphql(object, &mut response),
                false => self.response_v3(object, &mut response),
            }
        }
        Example { response, order: self.order(&mut members) }
    }

    fn original(&mut self, members: &mut Members) -> Option<Request> {
        let place = members.place_of("request");
        let value = members.take("request").filter(|value| *value != Json::Null)?;
        let mut members = self.object(place, "request", value)?;
        let is_graphql = members.get("query").is_some();
        let known = if is_graphql { GRAPHQL_REQUEST } else { REQUEST };
        self.unknown(&members, "request", known);
        let mut request = self.request_v3(&mut members);
        if is_graphql {
            graphql(&mut request, &mut members);
        }
        (!is_blank(&request)).then_some(request)
    }

    /// `{http: {status: 200 OK, headers, body}}`.
    fn response_graphql(&mut self, mut members: Members, response: &mut Response) {
        self.unknown(&members, "response", &["http", "events"]);
        let place = members.place_of("http");
        let Some(value) = members.take("http").filter(|value| *value != Json::Null) else { return };
        let Some(mut http) = self.object(place, "http", value) else { return };
        self.unknown(&http, "response", &["status", "headers", "body"]);
        let status = self.string(&mut http, "status").unwrap_or_default();
        let (code, reason) = status.split_once(' ').unwrap_or((&status, ""));
        response.code = code.parse().ok();
        response.status = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
        response.headers = self.parameter_entries(&mut http, "headers", HEADER);
        let body = http.take("body").unwrap_or_default();
        let body = self.content(http.place_of("body"), body);
        response.body = body.as_str().map(Into::into);
    }

    fn response_v3(&mut self, mut members: Members, response: &mut Response) {
        let known = ["statusCode", "statusText", "headers", "body", "cookies", "responseTime"];
        self.unknown(&members, "response", &known);
        response.code = self.status_code(&mut members);
        response.status = self.string(&mut members, "statusText");
        response.headers = self.parameter_entries(&mut members, "headers", HEADER);
        let place = members.place_of("body");
        match members.take("body") {
            None | Some(Json::Null) => {}
            Some(Json::Text(text)) => response.body = Some(text.into()),
            Some(value) => {
                if let Some(mut body) = self.object(place, "body", value) {
                    self.unknown(&body, "body", &["type", "content"]);
                    response.language = self.string(&mut body, "type");
                    let content = body.take("content").unwrap_or_default();
                    let text = self.content(body.place_of("content"), content);
                    response.body = text.as_str().map(Into::into);
                }
            }
        }
    }

    fn status_code(&mut self, members: &mut Members) -> Option<u16> {
        let value = members.take("statusCode").filter(|value| *value != Json::Null)?;
        let code =
            number_of(&value).filter(|code| code.fract() == 0.0 && (0.0..65536.0).contains(code));
        if code.is_none() {
            self.ignored(members.place_of("statusCode"), "statusCode", &value);
        }
        // checked above
        code.map(|code| code as u16)
    }
}

/// Makes a request one of GraphQL. An empty query is as good as none.
fn graphql(request: &mut Request, members: &mut Members) {
    let is_empty = matches!(members.get("query"), Some(Json::Text(query)) if query.is_empty());
    if !is_empty {
        request.method = Some("POST".to_owned());
        request.body = Some(graphql_body(members));
    }
}

/// Whether a request says nothing: so Postman writes a saved response that has none.
fn is_blank(request: &Request) -> bool {
    let no_url = match &request.url {
        Url::Missing => true,
        Url::Text(text) => text.is_empty(),
        Url::Parts(parts) => parts.raw.as_deref() == Some("") && parts.query.is_none(),
    };
    no_url && request.headers.is_empty() && request.body.is_none()
}
