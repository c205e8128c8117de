//! Endpoints whose answers are pages: where a parameter of the query and the answer agree on how to go on.
//!
//! In order; the first that applies counts:
//!
//! 1. *Token*: the query takes a token (`page_token`, `cursor` …), and the answer has the next one (`next_page_token` …).
//! 2. *Link*: the query takes a page or a token, and the answers have the header `Link`.
//! 3. *Address*: the answer has the address of the next page (`next_page_uri`, `links.next.href` …), or its header `Link`.
//! 4. *Page*: the query takes the number of a page, and the size of pages or a total speaks for more than one.
//! 5. *Offset*: the query takes the number of items to pass over, and how many are wanted.
//!
//! Besides, the answer has to be a list, or to have one list that can be told from all others.

use super::inferred::{EndpointTypes, Inference, NextPage, NoPages, Pages};
use super::next_address;
use crate::api::{AnswerClass, Endpoint, Parameter};
use crate::shape::{Format, Object, Shape};

/// Parameters that take a token, in lower case without signs.
const TOKENS: &[&str] = &[
    "nextpagetoken",
    "pagetoken",
    "nexttoken",
    "paginationtoken",
    "continuationtoken",
    "continuation",
    "cursor",
    "nextcursor",
    "pagecursor",
    "after",
    "marker",
    "nextmarker",
    "bookmark",
    "scrollid",
];
/// Members of answers that hold the next token, besides those that are called like the parameter.
const NEXT_TOKENS: &[&str] =
    &["nextpagetoken", "nexttoken", "nextcursor", "nextmarker", "continuationtoken", "endcursor"];
const PAGES: &[&str] = &["page", "pagenumber", "pageno", "pagenum", "pageindex"];
const OFFSETS: &[&str] = &[
    "offset",
    "skip",
    "start",
    "startat",
    "startindex",
    "startposition",
    "startingposition",
    "from",
    "pageoffset",
    "resultoffset",
];
const SIZES: &[&str] = &[
    "perpage",
    "pagesize",
    "limit",
    "size",
    "count",
    "maxresults",
    "pagelimit",
    "take",
    "top",
    "rpp",
];
const TOTALS: &[&str] = &[
    "total",
    "totalpages",
    "totalcount",
    "totalelements",
    "pagecount",
    "totalrecords",
    "totalitems",
    "lastpage",
];
/// Members that hold what an answer is about.
const LISTS: &[&str] = &[
    "items", "data", "results", "records", "values", "entries", "elements", "list", "content",
    "rows",
];
/// Members around the list.
const WRAPPERS: &[&str] = &["data", "result", "response", "body", "embedded"];
/// Tokens stand at most so deep.
pub(super) const DEEPEST: usize = 3;

/// How to go through the answers of an endpoint.
pub(super) fn pages(endpoint: &Endpoint, found: &EndpointTypes) -> Option<Result<Pages, NoPages>> {
    if endpoint.method != "GET" {
        return None;
    }
    let query = Query { parameters: &endpoint.query, found: &found.query };
    match way(endpoint, found, &query) {
        // where nothing asks for pages, none are missed
        Err(_) if ![TOKENS, PAGES, OFFSETS].iter().any(|names| query.called(names).is_some()) => {
            None
        }
        found => Some(found),
    }
}

fn way(endpoint: &Endpoint, found: &EndpointTypes, query: &Query<'_>) -> Result<Pages, NoPages> {
    let answer = found.responses.iter().find(|response| response.class == AnswerClass::Success);
    let shape =
        answer.and_then(|answer| answer.body.json.as_ref()).ok_or(NoPages::NoAnswer)?.meant();
    let list = list(shape).ok_or(NoPages::NoList)?;
    let next = token(query, shape)
        .or_else(|| link(endpoint, query))
        .or_else(|| next_address::member(endpoint, shape).map(|keys| NextPage::Address { keys }))
        .or_else(|| next_address::in_header(endpoint).then_some(NextPage::LinkAddress))
        .or_else(|| page(query, shape))
        .or_else(|| offset(query))
        .or_else(|| next_address::unproven(endpoint, shape).map(|keys| NextPage::Address { keys }));
    Ok(Pages { list, next: next.ok_or(NoPages::NoNext)? })
}

/// The parameters of the query with what is known of them.
struct Query<'a> {
    parameters: &'a [Parameter],
    found: &'a [Inference],
}

impl<'a> Query<'a> {
    fn called(&self, names: &[&str]) -> Option<(&'a Parameter, &'a Shape)> {
        let mut both = self.parameters.iter().zip(self.found);
        both.find(|(parameter, _)| names.contains(&bare(&parameter.name).as_str()))
            .map(|(parameter, found)| (parameter, found.shape.meant()))
    }

    fn number(&self, names: &[&str]) -> Option<&'a Parameter> {
        self.called(names)
            .filter(|(_, shape)| shape.number.is_some() && shape.kinds() == 1)
            .map(|(parameter, _)| parameter)
    }
}

