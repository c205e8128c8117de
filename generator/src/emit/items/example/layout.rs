//! Expressions and their layout: on one line where they fit, else one call or element on each.

/// The longest line of an example.
const WIDTH: usize = 90;

/// An expression.
#[derive(Debug, Clone)]
pub enum Expr {
    /// As it stands.
    Text(String),
    /// `head(arguments)`.
    Call(String, Vec<Expr>),
    /// `head.method(argument).method(argument)`.
    Chain(Box<Expr>, Vec<(String, Vec<Expr>)>),
    /// `[element, element]`, behind `vec!` or nothing.
    List(&'static str, Vec<Expr>),
    /// `Name { member: value }`.
    Struct(String, Vec<(String, Expr)>),
}

impl Expr {
    /// A text.
    pub fn text(text: impl Into<String>) -> Expr {
        Expr::Text(text.into())
    }

    /// On as many lines as it needs, the first one behind `used` characters, the others indented by `indent`.
    pub fn layout(&self, indent: usize, used: usize) -> String {
        let flat = self.flat();
        if indent + used + flat.len() <= WIDTH {
            return flat;
        }
        let (outer, inner) =
            ("\n".to_owned() + &" ".repeat(indent), "\n".to_owned() + &" ".repeat(indent + 4));
        let lines = |expressions: &[Expr]| -> String {
            expressions.iter().map(|one| format!("{inner}{},", one.layout(indent + 4, 1))).collect()
        };
        match self {
            Expr::Text(text) => text.clone(),
            Expr::Call(head, arguments) if arguments.is_empty() => format!("{head}()"),
            Expr::Call(head, arguments) => match arguments.as_slice() {
                // brackets within brackets share their lines
                [one @ (Expr::List(..) | Expr::Call(..) | Expr::Struct(..))] => {
                    format!("{head}({})", one.layout(indent, used + head.len() + 2))
                }
                arguments => format!("{head}({}{outer})", lines(arguments)),
            },
            Expr::List(head, elements) => format!("{head}[{}{outer}]", lines(elements)),
            Expr::Struct(name, members) => {
                let member = |(name, value): &(String, Expr)| {
                    format!("{inner}{name}: {},", value.layout(indent + 4, name.len() + 3))
                };
                format!("{name} {{{}{outer}}}", members.iter().map(member).collect::<String>())
            }
            Expr::Chain(head, calls) => {
                let head = head.layout(indent, used);
                let (line, indent) =
                    if head.contains('\n') { (&outer, indent) } else { (&inner, indent + 4) };
                let call = |(name, arguments): &(String, Vec<Expr>)| match name.strip_prefix('.') {
                    // a field, or `await`
                    Some(field) => format!("{line}.{field}"),
                    None => format!(
                        "{line}.{}",
                        Expr::Call(name.clone(), arguments.clone()).layout(indent, 1)
                    ),
                };
                head + &calls.iter().map(call).collect::<String>()
            }
        }
    }

    fn flat(&self) -> String {
        let list = |expressions: &[Expr]| {
            expressions.iter().map(Expr::flat).collect::<Vec<_>>().join(", ")
        };
        match self {
            Expr::Text(text) => text.clone(),
            Expr::Call(head, arguments) => format!("{head}({})", list(arguments)),
            Expr::List(head, elements) => format!("{head}[{}]", list(elements)),
            Expr::Struct(name, members) => {
                let members = members
                    .iter()
                    .map(|(name, value)| format!("{name}: {}", value.flat()))
                    .collect::<Vec<_>>();
                format!("{name} {{ {} }}", members.join(", "))
            }
            Expr::Chain(head, calls) => {
                let call = |(name, arguments): &(String, Vec<Expr>)| match name.strip_prefix('.') {
                    Some(field) => format!(".{field}"),
                    None => format!(".{name}({})", list(arguments)),
                };
                head.flat() + &calls.iter().map(call).collect::<String>()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Expr;

    #[test]
    fn what_does_not_fit_is_broken_as_rustfmt_breaks_it() {
        let call =
            |name: &str, text: &str| (name.to_owned(), vec![Expr::text(format!("{text:?}"))]);
        let body = Expr::Chain(
            Box::new(Expr::Call("Body::new".to_owned(), Vec::new())),
            vec![call("name", "Ada"), call("note", &"x".repeat(50))],
        );
        assert_eq!(
            body.layout(0, 0),
            format!("Body::new().name(\"Ada\").note(\"{}\")", "x".repeat(50))
        );
        let request = Expr::Call("Create::new".to_owned(), vec![Expr::text("7"), body]);
        let sent = Expr::Chain(
            Box::new(request),
            vec![
                ("send".to_owned(), vec![Expr::text("client")]),
                (".await?".to_owned(), Vec::new()),
            ],
        );
        let lines = format!(
            "Create::new(\n    7,\n    Body::new()\n        .name(\"Ada\")\n        .note(\"{}\"),\n)\n.send(client)\n.await?",
            "x".repeat(50)
        );
        assert_eq!(
            sent.layout(0, 14),
            lines.replace(
                "Body::new()\n        .name(\"Ada\")\n        .note",
                "Body::new().name(\"Ada\").note"
            )
        );
    }
}
