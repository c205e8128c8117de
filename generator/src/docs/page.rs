//! What the documentation of an endpoint shows of the wire: the request for curl, and saved answers.

use std::collections::HashSet;

use crate::api::{
    Answer, Api, Body, Endpoint, FilePart, Graphql, Multipart, Parameter, Part, PathPiece, Saved,
    Scheme, Template,
};
use crate::docs::documented::unrepeated;
use crate::hints;
use crate::hints::samples;
use crate::rust::{Auth, Call, CallBody, CallPart, Login, Page, ShownAnswer};
use crate::template;

/// As many answers are shown, one for each status.
const MOST_ANSWERS: usize = 4;

/// The page of an endpoint; `auth` are its credentials as the client calls them.
pub fn page(api: &Api, endpoint: &Endpoint, auth: Option<&Auth>) -> Page {
    Page { call: call(api, endpoint, auth), answers: answers(endpoint) }
}

fn answers(endpoint: &Endpoint) -> Vec<ShownAnswer> {
    let mut statuses = HashSet::new();
    let bodies = endpoint
        .answers
        .iter()
        .filter(|answer| answer.body.as_deref().is_some_and(|body| !body.trim().is_empty()));
    let shown = bodies.filter(|answer| statuses.insert(answer.status)).take(MOST_ANSWERS);
    let show = |answer: &Answer| ShownAnswer {
        status: answer.status,
        title: title(answer),
        body: answer.body.as_ref().map(samples::shared).unwrap_or_default(),
    };
    shown.map(show).collect()
}

/// What its name says beyond its status.
fn title(answer: &Answer) -> String {
    let text = hints::plain_text(&answer.name);
    answer.status.map_or(text.as_str(), |status| unrepeated(&text, status)).to_owned()
}

fn call(api: &Api, endpoint: &Endpoint, auth: Option<&Auth>) -> Call {
    let mut call = Call {
        method: endpoint.method.clone(),
        url: url(api, endpoint),
        body: body(&endpoint.body),
        ..Call::default()
    };
    for header in &endpoint.headers {
        let values = header
            .parameter
            .saved
            .iter()
            .map(|saved| (header.parameter.name.clone(), text(saved).to_owned()));
        call.headers.extend(values);
    }
    // curl sets these by itself, with a boundary where there is one
    let by_itself = matches!(endpoint.body, Body::Empty | Body::Multipart(_) | Body::Urlencoded(_));
    let by_hand = call.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    let own = endpoint.content_type.as_ref().filter(|_| !by_itself && !by_hand);
    if let Some(Template(content_type)) = own {
        call.headers.push(("Content-Type".to_owned(), content_type.clone()));
    }
    if let Some(auth) = auth {
        credentials(auth, &mut call);
    }
    call
}

fn text(saved: &Saved) -> &str {
    match saved {
        Saved::Bare => "",
        Saved::Text(Template(text)) => text,
    }
}

/// A text with `encode` applied to all but its variables.
fn encoded(text: &str, encode: fn(&str) -> String) -> String {
    let pieces = template::pieces(text).into_iter().map(|piece| match piece {
        template::Piece::Text(text) => encode(text),
        template::Piece::Variable(variable) => variable.to_owned(),
    });
    pieces.collect()
}

fn url(api: &Api, endpoint: &Endpoint) -> String {
    let server = api.servers.get(endpoint.server);
    let mut url = server
        .map(|server| server.address.clone().unwrap_or_else(|| server.template.0.clone()))
        .unwrap_or_default();
    for piece in &endpoint.path {
        match piece {
            PathPiece::Text(text) => url.push_str(text),
            PathPiece::Location(parameter) => {
                url = parameter.saved.first().map(text).unwrap_or_default().to_owned();
            }
            PathPiece::Parameter(parameter) => {
                match parameter.saved.first().map(text).filter(|text| !text.is_empty()) {
                    Some(text) => url.push_str(&encoded(
                        &samples::parameter(text),
                        runtime::encode::path_lenient,
                    )),
                    None => url.push_str(&format!("{{{{{}}}}}", parameter.name)),
                }
            }
        }
    }
    let mut separator = if url.contains('?') { '&' } else { '?' };
    for parameter in &endpoint.query {
        for saved in &parameter.saved {
            url.push(separator);
            separator = '&';
            url.push_str(&query_key(parameter));
            if let Saved::Text(Template(text)) = saved {
                url.push('=');
                url.push_str(&encoded(&samples::parameter(text), runtime::encode::query_value));
            }
        }
    }
    url
}

