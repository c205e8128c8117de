// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! How an endpoint writes itself: the target, the headers and the body of a request.

pub(crate) mod arguments;
pub(crate) mod body;
pub mod encode;
pub(crate) mod file;
pub(crate) mod header_text;
pub(crate) mod json_text;
mod location;
pub mod mime;
pub(crate) mod multipart;
pub(crate) mod param;
pub(crate) mod target;
pub(crate) mod template;
pub(crate) mod text;

use self::header_text::{header_value, recode};
use self::multipart::Multipart;
use self::target::{LocationSink, PathSink, QuerySink, Secrecy, Target};
use self::template::Writer;
use super::{
    Base, Body, BuildError, FileParam, Language, MultipartBuilder, Param, Piece, Settings, Sink,
    Text,
};
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName};
use serde_core::Serialize;

/// A request that is being written.
#[derive(Debug)]
pub struct RequestBuilder {
    target: Target,
    headers: HeaderMap,
    /// A header holds what is no ASCII.
    latin: bool,
    /// No content type but one set by hand is sent.
    untyped: bool,
    /// What the client has for the values that requests share.
    values: Vec<Option<Text>>,
    whole: Option<(Option<&'static str>, Body)>,
    form: Option<FormBody>,
    multipart: Option<Multipart>,
}

#[derive(Debug)]
struct FormBody {
    content_type: Option<&'static str>,
    text: String,
}

/// All that a transport needs to know, but for the method.
#[derive(Debug, Default)]
pub struct Parts {
    /// The address of the server, the path and the query.
    pub target: String,
    /// Whether the path may be shown. (The query never is.)
    pub secrecy: Secrecy,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
}

impl RequestBuilder {
    /// A request to `base`: the address of a server, or empty for a request in origin form.
    pub fn new<'a>(base: impl Into<Base<'a>>, settings: &Settings) -> Self {
        let base = base.into();
        RequestBuilder {
            target: Target::new(base.address, settings),
            values: base.values.to_vec(),
            headers: HeaderMap::new(),
            latin: false,
            untyped: settings.without_headers.contains(&"content-type"),
            whole: None,
            form: None,
            multipart: None,
        }
    }

    /// What a request sends for a value that it shares with others: its own, or else the client's.
    pub fn value<T: Clone + From<Text>>(&self, index: usize, own: &Option<T>) -> Option<T> {
        own.clone().or_else(|| self.values.get(index)?.clone().map(T::from))
    }

    /// The same for a value that the request cannot do without.
    ///
    /// # Errors
    ///
    /// [`BuildError::NoValue`] when neither the request nor the client has one.
    pub fn needed_value<T: Clone + From<Text>>(
        &self,
        index: usize,
        setting: &'static str,
        own: &Option<T>,
    ) -> Result<T, BuildError> {
        self.value(index, own).ok_or(BuildError::NoValue { setting })
    }

    /// Literal, encoded text of the path.
    pub fn path(&mut self, encoded: &str) -> Result<(), BuildError> {
        self.target.path(encoded);
        Ok(())
    }

    /// An argument in the path.
    pub fn argument(&mut self, name: &'static str, value: &impl Param) -> Result<(), BuildError> {
        let mut sink = PathSink::new(&mut self.target, name);
        value.write(&mut sink)?;
        sink.finish()
    }

    /// An argument that is a whole URL on the server of the request, or a path there. It takes the place of the server's path.
    ///
    /// # Errors
    ///
    /// `finish` fails where the argument names another server.
    pub fn location(&mut self, name: &'static str, value: &impl Param) -> Result<(), BuildError> {
        value.write(&mut LocationSink { target: &mut self.target, name })
    }

    /// Text of the path and the argument that follows it.
    pub fn segment(
        &mut self,
        encoded: &str,
        name: &'static str,
        value: &impl Param,
    ) -> Result<(), BuildError> {
        self.target.path(encoded);
        self.argument(name, value)
    }

    /// An argument within text of the path.
    pub fn inner(
        &mut self,
        before: &str,
        name: &'static str,
        value: &impl Param,
        after: &str,
    ) -> Result<(), BuildError> {
        self.segment(before, name, value)?;
        self.path(after)
    }

    /// A query parameter: a pair for each value.
    pub fn query(
        &mut self,
        encoded_key: &'static str,
        value: &impl Param,
    ) -> Result<(), BuildError> {
        self.target.end_path();
        value.write(&mut QuerySink { target: &mut self.target, key: encoded_key })
    }

    /// A lone `?`, though no parameter follows.
    pub fn bare_query(&mut self) {
        self.target.end_path();
        self.target.bare_query();
    }

    /// A header: a line for each value.
    pub fn header(&mut self, name: &'static str, value: &impl Param) -> Result<(), BuildError> {
        value.write(&mut HeaderSink { headers: &mut self.headers, latin: &mut self.latin, name })
    }

    /// A JSON body.
    pub fn json(
        &mut self,
        content_type: Option<&'static str>,
        body: &impl Serialize,
    ) -> Result<(), BuildError> {
        let body = serde_json::to_vec(body)?.into();
        self.whole = Some((content_type, body));
        Ok(())
    }

    /// A JSON body that need not be there.
    pub fn optional_json(
        &mut self,
        content_type: Option<&'static str>,
        body: &Option<impl Serialize>,
    ) -> Result<(), BuildError> {
        body.as_ref().map_or(Ok(()), |body| self.json(content_type, body))
    }

