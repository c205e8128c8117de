// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Bodies that are text with holes: XML, SOAP, or JSON that parses only once its holes are filled.

use super::super::{BuildError, Param, Sink};

/// The language of a body with holes, which determines how arguments are escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// XML or HTML: `& < > " '` become entities.
    Xml,
    /// JSON: escaped for the inside of a string.
    Json,
    /// Any other language: nothing is escaped.
    Plain,
}

/// A piece of a body with holes.
#[derive(Clone, Copy)]
pub enum Piece<'a> {
    /// Literal text.
    Text(&'a str),
    /// A hole with its argument.
    Hole(&'a dyn Param),
}

/// A text body under construction.
pub(crate) struct Writer {
    pub(crate) out: String,
    pub(crate) language: Language,
}

impl Sink for Writer {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        match self.language {
            Language::Plain => self.out.push_str(value),
            Language::Json => push_json(&mut self.out, value)?,
            Language::Xml => push_xml(&mut self.out, value)?,
        }
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.out.push_str(value);
        Ok(())
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        Ok(())
    }
}

fn push_json(out: &mut String, value: &str) -> Result<(), BuildError> {
    let quoted = serde_json::to_string(value)?;
    out.push_str(&quoted[1..quoted.len() - 1]);
    Ok(())
}

fn push_xml(out: &mut String, value: &str) -> Result<(), BuildError> {
    for character in value.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // Without the escape a parser would read it as a line feed.
            '\r' => out.push_str("&#13;"),
            // XML 1.0 cannot represent these characters.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                return Err(BuildError::Template { character });
            }
            other => out.push(other),
        }
    }
    Ok(())
}
