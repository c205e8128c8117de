//! A tolerant walk over XML and HTML: the content of elements, their attributes, CDATA and comments.

use super::mapped::Mapped;
use super::{Finding, Seek, moved, prose, value};

/// Elements that hold the value of what is around them: `<password><value>…`.
const VALUE: [&str; 7] = ["value", "string", "text", "val", "default", "content", "data"];

/// Attributes and elements that name the value beside them: `<add key="password" value="…"/>`.
const NAME: [&str; 5] = ["name", "key", "field", "property", "id"];

/// The secrets in an XML text.
pub fn find(seek: Seek<'_>, text: &str) -> Vec<Finding> {
    let mut walk = Walk { seek, text, around: Vec::new(), found: Vec::new() };
    walk.run();
    walk.found
}

struct Walk<'a> {
    seek: Seek<'a>,
    text: &'a str,
    around: Vec<Element<'a>>,
    found: Vec<Finding>,
}

/// An element around the current position.
struct Element<'a> {
    /// Its name without a prefix.
    name: &'a str,
    /// What an attribute or an element in it names its value.
    said: Option<&'a str>,
}

impl<'a> Walk<'a> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let rest = &self.text[at..];
            let length = if let Some(content) = rest.strip_prefix("<![CDATA[") {
                let end = content.find("]]>").unwrap_or(content.len());
                self.content(at + 9, &content[..end]);
                (9 + end + 3).min(rest.len())
            } else if rest.starts_with("<!--") {
                let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
                self.found.extend(moved(prose(self.seek, &rest[..end]), at, ""));
                end
            } else if rest.starts_with('<') {
                self.tag(at)
            } else {
                let end = rest.find('<').unwrap_or(rest.len());
                self.content(at, &rest[..end]);
                end
            };
            at += length.max(1);
            while !self.text.is_char_boundary(at) {
                at += 1;
            }
        }
    }

    /// A tag; its length.
    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = tag_length(rest);
        let tag = &rest[..length];
        if tag.starts_with("</") {
            self.around.pop();
            return length;
        }
        if tag.starts_with(['<']) && tag[1..].starts_with(['!', '?']) {
            return length;
        }
        let end = tag[1..].find(|letter: char| letter.is_whitespace() || "/>".contains(letter));
        let name = &tag[1..end.map_or(tag.len(), |end| end + 1)];
        if !name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') {
            return 1;
        }
        let said = self.attributes(at, tag);
        if !tag.ends_with("/>") && !is_void(name) {
            let name = name.rsplit(':').next().unwrap_or(name);
            self.around.push(Element { name, said });
        }
        length
    }

    /// The attributes of a tag; what they name the element.
    fn attributes(&mut self, at: usize, tag: &'a str) -> Option<&'a str> {
        let attributes = attributes(tag);
        let named = |key: &str| NAME.contains(&key.to_ascii_lowercase().as_str());
        let said = attributes
            .iter()
            .find(|(key, start, end)| {
                named(key) && self.seek.certainty(&tag[*start..*end]).is_some()
            })
            .map(|(_, start, end)| &tag[*start..*end]);
        for (key, start, end) in attributes {
            let local = key.rsplit(':').next().unwrap_or(key);
            let is_value = VALUE.contains(&local.to_ascii_lowercase().as_str());
            let key = said.filter(|_| is_value).unwrap_or(local);
            let within = format!("{}/@{local}", self.pointer());
            let found = unescaped(self.seek, key, &tag[start..end]);
            self.found.extend(moved(found, at + start, &within));
        }
        said
    }

    fn content(&mut self, at: usize, raw: &'a str) {
        let content = raw.trim();
        if content.is_empty() {
            return;
        }
        let start = at + (raw.len() - raw.trim_start().len());
        let own = self.around.last().map_or("", |element| element.name);
        if NAME.contains(&own.to_ascii_lowercase().as_str()) {
            let depth = self.around.len();
            if let Some(around) = depth.checked_sub(2).and_then(|at| self.around.get_mut(at)) {
                around.said = around.said.or(Some(content));
            }
        }
        let within = self.pointer();
        let found = unescaped(self.seek, self.key(), content);
        self.found.extend(moved(found, start, &within));
    }

    /// What the content at the current position is called.
    fn key(&self) -> &'a str {
        let Some(own) = self.around.last() else { return "" };
        if let Some(said) = own.said {
            return said;
        }
        let mut name = own.name;
        for around in self.around.iter().rev().skip(1).take(3) {
            if !VALUE.contains(&name.to_ascii_lowercase().as_str()) {
                break;
            }
            let above = around.said.unwrap_or(around.name);
            if self.seek.certainty(above).is_some() {
                return above;
            }
            name = around.name;
        }
        own.name
    }

    fn pointer(&self) -> String {
        self.around.iter().map(|element| format!("/{}", element.name)).collect()
    }
}