/// A name in lower case without signs.
pub(super) fn bare(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn list(shape: &Shape) -> Option<Vec<String>> {
    if shape.array.is_some() {
        return (shape.kinds() == 1).then(Vec::new);
    }
    let object = shape.object.as_ref()?;
    list_in(object).map(|key| vec![key]).or_else(|| {
        let (key, member) =
            object.members.iter().find(|(key, _)| WRAPPERS.contains(&bare(key).as_str()))?;
        list_in(member.shape.meant().object.as_ref()?).map(|inner| vec![key.clone(), inner])
    })
}

/// The one list of objects, or the one whose name says that it is what the answer is about.
fn list_in(object: &Object) -> Option<String> {
    let is_list = |shape: &Shape| shape.kinds() == 1 && shape.array.is_some();
    let holds_objects = |shape: &Shape| {
        is_list(shape)
            && shape.array.as_ref().is_some_and(|element| element.meant().object.is_some())
    };
    let named = LISTS.iter().find_map(|name| {
        object
            .members
            .iter()
            .find(|(key, member)| bare(key) == *name && is_list(member.shape.meant()))
    });
    let mut objects =
        object.members.iter().filter(|(_, member)| holds_objects(member.shape.meant()));
    let only = || objects.next().filter(|_| objects.next().is_none());
    named.or_else(only).map(|(key, _)| key.clone())
}

fn token(query: &Query<'_>, shape: &Shape) -> Option<NextPage> {
    let next_of = |name: &str, key: &str| key.strip_prefix("next") == Some(name);
    let by_token = query.called(TOKENS).and_then(|(parameter, _)| {
        let name = bare(&parameter.name);
        let token = token_in(
            shape,
            &|key| key == name || next_of(&name, key) || NEXT_TOKENS.contains(&key),
            DEEPEST,
        )?;
        Some((parameter, token))
    });
    // a page or an offset, the next of which the answer names
    let named = || {
        [OFFSETS, PAGES].into_iter().find_map(|names| {
            let parameter = query.number(names)?;
            let name = bare(&parameter.name);
            Some((parameter, token_in(shape, &|key| next_of(&name, key), DEEPEST)?))
        })
    };
    let (parameter, token) = by_token.or_else(named)?;
    Some(NextPage::Token { parameter: parameter.name.clone(), token })
}

/// The way to the first member that fits, outer ones first.
fn token_in(shape: &Shape, fits: &dyn Fn(&str) -> bool, depth: usize) -> Option<Vec<String>> {
    let members = &shape.object.as_ref()?.members;
    let is_token = |shape: &Shape| {
        let text = shape
            .text
            .as_ref()
            .is_some_and(|text| text.format() != Some(Format::Uri) && text.listed().is_none());
        shape.kinds() == 0 || shape.kinds() == 1 && (text || shape.number.is_some())
    };
    let own =
        members.iter().find(|(key, member)| fits(&bare(key)) && is_token(member.shape.meant()));
    let inner = || {
        let deeper = members.iter().filter(|_| depth > 1);
        deeper
            .filter_map(|(key, member)| {
                Some([vec![key.clone()], token_in(member.shape.meant(), fits, depth - 1)?].concat())
            })
            .next()
    };
    own.map(|(key, _)| vec![key.clone()]).or_else(inner)
}

/// The saved links to the next page have to say the parameter.
fn link(endpoint: &Endpoint, query: &Query<'_>) -> Option<NextPage> {
    let parameter =
        query.number(PAGES).or_else(|| query.called(TOKENS).map(|(parameter, _)| parameter))?;
    let pair = format!("{}=", parameter.name);
    let headers = endpoint.answers.iter().flat_map(|answer| &answer.headers);
    let mut links = headers
        .filter(|(name, _, _)| name.eq_ignore_ascii_case("link"))
        .flat_map(|(_, value, _)| value.split('<'));
    let leads_on = |link: &str| {
        link.contains("rel=")
            && link.contains("next")
            && (link.contains(&format!("?{pair}")) || link.contains(&format!("&{pair}")))
    };
    links.any(leads_on).then(|| NextPage::Link { parameter: parameter.name.clone() })
}

fn page(query: &Query<'_>, shape: &Shape) -> Option<NextPage> {
    let parameter = query.number(PAGES)?;
    let size = query.number(SIZES).map(|size| size.name.clone());
    let total = shape.object.as_ref().is_some_and(|object| {
        object.members.keys().any(|key| TOTALS.contains(&bare(key).as_str()))
    });
    let first = i64::from(!parameter.samples.iter().any(|sample| sample == "0"));
    (size.is_some() || total).then(|| NextPage::Page {
        parameter: parameter.name.clone(),
        first,
        size,
    })
}

fn offset(query: &Query<'_>) -> Option<NextPage> {
    let (parameter, size) = (query.number(OFFSETS)?, query.number(SIZES)?);
    Some(NextPage::Offset { parameter: parameter.name.clone(), size: size.name.clone() })
}
