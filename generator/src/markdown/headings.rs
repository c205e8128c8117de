//! Levels of headings: the highest one of a description comes below the heading of the item that it describes.

use super::tree::Block;

/// An item's own name is the first heading of its page, and rustdoc's and our own sections are the second.
const HIGHEST: u8 = 3;
const DEEPEST: u8 = 6;

/// Moves all headings, so that they keep their order.
pub(super) fn demote(blocks: &mut [Block]) {
    let mut highest = u8::MAX;
    visit(blocks, &mut |level| highest = highest.min(*level));
    visit(blocks, &mut |level| {
        *level = (*level - highest).saturating_add(HIGHEST).min(DEEPEST);
    });
}

fn visit(blocks: &mut [Block], change: &mut impl FnMut(&mut u8)) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => change(level),
            Block::Quote(blocks) => visit(blocks, change),
            Block::List { items, .. } => items.iter_mut().for_each(|item| visit(item, change)),
            Block::Paragraph(_) | Block::Code { .. } | Block::Table(_) | Block::Rule => {}
        }
    }
}
