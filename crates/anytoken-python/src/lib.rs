//! The native module of the Python package `anytoken`: `anytoken._anytoken`.
//!
//! It is the facade in Python's terms. Each file is one noun of the interface, with its way into Python, its way out, or
//! both; exceptions and mappings are Python (`python/anytoken`), since the stable ABI has no base class for them.

mod answers;
mod argument;
mod decode;
mod dialect;
mod encode;
mod errors;
mod extras;
mod format;
mod instant;
mod note;
mod secret;
mod token;

/// The module's classes and functions.
#[pyo3::pymodule]
mod _anytoken {
    #[pymodule_export]
    use crate::answers::normalize;
    #[pymodule_export]
    use crate::decode::decode;
    #[pymodule_export]
    use crate::dialect::{Dialect, dialect};
    #[pymodule_export]
    use crate::encode::{Encoded, encode};
    #[pymodule_export]
    use crate::extras::Members;
    #[pymodule_export]
    use crate::format::{Format, formats};
    #[pymodule_export]
    use crate::note::Note;
    #[pymodule_export]
    use crate::secret::Secret;
    #[pymodule_export]
    use crate::token::Token;
}
