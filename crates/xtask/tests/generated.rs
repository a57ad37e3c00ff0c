//! Every generated file is up to date.

use xtask::changes;

#[test]
fn generated_files_are_up_to_date() {
    let changes: Vec<_> = changes().map(|change| change.to_string()).collect();
    assert!(
        changes.is_empty(),
        "{} generated files are out of date; run `cargo xtask update`\n{}",
        changes.len(),
        changes.concat()
    );
}
