//! The seeds of the fuzz targets, replayed.

use std::path::Path;

// In the fuzz workspace it is a library.
#[allow(unreachable_pub)]
#[path = "../../fuzz/lib.rs"]
mod targets;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(target);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|_| panic!("no seeds of {target}"));
    let seeds: Vec<_> = entries.map(|entry| entry.expect("a seed").path()).collect();
    let name = |path: &std::path::PathBuf| {
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    };
    crate::every(seeds, name, |path| run(&std::fs::read(path).expect("a seed can be read")));
}

#[test]
fn seeds_of_decode_obey_the_laws() {
    replay("decode", targets::decode);
}

#[test]
fn seeds_of_decode_as_obey_the_laws() {
    replay("decode_as", targets::decode_as);
}

#[test]
fn seeds_of_write_obey_the_laws() {
    replay("write", targets::write);
}

#[test]
fn seeds_of_batch_obey_the_laws() {
    replay("batch", targets::batch);
}
