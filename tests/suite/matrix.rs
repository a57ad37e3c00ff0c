//! Every response of the corpus, read by every format.

use std::collections::{BTreeMap, BTreeSet};

use anytoken::{Adapter, REGISTRY};
use anytoken_tests::corpus::cases;
use anytoken_tests::matrix::{GENERIC, foreign, misreadings};

use crate::every_case;

#[test]
fn every_misreading_is_in_a_snapshot() {
    let kinds_of = |reader: &dyn Adapter| -> BTreeSet<_> {
        foreign(reader).into_iter().flat_map(|(_, kinds)| kinds).map(|kind| kind.what).collect()
    };
    let known: BTreeMap<_, _> = REGISTRY.iter().map(|reader| (reader.id(), kinds_of(reader))).collect();
    every_case(
        cases(),
        |(case, _)| case,
        |(case, own)| {
            let Ok(decoded) = case.response.read(Some(*own)) else { return };
            let readers = || REGISTRY.iter().filter(|reader| reader.id() != own.id());
            let read_by = |reader| misreadings(case, &decoded.outcome, reader);
            let generic: Vec<_> =
                readers().filter(|reader| GENERIC.contains(&reader.id())).flat_map(read_by).collect();
            for reader in readers() {
                for misreading in read_by(reader) {
                    let (id, what) = (reader.id(), misreading.what);
                    assert!(
                        generic.contains(&misreading) || known[id].contains(what),
                        "{id} reads {what}, and no snapshot says so: where that is right, \
                         add the case to FOREIGN in tests/src/matrix.rs and run `cargo xtask update`"
                    );
                }
            }
        },
    );
}
