// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What servers write where a list is expected.

#[cfg(doc)]
use super::Slot;
use super::{Cursor, Items, JsonKind, Misfit, Node};

/// How the items of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListForm {
    /// As a list.
    List,
    /// There are none: `null`, `""`, `false` or `{}`.
    Nothing,
    /// As an object whose keys are their positions: so PHP writes a list with gaps.
    Numbered,
    /// A single item instead of a list, as converters from XML write it. See [`Slot::stands_for_list`].
    Alone,
}

impl ListForm {
    /// What is next; `blank` is an item without content.
    pub(super) fn of(blank: Node<'_>, mut json: Cursor<'_>) -> Self {
        match json.kind() {
            JsonKind::List => ListForm::List,
            JsonKind::Object => match count_numbered(json) {
                Some(0) => ListForm::Nothing,
                // Any JSON takes the whole object: no key is lost.
                Some(_) if !matches!(blank, Node::Value(_)) => ListForm::Numbered,
                _ => ListForm::Alone,
            },
            _ if json.nothing_composed() => ListForm::Nothing,
            _ => ListForm::Alone,
        }
    }

    /// Takes the list; `item` takes each of its items.
    pub(super) fn read(
        self,
        json: &mut Cursor<'_>,
        item: &mut dyn FnMut(&mut Cursor<'_>) -> Result<(), Misfit>,
    ) -> Result<(), Misfit> {
        let mut before = *json;
        match self {
            ListForm::List => json.list(item),
            ListForm::Numbered => json.members("a list", &mut |_, json| item(json)),
            ListForm::Alone => item(json).map_err(|_| before.misfit("a list")),
            ListForm::Nothing => {
                json.raw();
                Ok(())
            }
        }
    }

    /// An object that has none of an item's members is no item: it is another answer than a list.
    pub(super) fn check(self, list: &dyn Items, mut before: Cursor<'_>) -> Result<(), Misfit> {
        let mut known = self != ListForm::Alone;
        list.items(&mut |item| match item {
            Node::Object(_, object) => {
                object.members(&mut |_, member| known |= !is_empty_list(member))
            }
            _ => known = true,
        });
        if known { Ok(()) } else { Err(before.misfit("a list")) }
    }
}

fn is_empty_list(node: Node<'_>) -> bool {
    matches!(node, Node::List(list) if list.count() == 0)
}

/// How many members an object has, when each key is a number.
fn count_numbered(mut json: Cursor<'_>) -> Option<usize> {
    let (mut all, mut numbered) = (0, 0);
    let counted = json.members("an object", &mut |key, json| {
        json.raw();
        all += 1;
        numbered += usize::from(!key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()));
        Ok(())
    });
    (counted.is_ok() && all == numbered).then_some(all)
}
