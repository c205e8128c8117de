//! Exports in the format v1: a flat list of requests, and folders that name them.
//!
//! Postman wrote it until 2021. The rules are those of `postman-collection-transformer`, apart from requests that no `order` lists:
//! those are kept.

mod auth;
mod body;
mod collection;
mod request;
mod response;
