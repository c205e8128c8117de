//! How endpoints write requests.

use crate::runtime::{
    Body, BuildError, File, Json, Language, Param, Parts, Piece, Raw, RequestBuilder, Restore,
    SavedValue, Settings, Text,
};
use proptest::prelude::*;

fn written(
    write: impl FnOnce(&mut RequestBuilder) -> Result<(), BuildError>,
) -> Result<Parts, BuildError> {
    let mut request = RequestBuilder::new("http://h.test", &Settings::DEFAULT);
    write(&mut request)?;
    request.finish()
}

fn target(write: impl FnOnce(&mut RequestBuilder) -> Result<(), BuildError>) -> String {
    written(write).unwrap().target
}

fn with_id(value: &impl Param) -> Result<String, BuildError> {
    let parts = written(|request| {
        request.path("/u/")?;
        request.argument("id", value)?;
        request.path("/z")?;
        request.query("q", &1)
    })?;
    Ok(parts.target)
}

#[test]
fn path_arguments() {
    assert_eq!(
        with_id(&Text::from("a/b?c#d%e")).unwrap(),
        "http://h.test/u/a%2Fb%3Fc%23d%25e/z?q=1"
    );
    assert_eq!(
        with_id(&Text::from(Raw::new("a/b?c=d e"))).unwrap(),
        "http://h.test/u/a/b?c=d%20e/z?q=1"
    );
    assert_eq!(with_id(&Raw::new("a#b")).unwrap(), "http://h.test/u/a");
    assert_eq!(with_id(&-5).unwrap(), "http://h.test/u/-5/z?q=1");
}

#[test]
fn path_arguments_that_vanish_are_refused() {
    for value in ["", ".", ".."] {
        assert!(
            matches!(with_id(&Text::from(value)), Err(BuildError::PathArgument { name: "id" })),
            "{value:?}"
        );
    }
    assert_eq!(with_id(&Text::from("%2e")).unwrap(), "http://h.test/u/%252e/z?q=1");
    assert_eq!(with_id(&Raw::new("..")).unwrap(), "http://h.test/u/../z?q=1");
    let at_the_end = written(|request| {
        request.path("/u/.")?;
        request.argument("id", &Text::from("."))
    });
    assert!(matches!(at_the_end, Err(BuildError::PathArgument { .. })));
    let with_suffix = |request: &mut RequestBuilder| {
        request.path("/u/")?;
        request.argument("id", &Text::default())?;
        request.path(".json")
    };
    assert_eq!(target(with_suffix), "http://h.test/u/.json");
    assert!(matches!(with_id(&None::<Text>), Err(BuildError::PathValues { .. })));
}

#[test]
fn queries() {
    let all = target(|request| {
        request.query("a", &Text::from("x&y=z#+%"))?;
        request.query("a", &vec![1, 2])?;
        request.query("b", &None::<Text>)?;
        request.query("c", &Text::bare())?;
        request.query("d", &Text::default())?;
        request.query("", &Text::from("v"))?;
        request.query("e", &Raw::new("p?x=1&y=2"))?;
        request.query("f", &Raw::new("a#b"))?;
        request.query("g", &true)
    });
    assert_eq!(all, "http://h.test?a=x%26y%3Dz%23%2B%25&a=1&a=2&c&d=&=v&e=p?x=1&y=2&f=a");
    let bare = |request: &mut RequestBuilder| {
        request.path("/q")?;
        request.bare_query();
        Ok(())
    };
    assert_eq!(target(bare), "http://h.test/q?");
}

#[test]
fn urls_without_escaping() {
    let settings = Settings { raw_url: true, ..Settings::DEFAULT };
    let write = |value: &str| {
        let mut request = RequestBuilder::new("", &settings);
        request.path("/a/")?;
        request.argument("id", &Raw::new(value))?;
        request.finish().map(|parts| parts.target)
    };
    assert_eq!(write("<b>\"").unwrap(), "/a/<b>\"");
    assert!(matches!(write("a b"), Err(BuildError::Url { .. })));
}