fn body(body: &Body) -> CallBody {
    match body {
        Body::Empty => CallBody::Empty,
        Body::Json(body) => body
            .saved
            .as_ref()
            .map_or(CallBody::Empty, |Template(text)| CallBody::Text(samples::json(text))),
        Body::Text(body) => CallBody::Text(body.saved.0.clone()),
        Body::Urlencoded(pairs) => CallBody::Pairs(pairs.iter().flat_map(named_texts).collect()),
        Body::Multipart(form) => CallBody::Parts(parts(form)),
        Body::File(file) => CallBody::File(path(file)),
        Body::Graphql(body) => CallBody::Text(graphql(body)),
    }
}

fn named_texts(parameter: &Parameter) -> impl Iterator<Item = (String, String)> + '_ {
    parameter.saved.iter().map(|saved| (parameter.name.clone(), samples::parameter(text(saved))))
}

fn parts(form: &Multipart) -> Vec<CallPart> {
    let part = |part: &Part| -> Vec<CallPart> {
        match part {
            Part::Text { parameter, .. } => {
                named_texts(parameter).map(|(name, text)| CallPart::Text(name, text)).collect()
            }
            Part::File { disabled: true, .. } => Vec::new(),
            Part::File { parameter, files, .. } => files
                .iter()
                .map(|file| CallPart::File(parameter.name.clone(), path(file)))
                .collect(),
        }
    };
    form.parts.iter().flat_map(part).collect()
}

/// The name of a file, without the folders of the machine that saved it.
fn path(file: &FilePart) -> String {
    let path = file
        .path
        .as_ref()
        .map(|path| path.0.as_str())
        .or(file.file_name.as_deref())
        .unwrap_or("FILE");
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    if name.is_empty() { "FILE".to_owned() } else { name.to_owned() }
}

fn graphql(body: &Graphql) -> String {
    let texts = [("query", &body.query), ("operationName", &body.operation)];
    let texts = texts.into_iter().filter_map(|(key, text)| {
        Some(format!("\"{key}\": {}", serde_json::json!(text.as_ref()?.0)))
    });
    let variables = body.variables.as_ref().and_then(|variables| variables.saved.as_ref());
    let members: Vec<String> =
        texts.chain(variables.map(|variables| format!("\"variables\": {}", variables.0))).collect();
    format!("{{{}}}", members.join(", "))
}

/// The credentials, each secret as a variable with the name of the client's setting.
fn credentials(auth: &Auth, call: &mut Call) {
    let name = auth.method.trim_start_matches("r#").to_uppercase();
    let setting = |key: &str| {
        auth.settings.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    };
    let login = |options: &str| {
        Some(Login {
            options: options.to_owned(),
            user: format!("{{{{{name}_USER}}}}:{{{{{name}_PASSWORD}}}}"),
        })
    };
    match auth.scheme {
        Scheme::Bearer => {
            call.headers.push(("Authorization".to_owned(), format!("Bearer {{{{{name}}}}}")))
        }
        Scheme::OAuth2 if setting("addTokenTo") == Some("queryParams") => {
            add_to_query(&mut call.url, "access_token", &name)
        }
        Scheme::OAuth2 => {
            let prefix = setting("headerPrefix").unwrap_or("Bearer").trim();
            call.headers.push((
                "Authorization".to_owned(),
                format!("{prefix} {{{{{name}}}}}").trim_start().to_owned(),
            ));
        }
        Scheme::ApiKey if setting("in") == Some("query") => {
            add_to_query(&mut call.url, setting("key").unwrap_or("key"), &name)
        }
        Scheme::ApiKey => call.headers.push((
            setting("key").unwrap_or("Authorization").to_owned(),
            format!("{{{{{name}}}}}"),
        )),
        Scheme::Basic => call.login = login(""),
        Scheme::Digest => call.login = login("--digest"),
        Scheme::Ntlm => call.login = login("--ntlm"),
        Scheme::OAuth1
        | Scheme::Hawk
        | Scheme::AwsV4
        | Scheme::Jwt
        | Scheme::Asap
        | Scheme::EdgeGrid => {
            call.note = Some("The client signs this request; the signature is left out here.");
        }
    }
}

fn add_to_query(url: &mut String, key: &str, variable: &str) {
    let separator = if url.contains('?') { '&' } else { '?' };
    *url += &format!("{separator}{}={{{{{variable}}}}}", runtime::encode::query_key(key));
}

/// The key of a query parameter, encoded.
pub fn query_key(parameter: &Parameter) -> String {
    parameter.key.clone().unwrap_or_else(|| runtime::encode::query_key(&parameter.name))
}
