// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Responses that are pages of a list.

use super::super::models::{Number, Uuid};
use super::super::{Endpoint, Exchange, Secret};
use http::HeaderMap;
use http::header::LINK;
use serde_json::Value;

/// An endpoint whose responses are pages of a list.
pub trait Paginate: Endpoint + Clone {
    /// The type of the list's items.
    type Item: Send;

    /// Returns the request for the next page. Returns `None` after the last page, and if responses
    /// contain an address instead.
    fn next_page(&self, page: &Exchange<Self::Output>) -> Option<Self> {
        let _ = page;
        None
    }

    /// Returns the address of the next page, if responses contain it. It replaces the request's own
    /// address. No credentials are sent to another host.
    fn next_address(page: &Exchange<Self::Output>) -> Option<String> {
        let _ = page;
        None
    }

    /// Returns the items of a page, or `None` if the response has none.
    fn into_items(page: Self::Output) -> Option<Vec<Self::Item>>;

    /// Returns this page and those after it, each requested when it is needed.
    #[cfg(feature = "client")]
    fn pages(&self, client: &super::super::Client<Self::Api>) -> super::pages::Pages<Self>
    where
        Self: 'static,
    {
        super::pages::Pages::new(self.clone(), client.clone())
    }

    /// Returns the items of this page and of those after it.
    #[cfg(feature = "client")]
    fn items(&self, client: &super::super::Client<Self::Api>) -> super::pages::Items<Self>
    where
        Self: 'static,
    {
        super::pages::Items::new(self.pages(client))
    }
}

/// A value in a response that marks where the next page begins.
pub trait Mark {
    /// Returns its text.
    fn text(&self) -> String;
}

impl<M: Mark> Mark for &M {
    fn text(&self) -> String {
        (*self).text()
    }
}

impl Mark for String {
    fn text(&self) -> String {
        self.clone()
    }
}

impl Mark for Secret {
    fn text(&self) -> String {
        self.expose().to_owned()
    }
}

impl Mark for i64 {
    fn text(&self) -> String {
        self.to_string()
    }
}

