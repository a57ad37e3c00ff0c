//! The first decoding of a process, which makes the registry's tables.

use anytoken::Response;
use anytoken_tests::recorded::AT;

use super::decode;
use crate::contestants::{Contestant, REFERENCE, Side};
use crate::inputs::Input;
use crate::structs::{Hand, with_struct};

pub(super) fn of(input: &'static Input) -> Vec<Contestant> {
    let reference = with_struct!(input.shape, Struct => {
        Contestant::reading(REFERENCE, Side::Reference, &input.body, |body, show| {
            decode::show_struct(Struct::read(body), show)
        })
    });
    let detected = Contestant::reading("ours, detected", Side::Ours, &input.body, |body, show| {
        decode::show_decoded(&anytoken::decode(Response::new(body, AT)), show)
    });
    let named = Contestant::reading("ours, named", Side::Ours, &input.body, |body, show| {
        decode::show_decoded(&anytoken::decode_as(input.format, Response::new(body, AT)), show)
    });
    vec![reference, detected, named]
}
