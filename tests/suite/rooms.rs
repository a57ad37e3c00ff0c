//! The rooms of core: imports run downwards, and no two modules import each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, UseTree};

/// The rooms from the ground up: a room imports only those before it.
const ROOMS: [&str; 15] = [
    "named",
    "format",
    "span",
    "suggestion",
    "error",
    "json",
    "signature",
    "value",
    "secret",
    "input",
    "model",
    "adapter",
    "dialect",
    "registry",
    "lib",
];

/// The modules of core, by their paths, with the paths that each imports: `crate::json` and `super::path` alike.
fn imports() -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let mut files = BTreeMap::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/anytoken-core/src");
    collect(&source, &[], &mut files);
    files
}

fn collect(folder: &Path, room: &[String], files: &mut BTreeMap<Vec<String>, BTreeSet<Vec<String>>>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let module: Vec<String> = room.iter().cloned().chain([name]).collect();
        if entry.is_dir() {
            collect(&entry, &module, files);
        } else {
            let text = fs::read_to_string(&entry).expect("a text");
            files.insert(module.clone(), paths(&text, &module));
        }
    }
}

/// The modules that a text imports, without those of its tests and of the code that its macros make.
fn paths(text: &str, module: &[String]) -> BTreeSet<Vec<String>> {
    let mut paths = Paths { room: &module[..module.len() - 1], found: BTreeSet::new() };
    paths.visit_file(&syn::parse_file(text).expect("Rust"));
    paths.found
}

struct Paths<'m> {
    room: &'m [String],
    found: BTreeSet<Vec<String>>,
}

impl Paths<'_> {
    /// Adds a path from the crate or from the room; `pub(crate)` and `pub(super)` are none.
    fn add(&mut self, path: &[String]) {
        match path {
            [] | [_] => {}
            [first, rest @ ..] if first == "crate" => drop(self.found.insert(rest.to_vec())),
            [first, rest @ ..] if first == "super" => drop(self.found.insert([self.room, rest].concat())),
            _ => {}
        }
    }

    fn add_tree(&mut self, before: &[String], tree: &UseTree) {
        let path = |name: &dyn ToString| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(tree) => self.add_tree(&path(&tree.ident), &tree.tree),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before, tree)),
            UseTree::Name(name) => self.add(&path(&name.ident)),
            UseTree::Rename(name) => self.add(&path(&name.ident)),
            UseTree::Glob(_) => self.add(before),
        }
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    /// Modules inside of a file are its tests, and re-exports for macros.
    fn visit_item_mod(&mut self, _: &'ast ItemMod) {}

    fn visit_item_use(&mut self, import: &'ast ItemUse) {
        self.add_tree(&[], &import.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>());
        visit::visit_path(self, path);
    }
}

#[test]
fn rooms_import_only_rooms_below() {
    let floor = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut upwards = Vec::new();
    for (module, paths) in imports() {
        let own = floor(&module[0]).unwrap_or_else(|| panic!("{} has no place in ROOMS", module[0]));
        for path in paths.iter().filter(|path| path[0] != module[0]) {
            // Macros are at the top of a crate, wherever they are defined.
            if path[0] != "paths" && floor(&path[0]).is_none_or(|other| other >= own) {
                upwards.push(format!("{} imports {}", module.join("::"), path.join("::")));
            }
        }
    }
    assert!(upwards.is_empty(), "{}", upwards.join("\n"));
}

#[test]
fn modules_of_a_room_do_not_import_each_other_in_a_circle() {
    let imports = imports();
    let mut left: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> = BTreeMap::new();
    for (module, paths) in &imports {
        let others = imports.keys().filter(|other| *other != module && other.len() > 1);
        let imported = others.filter(|other| paths.iter().any(|path| path.starts_with(other)));
        left.insert(module, imported.collect());
    }
    assert!(left.values().any(|imported| !imported.is_empty()), "no import was found");
    // Modules that import nothing that is left are taken away; a circle remains.
    while let Some(free) = left.iter().find_map(|(module, imported)| imported.is_empty().then_some(*module)) {
        left.remove(free);
        left.values_mut().for_each(|imported| {
            imported.remove(free);
        });
    }
    let circle: Vec<String> = left.keys().map(|module| module.join("::")).collect();
    assert!(circle.is_empty(), "in or behind a circle: {}", circle.join(", "));
}