#[test]
fn headers() {
    let header = |value: &str| {
        written(|request| request.header("X-A", &value))
            .map(|parts| parts.headers["x-a"].as_bytes().to_vec())
    };
    assert_eq!(header("é").unwrap(), b"\xe9");
    assert_eq!(header("").unwrap(), b"");
    for refused in ["a\r\nb: c", "a\nb", "€", "\0"] {
        assert!(matches!(header(refused), Err(BuildError::HeaderValue { .. })), "{refused:?}");
    }
    assert!(matches!(
        written(|request| request.header("a b", &1)),
        Err(BuildError::HeaderName { name: "a b" })
    ));
    let twice = written(|request| request.header("X-A", &vec![1, 2])).unwrap();
    assert_eq!(twice.headers.get_all("x-a").iter().count(), 2);
}

fn body(parts: Parts) -> (Option<String>, String) {
    let content_type =
        parts.headers.get("content-type").map(|value| value.to_str().unwrap().to_owned());
    (content_type, String::from_utf8(parts.body.as_bytes().unwrap().to_vec()).unwrap())
}

#[test]
fn text_bodies() {
    let json = written(|request| request.json(Some("application/json"), &vec![1, 2])).unwrap();
    assert_eq!(body(json), (Some("application/json".into()), "[1,2]".into()));
    let empty = written(|request| request.text(Some("text/plain"), &Text::default())).unwrap();
    assert_eq!(body(empty), (None, String::new()));
    let own_type = written(|request| {
        request.header("Content-Type", &"text/x")?;
        request.text(Some("text/plain"), &"a")
    });
    assert_eq!(body(own_type.unwrap()), (Some("text/x".into()), "a".into()));
    let graphql = written(|request| {
        request.graphql(None, Some("{a}"), None, Some(&Json::<i32>::raw("").raw_text()))
    });
    assert_eq!(body(graphql.unwrap()).1, r#"{"query":"{a}","variables":""}"#);
    let nothing = written(|request| request.graphql(None, None, None, None::<&()>));
    assert_eq!(body(nothing.unwrap()).1, "{}");
}

#[test]
fn templates() {
    let filled = |language, value: &dyn Param| {
        let pieces = [Piece::Text("<a>"), Piece::Hole(value), Piece::Text("</a>")];
        written(|request| request.template(None, language, &pieces)).map(|parts| body(parts).1)
    };
    let hostile = "</a>&\"'\n";
    assert_eq!(filled(Language::Xml, &hostile).unwrap(), "<a>&lt;/a&gt;&amp;&quot;&apos;\n</a>");
    assert_eq!(filled(Language::Json, &hostile).unwrap(), "<a></a>&\\\"'\\n</a>");
    assert_eq!(filled(Language::Plain, &hostile).unwrap(), "<a></a>&\"'\n</a>");
    assert_eq!(filled(Language::Xml, &Raw::new("<b/>")).unwrap(), "<a><b/></a>");
    assert!(matches!(filled(Language::Xml, &"\0"), Err(BuildError::Template { character: '\0' })));
}

#[test]
fn urlencoded_bodies() {
    let write = |request: &mut RequestBuilder| {
        let mut form = request.urlencoded(Some("application/x-www-form-urlencoded"));
        form.field("a", &Text::from("x y&=+%~"))?;
        form.field("b", &None::<Text>)?;
        form.field("c", &Text::bare())
    };
    let form = body(written(write).unwrap());
    assert_eq!(
        form,
        (Some("application/x-www-form-urlencoded".into()), "a=x%20y%26%3D%2B%25~&c=".into())
    );
    let nothing =
        written(|request| request.urlencoded(Some("t/t")).field("a", &None::<Text>)).unwrap();
    assert_eq!(body(nothing), (None, String::new()));
}

#[test]
fn multipart_bodies() {
    let write = |request: &mut RequestBuilder| {
        let mut form = request.multipart(Some("B"));
        form.text("ü\"", None, &Text::from("1"))?;
        form.text("j", Some("application/json"), &Json::new(vec![1]))?;
        form.text("none", None, &None::<Text>)?;
        form.file("f", &File::bytes("a\"\r\n.png", "PNG"))?;
        form.file("g", &File::bytes("üml €.txt", "x").content_type("text/x"))?;
        form.file("h", &File::empty())?;
        form.file("i", &File::unnamed("y"))
    };
    let expected = [
        "--B\r\nContent-Disposition: form-data; name=\"ü\"\"\r\n\r\n1\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"j\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a%22%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"g\"; filename=\"üml €.txt\"; ",
        "filename*=UTF-8''%C3%BCml%20%E2%82%AC.txt\r\nContent-Type: text/x\r\n\r\nx\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"h\"; filename=\"\"\r\n\r\n\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"i\"\r\nContent-Type: application/octet-stream\r\n\r\ny\r\n",
        "--B--\r\n",
    ];
    let form = body(written(write).unwrap());
    assert_eq!(form, (Some("multipart/form-data; boundary=B".into()), expected.concat()));
    let nothing = written(|request| request.multipart(None).file("a", &None::<File>)).unwrap();
    assert_eq!(body(nothing), (None, String::new()));
    for value in ["--B", "a\r\n--B--\r\n"] {
        let text = written(|request| request.multipart(Some("B")).text("t", None, &value));
        let file =
            written(|request| request.multipart(Some("B")).file("f", &File::bytes("a", value)));
        assert!(matches!(
            (text, file),
            (Err(BuildError::Boundary { name: "t" }), Err(BuildError::Boundary { name: "f" }))
        ));
    }
    let hostile = File::bytes("a", "").content_type("a\r\nb");
    assert!(written(|request| request.multipart(None).file("a", &hostile)).is_err());
}

#[test]
fn files() {
    let path = std::env::temp_dir().join(format!("runtime-{}.json", std::process::id()));
    std::fs::write(&path, "{}").unwrap();
    let parts = written(|request| request.file(None, &File::path(&path))).unwrap();
    assert_eq!(
        (parts.body.len(), parts.headers["content-type"].as_bytes()),
        (Some(2), b"application/json".as_slice())
    );
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        written(|request| request.file(None, &File::path(&path))),
        Err(BuildError::File { .. })
    ));
    assert!(Body::from("").is_empty());
}

