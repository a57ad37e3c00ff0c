//! Formats.

use anytoken_core::Adapter;

/// Every adapter of the family.
pub const ADAPTERS: &[&dyn Adapter] = &[];
