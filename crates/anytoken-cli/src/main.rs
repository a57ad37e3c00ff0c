//! The command line of anytoken.

fn main() {}
