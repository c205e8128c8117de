//! Messages for people: the place in the file with a piece of it, the place in the collection, and what to do.

use annotate_snippets::{
    AnnotationKind, Element, Group, Level as Words, Origin, Renderer, Snippet,
};

use super::message::{Level, Message};

/// The message as text without a last end of line.
pub(crate) fn render(renderer: &Renderer, message: &Message) -> String {
    let level = match message.level {
        Level::Error => Words::ERROR,
        Level::Warning => Words::WARNING,
        Level::Note => Words::NOTE,
    };
    let title = level.primary_title(message.text.as_str()).id(message.code);
    let group = Group::with_title(title).elements(elements(message));
    renderer.render(&[group])
}

/// Many messages of one kind as one line, with the first one's location.
pub(crate) fn counted(renderer: &Renderer, first: &Message, count: usize) -> String {
    let file = first.file.as_deref().unwrap_or_default();
    let at = match &first.position {
        Some(position) => format!("{file}:{}:{}", position.line, position.column),
        None => file.to_owned(),
    };
    let text = format!("{count} times, first at {at}: {}; `--verbose` shows all", first.text);
    render(
        renderer,
        &Message {
            text,
            file: None,
            position: None,
            pointer: None,
            trail: Vec::new(),
            help: None,
            ..first.clone()
        },
    )
}

fn elements(message: &Message) -> Vec<Element<'_>> {
    let mut elements = file(message);
    if !message.trail.is_empty() {
        elements.push(Words::NOTE.with_name("in").message(message.trail.join(" > ")).into());
    }
    if let Some(pointer) = message.pointer.as_deref().filter(|pointer| !pointer.is_empty()) {
        elements.push(Words::NOTE.with_name("at").message(pointer).into());
    }
    if let Some(help) = message.help.as_deref() {
        elements.push(Words::HELP.message(help).into());
    }
    elements
}

/// The place in the file. Of a piece of a very long line only we know the column.
fn file(message: &Message) -> Vec<Element<'_>> {
    let Some(file) = &message.file else {
        return Vec::new();
    };
    let origin = Origin::path(file.as_str());
    let Some(position) = &message.position else {
        return vec![origin.into()];
    };
    let snippet = Snippet::source(position.snippet.as_str())
        .line_start(position.line)
        .annotation(AnnotationKind::Primary.span(position.span.clone()));
    let whole = position.snippet[..position.span.start].chars().count() + 1 == position.column;
    if whole {
        vec![snippet.path(file.as_str()).into()]
    } else {
        vec![origin.line(position.line).char_column(position.column).into(), snippet.into()]
    }
}
