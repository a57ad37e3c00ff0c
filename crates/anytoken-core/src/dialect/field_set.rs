//! Sets of fields.

use crate::model::Field;

/// A set of fields.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FieldSet(u16);

impl FieldSet {
    /// Creates the set of the fields, apart from the extras, for which a condition holds.
    pub(super) fn of(condition: impl Fn(Field) -> bool) -> Self {
        let mut set = Self::default();
        for field in fields() {
            if condition(field) {
                set.insert(field);
            }
        }
        set
    }

    pub(super) fn insert(&mut self, field: Field) {
        self.0 |= bit(field);
    }

    pub(super) fn contains(self, field: Field) -> bool {
        self.0 & bit(field) != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the fields that are in this set or in another.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the fields that are in this set and in another.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the fields that are in this set and not in another.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the fields, apart from the extras.
    pub(super) fn iter(self) -> impl Iterator<Item = Field> {
        fields().filter(move |field| self.contains(*field))
    }
}

/// All fields but the extras.
fn fields() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| *field != Field::Extras)
}

fn bit(field: Field) -> u16 {
    // There are sixteen fields.
    #[allow(clippy::as_conversions)]
    let index = field as u16;
    1 << index
}