#[test]
fn saved_values() {
    let text = |text: &str| vec![SavedValue::Text(text.into())];
    assert_eq!(Option::<i64>::restore(&text("5")), Ok(Some(5)));
    assert_eq!(Option::<i64>::restore(&[]), Ok(None));
    assert_eq!(
        Vec::<bool>::restore(&[text("true"), text("false")].concat()),
        Ok(vec![true, false])
    );
    assert!(i64::restore(&text("x")).is_err());
    assert_eq!(Text::restore(&[SavedValue::Bare]), Ok(Text::bare()));
    assert_eq!(Text::restore(&[SavedValue::Raw("a/b".into())]), Ok(Raw::new("a/b").into()));
    assert_eq!(Json::<Vec<i32>>::restore(&text("[1,2]")), Ok(Json::new(vec![1, 2])));
    assert_eq!(Json::<Vec<i32>>::restore(&text("[1, 2]")), Ok(Json::raw("[1, 2]")));
}

proptest! {
    #[test]
    fn arguments_are_data(id in any::<String>(), value in any::<String>()) {
        let made = written(|request| {
            request.path("/u/")?;
            request.argument("id", &Text::from(id.as_str()))?;
            request.path("/z")?;
            request.query("k", &Text::from(value.as_str()))?;
            request.query("l", &1)
        });
        match made {
            Err(BuildError::PathArgument { .. }) => prop_assert!(matches!(id.as_str(), "" | "." | "..")),
            Err(error) => prop_assert!(false, "{}", error),
            Ok(parts) => {
                let url = parts.target.parse::<url::Url>().unwrap();
                prop_assert_eq!(url.as_str(), parts.target.as_str());
                prop_assert_eq!(url.path_segments().unwrap().count(), 3);
                prop_assert!(url.fragment().is_none());
                prop_assert_eq!(url.query().unwrap().split('&').count(), 2);
            }
        }
    }
}
