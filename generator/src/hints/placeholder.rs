//! Type placeholders: samples that name a type in place of a value.

/// The type that a placeholder names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// A text of no particular format.
    Text,
    /// A date and time.
    DateTime,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A UUID.
    Uuid,
    /// An e-mail address.
    Email,
    /// A URI.
    Uri,
    /// An IP address.
    Ip,
    /// Base64.
    Byte,
    /// A password.
    Password,
    /// The bytes of a file.
    Binary,
    /// A whole number.
    Integer,
    /// A whole number of 64 bits.
    Long,
    /// A number.
    Number,
    /// A number of single precision.
    Float,
    /// A number of double precision.
    Double,
    /// A boolean.
    Boolean,
    /// An object of which nothing is known.
    Object,
    /// A list of which nothing is known.
    Array,
    /// Nothing: the faker gave up (nested too deep, a circular reference). It is no evidence at all.
    Never,
}

impl Placeholder {
    /// It stands for a text and is itself a value of its type; the others have to be replaced before they are sent.
    pub fn is_text(self) -> bool {
        !matches!(
            self,
            Placeholder::Integer
                | Placeholder::Long
                | Placeholder::Number
                | Placeholder::Float
                | Placeholder::Double
                | Placeholder::Boolean
                | Placeholder::Object
                | Placeholder::Array
                | Placeholder::Never
        )
    }

    /// The JSON text of some value of its type, for those that are no texts themselves.
    pub fn example(self) -> Option<&'static str> {
        match self {
            Placeholder::Integer | Placeholder::Long => Some("1"),
            Placeholder::Number | Placeholder::Float | Placeholder::Double => Some("1.5"),
            Placeholder::Boolean => Some("true"),
            Placeholder::Object => Some("{}"),
            Placeholder::Array => Some("[]"),
            _ => None,
        }
    }
}

/// The type that a sample names: `<integer>`, `<dateTime>`, `<string-phone>`, `<Error: …>`, `<Circular reference to …>`.
/// Any other text in angle brackets (`<API Key>`, `<p>`) is a text like any other.
pub fn placeholder(text: &str) -> Option<Placeholder> {
    let name = text.strip_prefix('<')?.strip_suffix('>')?;
    if name.starts_with("Error: ") || name.starts_with("Circular reference to ") {
        return Some(Placeholder::Never);
    }
    known(name).or_else(|| {
        let (kind, format) = name.split_once('-')?;
        let written = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let fits = !format.is_empty() && format.chars().all(written);
        fits.then(|| with_format(kind, format)).flatten()
    })
}

/// The names that stand alone.
fn known(name: &str) -> Option<Placeholder> {
    Some(match name {
        "string" | "regex" | "hostname" | "json-pointer" | "uri-template" | "uri-reference" => {
            Placeholder::Text
        }
        "number" => Placeholder::Number,
        "float" => Placeholder::Float,
        "double" => Placeholder::Double,
        "integer" | "http-status-code" => Placeholder::Integer,
        "long" => Placeholder::Long,
        "boolean" => Placeholder::Boolean,
        "object" => Placeholder::Object,
        "array" => Placeholder::Array,
        "byte" | "base64" => Placeholder::Byte,
        "binary" => Placeholder::Binary,
        "password" => Placeholder::Password,
        "date" => Placeholder::Date,
        "dateTime" | "date-time" => Placeholder::DateTime,
        "time" => Placeholder::Time,
        "uuid" | "uid" | "guid" => Placeholder::Uuid,
        "email" => Placeholder::Email,
        "uri" | "url" => Placeholder::Uri,
        "ipv4" | "ipv6" | "ip" => Placeholder::Ip,
        _ => return None,
    })
}

/// `<type-format>`: the type when it is one of JSON Schema's, for a text the format when it is a known one.
fn with_format(kind: &str, format: &str) -> Option<Placeholder> {
    match kind {
        "string" => {
            Some(known(format).filter(|named| named.is_text()).unwrap_or(Placeholder::Text))
        }
        "integer" if format == "int64" => Some(Placeholder::Long),
        "number" if matches!(format, "float" | "double") => known(format),
        "integer" | "number" | "boolean" | "object" | "array" => known(kind),
        _ => None,
    }
}

/// The type that a bare word names (`"integer"` where an integer belongs). It means that only where every text of a body
/// is such a word.
pub fn type_word(text: &str) -> Option<Placeholder> {
    match text {
        "string" => Some(Placeholder::Text),
        "integer" => Some(Placeholder::Integer),
        "number" => Some(Placeholder::Number),
        "boolean" => Some(Placeholder::Boolean),
        _ => None,
    }
}

/// Whether a text is a value of its own: it contains no variable and is not a placeholder.
pub fn is_given(text: &str) -> bool {
    !text.contains("{{") && placeholder(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_of_the_converters() {
        for (text, expected) in [
            ("<string>", Placeholder::Text),
            ("<long>", Placeholder::Long),
            ("<double>", Placeholder::Double),
            ("<dateTime>", Placeholder::DateTime),
            ("<uid>", Placeholder::Uuid),
            ("<uri-template>", Placeholder::Text),
            ("<http-status-code>", Placeholder::Integer),
            ("<string-phone>", Placeholder::Text),
            ("<string-date-time>", Placeholder::DateTime),
            ("<string-number>", Placeholder::Text),
            ("<integer-unix-time>", Placeholder::Integer),
            ("<number-decimal>", Placeholder::Number),
            ("<Error: Too many levels of nesting to fake this schema>", Placeholder::Never),
            ("<Circular reference to #/components/schemas/a detected>", Placeholder::Never),
        ] {
            assert_eq!(placeholder(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_placeholders() {
        for text in [
            "",
            "<>",
            "string",
            "<API Key>",
            "<p>",
            "<file-name>",
            "<string->",
            "<string",
            "<integer>,<integer>",
        ] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }

    #[test]
    fn bare_words() {
        assert_eq!(type_word("integer"), Some(Placeholder::Integer));
        assert_eq!(type_word("Integer"), None);
    }

    #[test]
    fn examples_replace_what_is_no_text() {
        assert_eq!(Placeholder::Integer.example(), Some("1"));
        assert_eq!(Placeholder::Uuid.example(), None);
    }
}
