//! A JSON object that is written member by member.

use anytoken::SecretBuf;

/// An object at the end of a text.
pub(crate) struct Object<'t> {
    text: &'t mut SecretBuf,
    /// The text before the next member.
    before: &'static str,
}

impl<'t> Object<'t> {
    /// Begins an object.
    pub(crate) fn new(text: &'t mut SecretBuf) -> Self {
        Self { text, before: "{\"" }
    }

    /// Appends a name, which needs no escapes, and returns the text that its value is appended to.
    pub(crate) fn member(&mut self, name: &'static str) -> &mut SecretBuf {
        for piece in [self.before, name, "\":"] {
            self.text.push(piece);
        }
        self.before = ",\"";
        self.text
    }

    /// Appends a member with JSON as its value.
    pub(crate) fn json(&mut self, name: &'static str, json: &str) {
        self.member(name).push(json);
    }

    /// Appends a member with a text, unless there is none.
    pub(crate) fn text<'v>(&mut self, name: &'static str, value: impl Into<Option<&'v str>>) {
        if let Some(value) = value.into() {
            self.member(name).quote(value);
        }
    }

    /// Appends a member with a number, unless there is none.
    pub(crate) fn number<N: ToString>(&mut self, name: &'static str, value: Option<N>) {
        if let Some(value) = value {
            self.json(name, &value.to_string());
        }
    }

    /// Appends a member with a list, whose items the function appends, unless it is empty.
    pub(crate) fn list<T>(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = T>,
        append: impl Fn(&mut SecretBuf, T),
    ) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        let text = self.member(name);
        for (index, item) in items.enumerate() {
            text.push(if index > 0 { "," } else { "[" });
            append(text, item);
        }
        text.push("]");
    }

    /// Ends the object, which has a member.
    pub(crate) fn end(self) {
        self.text.push("}");
    }
}
