//! Decoding a response.

mod attributes;
mod hand;
mod ours;
#[cfg(feature = "rivals")]
mod rivals;

pub(super) use hand::show_struct;
pub(super) use ours::show_decoded;
pub(crate) use ours::{detected, found_as};

use crate::contestants::{Contestant, Side};
use crate::inputs::{Input, Role};

pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let mut all = hand::of(input);
    all.extend(ours::of(input));
    match input.role {
        Role::Corpus => all.retain(|one| one.side == Side::Reference || one.name == ours::DETECTED),
        Role::Compared | Role::Batch => all.retain(|one| matches!(one.side, Side::Reference | Side::Ours)),
        Role::Sent | Role::Made => {
            if input.shape.is_standard() {
                all.extend(attributes::of(&input.body));
            }
            #[cfg(feature = "rivals")]
            all.extend(rivals::of(input));
        }
    }
    all
}