/// The secrets in content with entities.
fn unescaped(seek: Seek<'_>, key: &str, raw: &str) -> Vec<Finding> {
    if !raw.contains('&') {
        return value(seek, key, raw);
    }
    let mapped = Mapped::xml(raw);
    mapped.back(value(seek, key, &mapped.text))
}

/// HTML elements without an end.
fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "input", "meta", "link"].contains(&name.to_ascii_lowercase().as_str())
}

/// The length of the tag at the start of a text; `>` in quotes does not end it.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.find('>').map_or(text.len(), |at| at + 1)
}

/// The attributes of a tag: key, start and end of the value.
fn attributes(tag: &str) -> Vec<(&str, usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = tag[at..].find('=').map(|offset| at + offset) {
        let before = tag[at..equals].trim_end();
        let key = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        let start = equals + 1 + (tag[equals + 1..].len() - tag[equals + 1..].trim_start().len());
        let Some(quote) = tag[start..].chars().next().filter(|q| matches!(q, '"' | '\'')) else {
            at = equals + 1;
            continue;
        };
        let Some(length) = tag[start + 1..].find(quote) else { break };
        found.push((key, start + 1, start + 1 + length));
        at = start + length + 2;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{Seek, settled};
    use crate::resolve::Secrets;

    fn secrets(text: &str) -> Vec<&str> {
        let said = Secrets::default();
        let found = settled(super::find(Seek::new(&said), text));
        found.into_iter().map(|found| &text[found.span]).collect()
    }

    #[test]
    fn elements_and_attributes() {
        assert_eq!(
            secrets("<C><Username>a</Username><Password>open it!</Password></C>"),
            ["open it!"]
        );
        assert_eq!(secrets("<a:l><w:Password T=\"#P\"> sesame\n</w:Password></a:l>"), ["sesame"]);
        assert_eq!(secrets("<u name='ada' password='sesame'/>"), ["sesame"]);
        assert_eq!(secrets("<add key=\"password\" value=\"sesame\"/>"), ["sesame"]);
        assert_eq!(secrets("<p name=\"password\">sesame</p>"), ["sesame"]);
        assert_eq!(
            secrets("<m><name>password</name><value><string>x1</string></value></m>"),
            ["x1"]
        );
        assert_eq!(secrets("<Password><![CDATA[ses<ame]]></Password>"), ["ses<ame"]);
        assert_eq!(secrets("<a><b>{\"password\": \"sesame\"}</b></a>"), ["sesame"]);
        assert_eq!(secrets("<!-- password=sesame --><a/>"), ["sesame"]);
    }

    #[test]
    fn what_is_visible() {
        for text in [
            "<a><Password>{{password}}</Password></a>",
            "<a><Password>?</Password><Token>string</Token></a>",
            "<token><id>12</id><name>deploy</name></token>",
            "<p>Use a <b>password</b> here: it is required",
        ] {
            let found = secrets(text);
            assert!(found.iter().all(|found| found.starts_with("{{")), "{text}: {found:?}");
        }
    }
}
