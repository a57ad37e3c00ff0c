//! What looks like something else is not taken for it.

mod characters;
mod doubled;
mod look_alikes;
mod spliced;

use anytoken_tests::json::Json;

/// What is done to the members of an object, of which one is meant.
type Edit<'a> = &'a dyn Fn(&mut Vec<(String, Json)>, usize);

/// The tree with `edit` done to its member of a number, members within members counted; `None` where it has no such.
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
