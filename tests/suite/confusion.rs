//! Look-alikes, duplicates and mixed bodies are not confused with the real thing.

mod characters;
mod doubled;
mod look_alikes;
mod spliced;

use anytoken_tests::json::Json;

/// An edit of one member of an object, by its index.
type Edit<'a> = &'a dyn Fn(&mut Vec<(String, Json)>, usize);

/// Applies `edit` to the member of a number, nested members counted; `None` if there is no such member.
fn edited(tree: &Json, wanted: usize, edit: Edit<'_>) -> Option<Json> {
    let mut tree = tree.clone();
    let mut left = wanted;
    edit_within(&mut tree, &mut left, edit).then_some(tree)
}

fn edit_within(tree: &mut Json, left: &mut usize, edit: Edit<'_>) -> bool {
    match tree {
        Json::Array(elements) => elements.iter_mut().any(|element| edit_within(element, left, edit)),
        Json::Object(members) => {
            for index in 0..members.len() {
                if *left == 0 {
                    edit(members, index);
                    return true;
                }
                *left -= 1;
                if edit_within(&mut members[index].1, left, edit) {
                    return true;
                }
            }
            false
        }
        _ => false,
    }
}
