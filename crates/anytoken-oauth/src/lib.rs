//! Formats.

use anytoken_core::{Adapter, Dialect};

/// Every adapter of the family.
pub const ADAPTERS: &[&dyn Adapter] = &[&Dialect::OAUTH2];
