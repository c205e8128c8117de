// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Iterates over pages as they arrive.

use super::super::transport::Pending;
use super::super::{Client, Endpoint, Error, Exchange, Paginate};
use futures_core::Stream;
use std::collections::HashSet;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A request with its response.
type Asked<E> = (E, Result<Exchange<<E as Endpoint>::Output>, Error>);

/// The pages of a list. They end at the first error, and at a request that was already sent, so
/// that a server that repeats itself is not asked forever.
pub struct Pages<E: Paginate> {
    client: Client<E::Api>,
    pending: Option<Pending<'static, Asked<E>>>,
    seen: HashSet<String>,
}

impl<E: Paginate + 'static> Pages<E> {
    pub(crate) fn new(first: E, client: Client<E::Api>) -> Self {
        let mut pages = Pages { client, pending: None, seen: HashSet::new() };
        pages.ask(first, None);
        pages
    }

    /// Returns the next page. `Pages` is also a [`Stream`].
    pub async fn next(&mut self) -> Option<Result<E::Output, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Requests a page, at an address from a response or at the request's own.
    fn ask(&mut self, request: E, address: Option<String>) {
        // A request that cannot be written fails when it is sent.
        let target = address.clone().or_else(|| Some(request.write_to("").ok()?.target));
        if target.is_some_and(|target| !self.seen.insert(target)) {
            return;
        }
        let client = self.client.clone();
        self.pending = Some(Box::pin(async move {
            let answer = client.exchange_at(&request, address.as_deref()).await;
            (request, answer)
        }));
    }
}

impl<E: Paginate + 'static> Stream for Pages<E> {
    type Item = Result<E::Output, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(pending) = &mut self.pending else { return Poll::Ready(None) };
        let (request, answer) = ready!(pending.as_mut().poll(context));
        self.pending = None;
        Poll::Ready(Some(answer.map(|page| {
            if let Some(next) = request.next_page(&page) {
                self.ask(next, None);
            } else if let Some(address) = E::next_address(&page) {
                self.ask(request, Some(address));
            }
            page.into_body()
        })))
    }
}

impl<E: Paginate> fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &E::OPERATION.name)
            .field("asked", &self.seen.len())
            .finish_non_exhaustive()
    }
}

/// The items of all pages of a list.
pub struct Items<E: Paginate> {
    pages: Pages<E>,
    items: std::vec::IntoIter<E::Item>,
}

impl<E: Paginate + 'static> Items<E> {
    pub(crate) fn new(pages: Pages<E>) -> Self {
        Items { pages, items: Vec::new().into_iter() }
    }

    /// Returns the next item. `Items` is also a [`Stream`].
    pub async fn next(&mut self) -> Option<Result<E::Item, Error>>
    where
        E::Item: Unpin,
    {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<E: Paginate + 'static> Stream for Items<E>
where
    E::Item: Unpin,
{
    type Item = Result<E::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.items = E::into_items(page).unwrap_or_default().into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<E: Paginate> fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("at_hand", &self.items.len())
            .finish()
    }
}
