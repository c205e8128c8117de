//! Bodies that are texts with holes: where the texts are cut.

use crate::api::{Parameter, Saved, Template};
use crate::rust::Piece;
use crate::template;

/// The names of the dynamic variables in a text, each once.
pub fn dynamic_variables(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in template::pieces(text) {
        let template::Piece::Variable(variable) = piece else { continue };
        let name = template::name_of(variable);
        if name.starts_with('$') && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The name of the variable that a hole replaces. (The hole of a secret is named after its location instead.)
pub fn variable(hole: &Parameter) -> String {
    let saved = match hole.saved.first() {
        Some(Saved::Text(saved)) => template::single_variable(&saved.0),
        _ => None,
    };
    saved.unwrap_or(&hole.name).to_owned()
}

/// A text cut at the variables that are fields.
pub fn pieces(saved: &Template, fields: &[(String, String)]) -> Vec<Piece> {
    let field_of = |variable| {
        fields.iter().find(|(name, _)| name == template::name_of(variable)).map(|(_, field)| field)
    };
    let mut pieces = Vec::new();
    let mut text = String::new();
    for piece in template::pieces(&saved.0) {
        match piece {
            template::Piece::Text(literal) => text.push_str(literal),
            template::Piece::Variable(variable) => match field_of(variable) {
                Some(field) => pieces
                    .extend([Piece::Text(std::mem::take(&mut text)), Piece::Field(field.clone())]),
                None => text.push_str(variable),
            },
        }
    }
    pieces.push(Piece::Text(text));
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_fields() {
        let saved = Template("<a>{{x}}</a>{{pre{{y}}}}{{none}}{{$guid}}{{$guid}}".to_owned());
        assert_eq!(dynamic_variables(&saved.0), ["$guid"]);
        let fields = [("x", "x"), ("pre{{y}}", "pre_y"), ("$guid", "guid")];
        let fields = fields.map(|(name, field)| (name.to_owned(), field.to_owned()));
        let (text, field) =
            (|text: &str| Piece::Text(text.to_owned()), |name: &str| Piece::Field(name.to_owned()));
        let expected = [
            text("<a>"),
            field("x"),
            text("</a>"),
            field("pre_y"),
            text("{{none}}"),
            field("guid"),
            field("guid"),
        ];
        assert_eq!(pieces(&saved, &fields), expected);
    }
}
