//! One request as an endpoint.

use crate::api::{Answer, Endpoint, Parameter, Saved};
use crate::diagnostics::Kind;
use crate::postman::{Auth, Folder, Place, RequestItem};
use crate::resolve::auth::{Auths, Target};
use crate::resolve::context::Context;
use crate::resolve::request::behavior::Behaviors;
use crate::resolve::request::body;
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::headers;
use crate::resolve::request::headers::Headers;
use crate::resolve::request::servers::Servers;
use crate::resolve::request::url;
use crate::resolve::request::url::{Address, PathPart};
use crate::resolve::request::{path, query};

/// What stands around a request.
#[derive(Debug, Clone)]
pub(crate) struct Around<'a> {
    /// The nearest auth that has a type.
    pub(crate) auth: Option<&'a Auth>,
    /// The name of what has it.
    pub(crate) owner: String,
    /// Settings, the nearest last.
    pub(crate) behaviors: Behaviors<'a>,
    /// The folder.
    pub(crate) group: Option<usize>,
}

impl<'a> Around<'a> {
    /// What stands around the items of a folder.
    pub(crate) fn within(&self, folder: &'a Folder, group: usize) -> Around<'a>
    where
        Self: 'a,
    {
        let mut inner = self.clone();
        if let Some(auth) = folder.auth.as_ref().filter(|auth| !auth.kind.is_empty()) {
            inner.auth = Some(auth);
            inner.owner.clone_from(&folder.name);
        }
        inner.behaviors.0.push(&folder.behavior);
        inner.group = Some(group);
        inner
    }
}

/// The endpoint of an item. Its index is set by the caller.
pub(crate) fn resolve(
    context: &mut Context<'_>,
    auths: &mut Auths,
    servers: &mut Servers,
    item: &RequestItem,
    around: &Around<'_>,
    answers: Vec<Answer>,
) -> Endpoint {
    let mut endpoint = Endpoint { answers, ..outline(context, item, around) };
    if item.request.is_none() {
        context.note(Kind::NoRequest, &item.place);
        endpoint.fault = Some("it has no request".to_owned());
        return endpoint;
    }
    fill(context, auths, servers, item, around, &mut endpoint);
    if let Some(reason) = endpoint.fault.clone() {
        context.note(Kind::NotSendable { reason }, &item.place);
    }
    endpoint
}

/// The endpoint of an item that a person wants none of: what lists show of it.
pub(crate) fn skip(context: &mut Context<'_>, item: &RequestItem, around: &Around<'_>) -> Endpoint {
    let mut endpoint = outline(context, item, around);
    if let Some(request) = &item.request
        && let Some(mut address) = url::take_apart(&request.url, &request.place)
    {
        path::find(context, &mut address);
        locate(
            context,
            &mut Servers::default(),
            &address,
            &Originals::of(item),
            &request.place,
            &mut endpoint,
        );
    }
    let fault = Some("skipped by the overrides".to_owned());
    Endpoint {
        path: Vec::new(),
        query: Vec::new(),
        bare_query: false,
        server: 0,
        fault,
        skipped: true,
        ..endpoint
    }
}

/// What an item says of itself.
fn outline(context: &Context<'_>, item: &RequestItem, around: &Around<'_>) -> Endpoint {
    let mut endpoint = Endpoint {
        place: item.place.clone(),
        trail: context.trail.clone(),
        group: around.group,
        name: item.name.clone(),
        method: "GET".to_owned(),
        ..Default::default()
    };
    let request = item.request.as_ref();
    endpoint.description = request
        .and_then(|request| request.description.clone())
        .or_else(|| item.description.clone());
    if let Some(method) =
        request.and_then(|request| request.method.as_deref()).filter(|method| !method.is_empty())
    {
        endpoint.method = method.to_uppercase();
    }
    endpoint
}

/// Everything of an endpoint that its request says.
fn fill(
    context: &mut Context<'_>,
    auths: &mut Auths,
    servers: &mut Servers,
    item: &RequestItem,
    around: &Around<'_>,
    endpoint: &mut Endpoint,
) {
    let Some(request) = &item.request else { return };
    let originals = Originals::of(item);
    let mut behaviors = around.behaviors.clone();
    behaviors.0.push(&item.behavior);
    endpoint.settings = behaviors.settings();
    let address = url::take_apart(&request.url, &request.place);
    let without_url = address.is_none().then(|| "it has no URL".to_owned());
    let mut address = address.unwrap_or_default();
    path::find(context, &mut address);
    let mut headers = Headers::new(context, &request.headers);
    let own = request.auth.as_ref().filter(|auth| !auth.kind.is_empty());
    let mut target = Target {
        auth: own.or(around.auth),
        owner: if own.is_some() { &item.name } else { &around.owner },
        headers: &mut headers,
        userinfo: address.userinfo.take(),
        query: &mut address.query,
    };
    endpoint.auth = auths.resolve(context, &mut target, &originals);
    endpoint.fault = without_url
        .or_else(|| fault(endpoint, &address))
        .or_else(|| headers.fault())
        .or_else(|| auths.fault(context, endpoint.auth));
    let source = body::Source {
        request,
        method: &endpoint.method,
        originals: &originals,
        behaviors: &behaviors,
        settings: &endpoint.settings,
    };
    let by_hand = headers.has("Content-Type");
    let content = body::resolve(context, &source, &mut headers);
    let typed = by_hand || content.is_typed_early(request);
    endpoint.settings.signed_type = typed && auths.signs_headers(endpoint.auth);
    endpoint.body = content.body;
    endpoint.content_type = content.content_type;
    locate(context, servers, &address, &originals, &request.place, endpoint);
    endpoint.headers = headers.resolve(context, &originals);
}

/// Server, path and query.
fn locate(
    context: &mut Context<'_>,
    servers: &mut Servers,
    address: &Address<'_>,
    originals: &Originals<'_>,
    place: &Place,
    endpoint: &mut Endpoint,
) {
    context.scope.use_in(&address.server);
    let path = path::resolve(context, address, originals, &endpoint.settings, place);
    endpoint.path = path.pieces;
    endpoint.query = query::resolve(context, &address.query, originals);
    endpoint.bare_query = address.bare_query;
    endpoint.url = format!("{}{}{}", address.server, path.shown, shown_query(&endpoint.query));
    if !address.server.is_empty() {
        endpoint.server = servers.add(&address.server);
    }
}

/// Why Postman would not send a request.
fn fault(endpoint: &Endpoint, address: &Address<'_>) -> Option<String> {
    if matches!(address.path.first(), Some(PathPart::Location(_))) {
        return None;
    }
    if address.server.is_empty() {
        return Some("its URL names no host".to_owned());
    }
    let scheme = address.server.split_once("://").map_or("http", |(scheme, _)| scheme);
    if !matches!(scheme, "http" | "https") && !scheme.contains("{{") {
        return Some(format!("`{scheme}` is no protocol that it could use"));
    }
    if !headers::is_token(&endpoint.method) || endpoint.method.contains("{{") {
        return Some(format!("`{}` is no method", endpoint.method));
    }
    if endpoint.settings.raw_url && !address.is_plain() {
        return Some("its URL is not to be encoded, and cannot be sent as it is".to_owned());
    }
    None
}

/// The query that is sent, for people.
fn shown_query(parameters: &[Parameter]) -> String {
    let mut shown = String::new();
    for parameter in parameters {
        for saved in &parameter.saved {
            shown.push(if shown.is_empty() { '?' } else { '&' });
            shown.push_str(&parameter.name);
            if let Saved::Text(text) = saved {
                shown.push('=');
                shown.push_str(&text.0);
            }
        }
    }
    shown
}
