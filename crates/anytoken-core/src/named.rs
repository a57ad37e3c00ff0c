//! Enums whose variants have names.

/// Declares an enum with a name in `snake_case` for each variant, by which it is displayed and parsed. An error of parsing
/// has the name of the enum.
macro_rules! named {
    ($(#[$of_enum:meta])* pub enum $enum:ident, $what:literal {
        $($(#[$of_variant:meta])* $variant:ident = $name:literal,)*
    }) => {
        $(#[$of_enum])*
        pub enum $enum {
            $($(#[$of_variant])* $variant,)*
        }

        impl $enum {
            /// All variants, in the order of declaration.
            pub(crate) const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// Returns the name in `snake_case`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $enum {
            type Err = $crate::error::Error;

            /// Parses the `snake_case` of [`as_str`](Self::as_str).
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let named = Self::ALL.into_iter().find(|variant| variant.as_str() == text);
                let invalid = || $crate::error::Error::new($crate::error::ErrorKind::Invalid);
                named.ok_or_else(|| invalid().with_field($what))
            }
        }
    };
}

pub(crate) use named;

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};
    use std::str::FromStr;

    use crate::error::{Error, ErrorKind};
    use crate::model::{Evidence, Remedy, State};

    fn parse_from_their_names<T>(all: impl IntoIterator<Item = T>, what: &str) -> Result<(), Error>
    where
        T: FromStr<Err = Error> + Display + Debug + PartialEq,
    {
        for variant in all {
            assert_eq!(variant.to_string().parse::<T>()?, variant);
        }
        let error = "Unnamed".parse::<T>().map_err(|error| error.to_string());
        assert_eq!(error, Err(format!("invalid value: {what}")));
        Ok(())
    }

    #[test]
    fn every_variant_parses_from_its_name() -> Result<(), Error> {
        parse_from_their_names(ErrorKind::ALL, "kind")?;
        parse_from_their_names(Remedy::ALL, "remedy")?;
        parse_from_their_names(State::ALL, "state")?;
        parse_from_their_names(Evidence::ALL, "evidence")
    }
}
