//! Endpoints whose answers are pages: where a parameter of the query and the answer agree on how to go on.
//!
//! In order; the first that applies counts:
//!
//! 1. *Token*: the query takes a token (`page_token`, `cursor` …), and the answer has the next one (`next_page_token` …).
//! 2. *Link*: the query takes a page or a token, and the answers have the header `Link`.
//! 3. *Page*: the query takes the number of a page, and the size of pages or a total speaks for more than one.
//! 4. *Offset*: the query takes the number of items to pass over, and how many are wanted.
//!
//! Besides, the answer has to be a list, or to have one list that can be told from all others.

use super::types::{EndpointTypes, Inference, NextPage, Pages};
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
const NEXT_TOKENS: &[&str] = &["nextpagetoken", "nexttoken", "nextcursor", "nextmarker", "continuationtoken", "endcursor"];
const PAGES: &[&str] = &["page", "pagenumber", "pageno", "pagenum", "pageindex"];
const OFFSETS: &[&str] = &["offset", "skip", "startat", "startindex"];
const SIZES: &[&str] = &["perpage", "pagesize", "limit", "size", "count", "maxresults", "pagelimit", "take", "top", "rpp"];
const TOTALS: &[&str] = &["total", "totalpages", "totalcount", "totalelements", "pagecount", "totalrecords", "totalitems", "lastpage"];
/// Members that hold what an answer is about.
const LISTS: &[&str] = &["items", "data", "results", "records", "values", "entries", "elements", "list", "content", "rows"];
/// Members around the list.
const WRAPPERS: &[&str] = &["data", "result", "response", "body", "embedded"];
/// Tokens stand at most so deep.
const DEEPEST: usize = 3;

/// How to go through the answers of an endpoint.
pub(super) fn pages(endpoint: &Endpoint, found: &EndpointTypes) -> Option<Pages> {
    if endpoint.method != "GET" {
        return None;
    }
    let answer = found.responses.iter().find(|response| response.class == AnswerClass::Success)?;
    let shape = answer.body.json.as_ref()?.meant();
    let list = list(shape)?;
    let query = Query { parameters: &endpoint.query, found: &found.query };
    let next = token(&query, shape).or_else(|| link(endpoint, &query)).or_else(|| page(&query, shape)).or_else(|| offset(&query))?;
    Some(Pages { list, next })
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
        self.called(names).filter(|(_, shape)| shape.number.is_some() && shape.kinds() == 1).map(|(parameter, _)| parameter)
    }
}

/// A name in lower case without signs.
fn bare(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn list(shape: &Shape) -> Option<Vec<String>> {
    if shape.array.is_some() {
        return (shape.kinds() == 1).then(Vec::new);
    }
    let object = shape.object.as_ref()?;
    list_in(object).map(|key| vec![key]).or_else(|| {
        let (key, member) = object.members.iter().find(|(key, _)| WRAPPERS.contains(&bare(key).as_str()))?;
        list_in(member.shape.meant().object.as_ref()?).map(|inner| vec![key.clone(), inner])
    })
}

/// The one list of objects, or the one whose name says that it is what the answer is about.
fn list_in(object: &Object) -> Option<String> {
    let is_list = |shape: &Shape| shape.kinds() == 1 && shape.array.is_some();
    let holds_objects = |shape: &Shape| is_list(shape) && shape.array.as_ref().is_some_and(|element| element.meant().object.is_some());
    let named =
        LISTS.iter().find_map(|name| object.members.iter().find(|(key, member)| bare(key) == *name && is_list(member.shape.meant())));
    let mut objects = object.members.iter().filter(|(_, member)| holds_objects(member.shape.meant()));
    let only = || objects.next().filter(|_| objects.next().is_none());
    named.or_else(only).map(|(key, _)| key.clone())
}

fn token(query: &Query<'_>, shape: &Shape) -> Option<NextPage> {
    let (parameter, _) = query.called(TOKENS)?;
    let name = bare(&parameter.name);
    let fits = |key: &str| key == name || key.strip_prefix("next") == Some(&name) || NEXT_TOKENS.contains(&key);
    let token = token_in(shape, &fits, DEEPEST)?;
    Some(NextPage::Token { parameter: parameter.name.clone(), token })
}

/// The way to the first member that fits, outer ones first.
fn token_in(shape: &Shape, fits: &dyn Fn(&str) -> bool, depth: usize) -> Option<Vec<String>> {
    let members = &shape.object.as_ref()?.members;
    let is_token = |shape: &Shape| {
        let text = shape.text.as_ref().is_some_and(|text| text.format() != Some(Format::Uri) && text.listed().is_none());
        shape.kinds() == 0 || shape.kinds() == 1 && (text || shape.number.is_some())
    };
    let own = members.iter().find(|(key, member)| fits(&bare(key)) && is_token(member.shape.meant()));
    let inner = || {
        let deeper = members.iter().filter(|_| depth > 1);
        deeper.filter_map(|(key, member)| Some([vec![key.clone()], token_in(member.shape.meant(), fits, depth - 1)?].concat())).next()
    };
    own.map(|(key, _)| vec![key.clone()]).or_else(inner)
}

/// The saved links to the next page have to say the parameter.
fn link(endpoint: &Endpoint, query: &Query<'_>) -> Option<NextPage> {
    let parameter = query.number(PAGES).or_else(|| query.called(TOKENS).map(|(parameter, _)| parameter))?;
    let pair = format!("{}=", parameter.name);
    let headers = endpoint.answers.iter().flat_map(|answer| &answer.headers);
    let mut links = headers.filter(|(name, _, _)| name.eq_ignore_ascii_case("link")).flat_map(|(_, value, _)| value.split('<'));
    let leads_on = |link: &str| {
        link.contains("rel=") && link.contains("next") && (link.contains(&format!("?{pair}")) || link.contains(&format!("&{pair}")))
    };
    links.any(leads_on).then(|| NextPage::Link { parameter: parameter.name.clone() })
}

fn page(query: &Query<'_>, shape: &Shape) -> Option<NextPage> {
    let parameter = query.number(PAGES)?;
    let size = query.number(SIZES).map(|size| size.name.clone());
    let total = shape.object.as_ref().is_some_and(|object| object.members.keys().any(|key| TOTALS.contains(&bare(key).as_str())));
    let first = i64::from(!parameter.samples.iter().any(|sample| sample == "0"));
    (size.is_some() || total).then(|| NextPage::Page { parameter: parameter.name.clone(), first, size })
}

fn offset(query: &Query<'_>) -> Option<NextPage> {
    let (parameter, size) = (query.number(OFFSETS)?, query.number(SIZES)?);
    Some(NextPage::Offset { parameter: parameter.name.clone(), size: size.name.clone() })
}
