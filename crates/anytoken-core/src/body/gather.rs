//! Numbered members, gathered into an array.

use super::{Body, Origin, plain};
use crate::dialect::Numbered;
use crate::secret::is_placeholder;
use crate::secret_buf::SecretBuf;
use crate::tree::Node;
use crate::{Error, ErrorKind, JsonKind, Result, Span, json};

impl Body<'_> {
    /// Gathers members whose names end with a number into an array, in the order of their numbers.
    ///
    /// A body without such members, or with a member of the array's name, is left unchanged.
    pub(crate) fn gather(&mut self, numbered: &Numbered) -> Result<()> {
        let text = self.text.as_str();
        let (mut elements, mut rest) = (Vec::new(), Vec::new());
        for node in self.tree.members() {
            let member = node.member;
            match numbered.number_of(text, node) {
                Some(number) => elements.push((number, member)),
                None if node.name(text) == numbered.list => return Ok(()),
                None => rest.push(Span::new(member.name.outside().start(), member.value.end())),
            }
        }
        if elements.is_empty() {
            return Ok(());
        }
        elements.sort_by_key(|(number, _)| *number);
        let twice = elements.windows(2).find_map(|pair| match pair {
            [(first, _), (second, member)] if first == second => Some(member.name.start()),
            _ => None,
        });
        if let Some(at) = twice {
            return Err(Error::new(ErrorKind::Duplicate).with_field(numbered.before).with_offset(at));
        }
        let write = |out: &mut dyn FnMut(&str, Option<Span>)| {
            out("{", None);
            for member in &rest {
                out(member.of(text), Some(*member));
                out(",", None);
            }
            json::quote(numbered.list, &mut |piece| out(piece, None));
            for (index, (number, member)) in elements.iter().enumerate() {
                out(if index > 0 { ",{" } else { ":[{" }, None);
                json::quote(numbered.number, &mut |piece| out(piece, None));
                out(":", None);
                out(&number.to_string(), None);
                out(",", None);
                json::quote(numbered.value, &mut |piece| out(piece, None));
                out(":", None);
                out(member.value.of(text), Some(member.value));
                out("}", None);
            }
            out("]}", None);
        };
        let mut size = 0_usize;
        write(&mut |piece, _| size = size.saturating_add(piece.len()));
        let (mut object, mut origin) = (SecretBuf::with_capacity(size), Origin::default());
        write(&mut |piece, place| {
            if let Some(place) = place {
                origin.add_verbatim(object.len(), self.origin.place(place).start());
            }
            object.put(piece);
        });
        self.reparse(object, origin)
    }
}

impl Numbered {
    /// Returns the number in a name, if it has one.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        let digits = name.strip_prefix(self.before)?;
        digits.parse().ok().filter(|number: &u64| number.to_string() == digits)
    }

    /// Returns the number of a member that is gathered: one that holds a token.
    pub(crate) fn number_of(&self, text: &str, node: &Node) -> Option<u64> {
        let number = self.number(&node.name(text))?;
        let member = Some(node.member).filter(|member| member.kind == JsonKind::String)?;
        let token = plain(member.value.inside().of(text), member.is_escaped()).ok()?;
        (!is_placeholder(token.expose())).then_some(number)
    }
}
