//! A minimal XML reader: as much as the test bodies need.

use crate::json::Json;

/// Parses the members of the root element; `None` if the text is not such a document.
pub fn tree(text: &str) -> Option<Json> {
    let mut reader = Reader(text);
    reader.prologue()?;
    let (_, root) = reader.element(0)?;
    reader.0.trim().is_empty().then_some(root)
}

/// Writes a tree as a document; `None` if XML cannot hold it.
pub fn document(tree: &Json) -> Option<String> {
    let mut text = String::from("<root");
    content(tree, &mut text)?;
    Some(text + "</root>")
}

/// Writes an element after its name, up to its end tag.
fn content(value: &Json, out: &mut String) -> Option<()> {
    match value {
        Json::String(text) => *out += &format!(">{}", escaped(text)),
        Json::Object(members) => {
            out.push('>');
            for (name, value) in members {
                let elements = match value {
                    _ if name == "#text" => {
                        *out += &escaped(value.text()?);
                        continue;
                    }
                    // An array of one is written like its element.
                    Json::Array(elements) if elements.len() < 2 => return None,
                    Json::Array(elements) => elements.as_slice(),
                    value => std::slice::from_ref(value),
                };
                for element in elements {
                    *out += &format!("<{name}");
                    content(element, out)?;
                    *out += &format!("</{name}>");
                }
            }
        }
        _ => return None,
    }
    Some(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn prologue(&mut self) -> Option<()> {
        loop {
            self.0 = self.0.trim_start();
            match self.0 {
                text if text.starts_with("<?") => self.until("?>")?,
                text if text.starts_with("<!--") => self.until("-->")?,
                text if text.starts_with("<!") => self.until(">")?,
                _ => return Some(()),
            };
        }
    }

    /// Reads an element: its name, and text or an object of attributes, elements and text.
    fn element(&mut self, level: usize) -> Option<(String, Json)> {
        self.0 = self.0.strip_prefix('<')?;
        let tag = self.until(">")?;
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let mut members = Vec::new();
        let mut rest = attributes.trim();
        while !rest.is_empty() {
            let (key, behind) = rest.split_once('=')?;
            let quote = behind.trim_start().chars().next().filter(|c| "'\"".contains(*c))?;
            let (value, behind) = behind.trim_start()[1..].split_once(quote)?;
            let (prefix, local) = key.trim().split_once(':').unwrap_or(("", key.trim()));
            // The bodies call the namespace of XML Schema's attributes `xsi`.
            if !["xmlns", "xsi"].contains(&prefix) && key.trim() != "xmlns" {
                members.push((local.to_owned(), Json::String(resolved(value)?)));
            }
            rest = behind.trim_start();
        }
        let attributes = members.len();
        let mut text = String::new();
        loop {
            if empty {
                break;
            } else if let Some(behind) = self.0.strip_prefix("</") {
                self.0 = behind;
                if self.until(">")?.trim() != name {
                    return None;
                }
                break;
            } else if let Some(behind) = self.0.strip_prefix("<![CDATA[") {
                self.0 = behind;
                text.push_str(self.until("]]>")?);
            } else if let Some(behind) = self.0.strip_prefix("<!--") {
                self.0 = behind;
                self.until("-->")?;
            } else if self.0.starts_with("<?") {
                self.until("?>")?;
            } else if self.0.starts_with('<') {
                let (name, value) = self.element(level + 1)?;
                let before = members[attributes..].last_mut().filter(|(before, _)| *before == name);
                match before.map(|(_, before)| before) {
                    Some(Json::Array(elements)) => elements.push(value),
                    Some(first) => {
                        let both = vec![std::mem::replace(first, Json::Null), value];
                        *first = Json::Array(both);
                    }
                    None => members.push((name, value)),
                }
            } else {
                let end = self.0.find('<')?;
                text.push_str(&resolved(&self.0[..end])?);
                self.0 = &self.0[end..];
            }
        }
        let text = text.trim().to_owned();
        let local = name.rsplit(':').next()?.to_owned();
        let value = match (members.is_empty() && level > 0, text.is_empty()) {
            (true, _) => Json::String(text),
            (false, true) => Json::Object(members),
            (false, false) => {
                let name = if level == 0 { local.clone() } else { "#text".to_owned() };
                members.push((name, Json::String(text)));
                Json::Object(members)
            }
        };
        Some((local, value))
    }

    fn until(&mut self, end: &str) -> Option<&'a str> {
        let (before, behind) = self.0.split_once(end)?;
        self.0 = behind;
        Some(before)
    }
}

fn resolved(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        let (entity, behind) = behind.split_once(';')?;
        out.push_str(before);
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            number => {
                let number = number.strip_prefix('#')?;
                let code = match number.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?)?
            }
        });
        rest = behind;
    }
    out.push_str(rest);
    Some(out)
}
