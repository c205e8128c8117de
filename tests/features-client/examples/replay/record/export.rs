// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A collection export (v2.0, v2.1) to which saved responses are added. Nothing else of its text changes.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::node::{Kind, Node};
use super::redact::Sample;
use super::write;

/// A file that is being added to.
pub struct Export {
    path: PathBuf,
    text: String,
}

impl Export {
    /// Of a text, to be written to a path.
    pub fn new(path: PathBuf, text: String) -> Option<Export> {
        let root = Node::read(&text)?;
        matches!(root.kind, Kind::Object(_)).then_some(Export { path, text })
    }

    /// The names of its requests, in order.
    pub fn names(&self) -> Vec<String> {
        let Some(root) = Node::read(&self.text) else { return Vec::new() };
        let name = |item: &Node| {
            item.member("name").and_then(|name| name.text(&self.text)).unwrap_or_default()
        };
        requests(&root).into_iter().map(name).collect()
    }

    /// Adds a response to the request at a position, unless it has an equal one, and writes the file.
    pub fn add(&mut self, position: usize, sample: &Sample) -> io::Result<bool> {
        let Some(root) = Node::read(&self.text) else { return Ok(false) };
        let Some(item) = requests(&root).into_iter().nth(position) else { return Ok(false) };
        let saved = item.member("response");
        let known: Vec<Value> = saved
            .map(|saved| saved.elements().iter().map(|node| self.parsed(node)).collect())
            .unwrap_or_default();
        let equal = |known: &Value| {
            known["code"] == sample.code
                && known["body"].as_str().unwrap_or_default() == sample.body
        };
        if known.iter().any(equal) {
            return Ok(false);
        }
        let response = self.response(item, sample, &known);
        self.insert(item, saved, &response);
        write::replace(&self.path, &self.text)?;
        Ok(true)
    }

    fn parsed(&self, node: &Node) -> Value {
        serde_json::from_str(&self.text[node.span.clone()]).unwrap_or_default()
    }

    /// The members of the saved response, in Postman's order, each as `"key": value`.
    fn response(&self, item: &Node, sample: &Sample, known: &[Value]) -> Vec<String> {
        let name = unused_name(sample, known);
        let headers = sample.headers.iter().map(|(key, value)| json!({"key": key, "value": value}));
        let headers = Value::Array(headers.collect());
        let language = match sample.body.trim_start().as_bytes().first() {
            Some(b'{' | b'[') => "json",
            Some(b'<') => "xml",
            _ => "text",
        };
        let mut members = vec![format!("\"name\": {}", Value::from(name))];
        if let Some(request) = item.member("request") {
            members.push(format!("\"originalRequest\": {}", &self.text[request.span.clone()]));
        }
        members.extend([
            format!("\"status\": {}", Value::from(sample.reason)),
            format!("\"code\": {}", sample.code),
            format!("\"_postman_previewlanguage\": {}", Value::from(language)),
            format!("\"header\": {headers}"),
            "\"cookie\": []".to_owned(),
            format!("\"body\": {}", Value::from(sample.body.as_str())),
        ]);
        members
    }

    /// Puts a response at the end of the list, which is made if there is none.
    fn insert(&mut self, item: &Node, saved: Option<&Node>, response: &[String]) {
        let layout = Layout::of(&self.text, item);
        let object = layout.object(response, 2);
        match saved.map(|saved| (saved, saved.elements().last())) {
            Some((_, Some(last))) => {
                let separator = layout.after(1 + 1);
                self.text.insert_str(last.span.end, &format!(",{separator}{object}"));
            }
            Some((saved, None)) => {
                let list = format!("[{}{object}{}]", layout.after(2), layout.after(1));
                self.text.replace_range(saved.span.clone(), &list);
            }
            None => {
                let list = format!("[{}{object}{}]", layout.after(2), layout.after(1));
                let member = format!("\"response\":{}{list}", layout.blank());
                let Kind::Object(members) = &item.kind else { return };
                match members.last() {
                    Some((_, last)) => {
                        let member = format!(",{}{member}", layout.after(1));
                        self.text.insert_str(last.span.end, &member);
                    }
                    None => self.text.insert_str(item.span.start + 1, &member),
                }
            }
        }
    }
}

/// The requests of a collection, depth first. What has a list of items is a folder.
fn requests(root: &Node) -> Vec<&Node> {
    fn walk<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
        let Some(items) = items(node) else { return };
        for item in items.elements() {
            if !matches!(item.kind, Kind::Object(_)) {
                continue;
            }
            match items_of(item) {
                true => walk(item, found),
                false => found.push(item),
            }
        }
    }
    fn items(node: &Node) -> Option<&Node> {
        node.member("item").or_else(|| node.member("items"))
    }
    fn items_of(node: &Node) -> bool {
        items(node).is_some_and(|items| matches!(items.kind, Kind::List(_)))
    }
    let root = root.member("collection").filter(|inner| items_of(inner)).unwrap_or(root);
    let mut found = Vec::new();
    walk(root, &mut found);
    found
}

/// `200 OK`, with a number behind it when there is such a one.
fn unused_name(sample: &Sample, known: &[Value]) -> String {
    let name = format!("{} {}", sample.code, sample.reason).trim_end().to_owned();
    let taken = |name: &str| known.iter().any(|known| known["name"] == name);
    if !taken(&name) {
        return name;
    }
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    numbered.into_iter().find(|name| !taken(name)).unwrap_or(name)
}

/// How the file is laid out around an item.
struct Layout {
    /// A line break with the indentation of the item; `None`: the file has no lines.
    line: Option<String>,
    unit: String,
}

impl Layout {
    fn of(text: &str, item: &Node) -> Layout {
        let before = &text[..item.span.start];
        let start = before.rfind('\n').map(|at| at + 1);
        let blank = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let line = start.filter(|_| text[item.span.clone()].contains('\n')).map(|start| {
            let ending =
                if before.ends_with("\r\n") || before.contains("\r\n") { "\r\n" } else { "\n" };
            format!("{ending}{}", &before[start..start + blank(&before[start..])])
        });
        let lines = text.lines().map(|line| &line[..blank(line)]);
        let unit = lines.into_iter().find(|blank| !blank.is_empty()).unwrap_or("\t");
        Layout { line, unit: unit.to_owned() }
    }

    /// A line break with so many more levels of indentation than the item's.
    fn after(&self, levels: usize) -> String {
        self.line
            .as_ref()
            .map(|line| format!("{line}{}", self.unit.repeat(levels)))
            .unwrap_or_default()
    }

    /// What is between a colon and its value.
    fn blank(&self) -> &'static str {
        if self.line.is_some() { " " } else { "" }
    }

    fn object(&self, members: &[String], levels: usize) -> String {
        let inner = self.after(levels + 1);
        let separator = format!(",{inner}");
        format!("{{{inner}{}{}}}", members.join(&separator), self.after(levels))
    }
}

/// The text of the collection to copy.
pub fn read(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
}
