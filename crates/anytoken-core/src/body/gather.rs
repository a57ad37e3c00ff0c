//! Members that have a number in their names, as elements of an array.

use super::{Body, Origin, plain};
use crate::dialect::Numbered;
use crate::secret::is_no_token;
use crate::tree::Node;
use crate::wiped::Wiped;
use crate::{Error, ErrorKind, JsonKind, Result, Span, json};

impl Body<'_> {
    /// Reads members whose names end with a number as elements of an array, the smallest number first.
    ///
    /// A body that has none, or that array already, stays what it is.
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
        let (mut object, mut origin) = (Wiped::with_capacity(size), Origin::default());
        write(&mut |piece, place| {
            if let Some(place) = place {
                origin.add_same(object.len(), self.origin.place(place).start());
            }
            object.put(piece);
        });
        self.split_again(object, origin)
    }
}

impl Numbered {
    /// The number in a name; `None` of any other name.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        let digits = name.strip_prefix(self.before)?;
        digits.parse().ok().filter(|number: &u64| number.to_string() == digits)
    }

    /// The number of a member that is read as an element: it has a token.
    pub(crate) fn number_of(&self, text: &str, node: &Node) -> Option<u64> {
        let number = self.number(&node.name(text))?;
        let member = Some(node.member).filter(|member| member.kind == JsonKind::String)?;
        let token = plain(member.value.inside().of(text), member.is_escaped()).ok()?;
        (!is_no_token(token.expose())).then_some(number)
    }
}
