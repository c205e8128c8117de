//! What the `originalRequest`s of saved responses show: further values of parameters, keys and bodies that the request
//! itself lacks.

use std::borrow::Cow;

use crate::postman::{Body, Parameter, Query, Request, RequestItem, Url, Variable};
use crate::resolve::request::url::{parse_query, segments};

/// The start of the descriptions that OpenAPI converters give to parameters that are credentials.
const SECURITY: &str = "Added as a part of security scheme";

/// The requests that the saved responses of an item answer.
pub(crate) struct Originals<'a>(Vec<&'a Request>);

impl<'a> Originals<'a> {
    /// Those of an item.
    pub(crate) fn of(item: &'a RequestItem) -> Originals<'a> {
        Originals(item.responses.iter().filter_map(|response| response.original.as_ref()).collect())
    }

    /// All of them.
    pub(crate) fn requests(&self) -> impl Iterator<Item = &'a Request> {
        self.0.iter().copied()
    }

    /// The entries of all queries that are no credentials.
    pub(crate) fn query(&self) -> Vec<Cow<'a, Parameter>> {
        let entries = self.requests().flat_map(query_entries);
        entries.filter(|entry| !is_security(entry.description.as_deref())).collect()
    }

    /// All headers that are no credentials.
    pub(crate) fn headers(&self) -> Vec<&'a Parameter> {
        self.requests()
            .flat_map(|request| &request.headers)
            .filter(|header| !is_security(header.description.as_deref()))
            .collect()
    }

    /// The path variables of this name.
    pub(crate) fn path_variables(&self, name: &str) -> Vec<&'a Variable> {
        let variables = self.requests().filter_map(|request| match &request.url {
            Url::Parts(parts) => {
                parts.variables.iter().rev().find(|variable| variable.key.as_deref() == Some(name))
            }
            _ => None,
        });
        variables.collect()
    }

    /// The segments of each path that is a list.
    pub(crate) fn paths(&self) -> Vec<Vec<&'a str>> {
        let paths = self.requests().filter_map(|request| match &request.url {
            Url::Parts(parts) => Some(segments(parts)),
            _ => None,
        });
        paths.collect()
    }

    /// All bodies that are sent.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &'a Body> {
        self.requests().filter_map(|request| request.body.as_ref()).filter(|body| !body.disabled)
    }

    /// The schemes that mark parameters as credentials: `oauth2` with the parameter's name and whether it is in the query.
    pub(crate) fn security(&self) -> Option<Security<'a>> {
        let headers =
            self.requests().flat_map(|request| &request.headers).map(|header| (header, "header"));
        let from_header = headers.filter_map(|(entry, place)| Security::of(entry, place)).next();
        from_header.or_else(|| {
            self.requests().find_map(|request| match &request.url {
                Url::Parts(parts) => match parts.query.as_ref()? {
                    Query::List(entries) => {
                        entries.iter().find_map(|entry| Security::of(entry, "query"))
                    }
                    Query::Text(_) => None,
                },
                _ => None,
            })
        })
    }
}

/// A parameter that a converter marked as credentials.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Security<'a> {
    /// Postman's word for the scheme.
    pub(crate) scheme: &'a str,
    /// The name of the header or query parameter.
    pub(crate) key: &'a str,
    /// `header` or `query`.
    pub(crate) place: &'static str,
}

impl<'a> Security<'a> {
    fn of(entry: &'a Parameter, place: &'static str) -> Option<Security<'a>> {
        let description = entry.description.as_deref()?.trim();
        let scheme = description.strip_prefix(SECURITY)?.trim_start_matches(':').trim();
        Some(Security { scheme, key: entry.key.as_deref()?, place })
    }
}

pub(crate) fn is_security(description: Option<&str>) -> bool {
    description.is_some_and(|description| description.trim_start().starts_with(SECURITY))
}

/// The entries of a request's query.
pub(crate) fn query_entries(request: &Request) -> Vec<Cow<'_, Parameter>> {
    match &request.url {
        Url::Parts(parts) => match &parts.query {
            Some(Query::List(entries)) => entries.iter().map(Cow::Borrowed).collect(),
            Some(Query::Text(text)) => {
                parse_query(text, &request.place).into_iter().map(Cow::Owned).collect()
            }
            None => Vec::new(),
        },
        Url::Text(text) => {
            let query = text.split('#').next().and_then(|text| text.split_once('?'));
            query
                .map(|(_, query)| {
                    parse_query(query, &request.place).into_iter().map(Cow::Owned).collect()
                })
                .unwrap_or_default()
        }
        Url::Missing => Vec::new(),
    }
}