impl Mark for Uuid {
    fn text(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Mark for Number {
    fn text(&self) -> String {
        self.to_string()
    }
}

/// Any other value does not mark a page.
impl Mark for Value {
    fn text(&self) -> String {
        self.as_str().unwrap_or_default().to_owned()
    }
}

/// Returns the text of a mark, or `None` if it is empty, which ends the list.
pub fn mark(mark: &impl Mark) -> Option<String> {
    Some(mark.text()).filter(|text| !text.is_empty())
}

/// Returns the number of the next page, after a page of `length` items. An empty page is the last
/// one, and so is a page with fewer items than requested.
pub fn following_page(
    current: Option<i64>,
    first: i64,
    length: usize,
    size: Option<i64>,
) -> Option<i64> {
    is_full(length, size).then(|| current.unwrap_or(first).checked_add(1))?
}

/// Returns the offset of the next page, after a page of `length` items. An empty page is the last
/// one, and so is a page with fewer items than requested.
pub fn following_offset(current: Option<i64>, length: usize, size: Option<i64>) -> Option<i64> {
    is_full(length, size).then(|| current.unwrap_or(0).checked_add(i64::try_from(length).ok()?))?
}

fn is_full(length: usize, size: Option<i64>) -> bool {
    let wanted = size.and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    length > 0 && length >= wanted
}

/// Returns the target of the `Link` header with `rel="next"` (RFC 8288).
pub fn next_link(headers: &HeaderMap) -> Option<String> {
    next_in(headers).map(str::to_owned)
}

fn next_in(headers: &HeaderMap) -> Option<&str> {
    let links = headers.get_all(LINK).into_iter().filter_map(|value| value.to_str().ok());
    links.flat_map(|links| links.split('<').skip(1)).find_map(next_target)
}

/// Returns a query parameter of that target.
pub fn linked(headers: &HeaderMap, parameter: &str) -> Option<String> {
    let target = next_in(headers)?;
    let query = target.split_once('?')?.1.split('#').next()?;
    let value = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| decoded(key) == parameter)?
        .1;
    Some(decoded(value)).filter(|value| !value.is_empty())
}

/// Returns the target of a link with `rel="next"`. `link` is the text after its `<`.
fn next_target(link: &str) -> Option<&str> {
    let (target, parameters) = link.split_once('>')?;
    let is_next = |parameter: &str| {
        let (key, value) = parameter.split_once('=')?;
        let relations = value.trim_matches([' ', ',', '"']);
        (key.trim().eq_ignore_ascii_case("rel")
            && relations.split(' ').any(|one| one.eq_ignore_ascii_case("next")))
        .then_some(())
    };
    parameters.split(';').find_map(is_next).map(|()| target)
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Implements [`Paginate`] for an endpoint and its items: where an answer has its list (`.data.users?`, with `?` behind what is
/// optional; nothing when it is the list), and which field the next request sets, to what.
///
/// * `paged!(ListUsers, User, list(.users?), mark(page_token into Text, .next_page_token?));` a mark in the answer
/// * `paged!(ListUsers, User, list(.users?), link(page_token into Text, "page_token"));` a parameter of the link to the next page
/// * `paged!(ListUsers, User, list(.users?), address(.next_page_uri?));` the address of the next page in the answer
/// * `paged!(ListUsers, User, list(.users?), link());` the address in the link to the next page
/// * `paged!(ListUsers, User, list(), page(page, 1, per_page));` the number of the page, of which the first is 1; the field of the
///   size, when there is one
/// * `paged!(ListUsers, User, list(), offset(offset, limit));` the number of items before; the field of the size
macro_rules! paged {
    () => {};
    ($name:ident, $item:ty, list($($list:tt)*), $way:ident($field:ident $($how:tt)*)) => {
        impl crate::runtime::Paginate for $name {
            type Item = $item;
            fn next_page(&self, page: &crate::runtime::Exchange<Self::Output>) -> Option<Self> {
                let value = crate::runtime::paged!(@$way self, page, ($($list)*), $field $($how)*);
                let mut next = self.clone();
                // Converts into the value itself or into `Some`.
                next.$field = value.into();
                Some(next)
            }
            fn into_items(page: Self::Output) -> Option<Vec<Self::Item>> {
                let items = crate::runtime::paged!(@out page; $($list)*);
                Some(items)
            }
        }
    };
    ($name:ident, $item:ty, list($($list:tt)*), $way:ident($($how:tt)*)) => {
        impl crate::runtime::Paginate for $name {
            type Item = $item;
            fn next_address(page: &crate::runtime::Exchange<Self::Output>) -> Option<String> {
                crate::runtime::paged!(@$way page; $($how)*)
            }
            fn into_items(page: Self::Output) -> Option<Vec<Self::Item>> {
                let items = crate::runtime::paged!(@out page; $($list)*);
                Some(items)
            }
        }
    };
    (@address $page:expr; $($address:tt)*) => {
        crate::runtime::paginate::mark(&crate::runtime::paged!(@at $page.body(); $($address)*))
    };
    (@link $page:expr;) => { crate::runtime::paginate::next_link($page.headers()) };
    (@mark $this:expr, $page:expr, $list:tt, $field:ident $how:tt $type:ty, $($mark:tt)*) => {
        crate::runtime::paged!(@$how $type, crate::runtime::paginate::mark(&crate::runtime::paged!(@at $page.body(); $($mark)*))?)
    };
    (@link $this:expr, $page:expr, $list:tt, $field:ident $how:tt $type:ty, $parameter:literal) => {
        crate::runtime::paged!(@$how $type, crate::runtime::paginate::linked($page.headers(), $parameter)?)
    };
    (@page $this:expr, $page:expr, ($($list:tt)*), $field:ident, $first:literal $(, $size:ident)?) => {
        crate::runtime::paginate::following_page(
            $this.$field.into(),
            $first,
            crate::runtime::paged!(@at $page.body(); $($list)*).len(),
            crate::runtime::paged!(@size $($this.$size)?),
        )?
    };
    (@offset $this:expr, $page:expr, ($($list:tt)*), $field:ident, $size:ident) => {
        crate::runtime::paginate::following_offset(
            $this.$field.into(),
            crate::runtime::paged!(@at $page.body(); $($list)*).len(),
            $this.$size.into(),
        )?
    };
    (@size) => { None };
    (@size $size:expr) => { $size.into() };
    (@as $type:ty, $text:expr) => { $text.parse::<$type>().ok()? };
    (@into $type:ty, $text:expr) => { <$type>::from($text) };
    (@at $from:expr;) => { $from };
    (@at $from:expr; . $field:ident ? $($way:tt)*) => { crate::runtime::paged!(@at $from.$field.as_ref()?; $($way)*) };
    (@at $from:expr; . $field:ident $($way:tt)*) => { crate::runtime::paged!(@at $from.$field; $($way)*) };
    (@out $from:expr;) => { $from };
    (@out $from:expr; . $field:ident ? $($way:tt)*) => { crate::runtime::paged!(@out $from.$field?; $($way)*) };
    (@out $from:expr; . $field:ident $($way:tt)*) => { crate::runtime::paged!(@out $from.$field; $($way)*) };
}
pub(crate) use paged;