    /// A body that is one text. An empty one is no body.
    pub fn text(
        &mut self,
        content_type: Option<&'static str>,
        body: &impl Param,
    ) -> Result<(), BuildError> {
        let mut text = Writer { out: String::new(), language: Language::Plain };
        body.write(&mut text)?;
        self.whole(content_type, text.out.into());
        Ok(())
    }

    /// A body that is a text with holes.
    pub fn template(
        &mut self,
        content_type: Option<&'static str>,
        language: Language,
        pieces: &[Piece<'_>],
    ) -> Result<(), BuildError> {
        let mut text = Writer { out: String::new(), language };
        for piece in pieces {
            match piece {
                Piece::Text(literal) => text.out.push_str(literal),
                Piece::Hole(value) => value.write(&mut text)?,
            }
        }
        self.whole(content_type, text.out.into());
        Ok(())
    }

    /// A urlencoded body.
    pub fn urlencoded(&mut self, content_type: Option<&'static str>) -> Form<'_> {
        Form { body: self.form.insert(FormBody { content_type, text: String::new() }) }
    }

    /// A multipart body, with this boundary or a random one.
    pub fn multipart(&mut self, boundary: Option<&'static str>) -> MultipartBuilder<'_> {
        MultipartBuilder::new(self.multipart.insert(Multipart::new(boundary)))
    }

    /// A body that is one file, with the given content type or its own.
    pub fn file(
        &mut self,
        content_type: Option<&'static str>,
        file: &impl FileParam,
    ) -> Result<(), BuildError> {
        for file in file.files() {
            let body = Body::from_chunks(vec![file.chunk()?]);
            // bytes without a name have no type of their own
            let has_type = file.name().is_some() || file.is_path();
            if content_type.is_none()
                && has_type
                && !body.is_empty()
                && !self.headers.contains_key(CONTENT_TYPE)
            {
                file.media_type().map_or(Ok(()), |own| self.header("content-type", &own))?;
            }
            self.whole(content_type, body);
        }
        Ok(())
    }

    /// A GraphQL body.
    pub fn graphql(
        &mut self,
        content_type: Option<&'static str>,
        query: Option<&str>,
        operation: Option<&str>,
        variables: Option<&impl Serialize>,
    ) -> Result<(), BuildError> {
        let mut text = String::from("{");
        let mut member = |key: &str, json: String| {
            text.push_str(if text.len() > 1 { ",\"" } else { "\"" });
            text.push_str(key);
            text.push_str("\":");
            text.push_str(&json);
        };
        if let Some(query) = query {
            member("query", serde_json::to_string(query)?);
        }
        if let Some(operation) = operation {
            member("operationName", serde_json::to_string(operation)?);
        }
        if let Some(variables) = variables {
            member("variables", serde_json::to_string(variables)?);
        }
        text.push('}');
        self.whole(content_type, text.into());
        Ok(())
    }

    fn whole(&mut self, content_type: Option<&'static str>, body: Body) {
        self.whole = (!body.is_empty()).then_some((content_type, body));
    }

    /// The finished request.
    pub fn finish(mut self) -> Result<Parts, BuildError> {
        let (target, secrecy) = self.target.finish()?;
        let mut body = Body::empty();
        if let Some((content_type, whole)) = self.whole {
            body = whole;
            if !self.headers.contains_key(CONTENT_TYPE) {
                insert_content_type(&mut self.headers, content_type)?;
            }
        }
        if let Some(form) = self.form
            && !form.text.is_empty()
        {
            body = form.text.into();
            insert_content_type(&mut self.headers, form.content_type)?;
        }
        if let Some(multipart) = self.multipart
            && let Some((content_type, parts)) = multipart.finish()
        {
            body = parts;
            insert_content_type(&mut self.headers, Some(&*content_type).filter(|_| !self.untyped))?;
        }
        if self.latin && body.begins_in_memory() {
            self.headers.values_mut().for_each(recode);
        }
        Ok(Parts { target, secrecy, headers: self.headers, body })
    }
}

fn insert_content_type(
    headers: &mut HeaderMap,
    content_type: Option<&str>,
) -> Result<(), BuildError> {
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, header_value(CONTENT_TYPE.as_str(), content_type)?);
    }
    Ok(())
}

/// Adds fields to a urlencoded body. Without any field, no body and no `Content-Type` are sent.
#[derive(Debug)]
pub struct Form<'a> {
    body: &'a mut FormBody,
}

impl Form<'_> {
    /// A pair for each value.
    pub fn field(
        &mut self,
        encoded_key: &'static str,
        value: &impl Param,
    ) -> Result<(), BuildError> {
        value.write(&mut FormSink { text: &mut self.body.text, key: encoded_key })
    }
}

struct FormSink<'a> {
    text: &'a mut String,
    key: &'static str,
}

impl Sink for FormSink<'_> {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(self.key);
        self.text.push('=');
        encode::push_form(self.text, value);
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.text(value)
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        self.text("")
    }
}

struct HeaderSink<'a> {
    headers: &'a mut HeaderMap,
    latin: &'a mut bool,
    name: &'static str,
}

impl Sink for HeaderSink<'_> {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        let name = HeaderName::from_bytes(self.name.as_bytes());
        let name = name.map_err(|_| BuildError::HeaderName { name: self.name })?;
        self.headers.append(name, header_value(self.name, value)?);
        *self.latin |= !value.is_ascii();
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.text(value)
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        self.text("")
    }
}
