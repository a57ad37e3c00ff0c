//! What to do about a response that brings no token.

use anytoken::{Error, ErrorKind, Remedy};

use crate::known;

/// One line for a person; `asked` is the format that was asked for.
pub(crate) fn of(error: &Error, asked: Option<&str>) -> Option<String> {
    let advice = match error.kind() {
        ErrorKind::UnknownFormat => return Some(unknown(asked.unwrap_or_default())),
        ErrorKind::Empty => "nothing came in: pass the response's body on standard input, or name a FILE",
        ErrorKind::NotUtf8 => "the body is not UTF-8: recode it first, as in `iconv -f UTF-16 -t UTF-8`",
        ErrorKind::Compressed => {
            "the body is compressed: use `curl --compressed`, or unpack it with `gzip -d`"
        }
        ErrorKind::Html => {
            "a web page is no token response: check the URL, or add --status if the server answered 400 or more"
        }
        ErrorKind::Text => {
            "plain text: name its --format if it is one, or add --status if the server answered 400 or more"
        }
        ErrorKind::Syntax => {
            "the body is broken: was it cut off, or is something printed before or behind it?"
        }
        ErrorKind::Xml => "the XML cannot be read: was it cut off?",
        ErrorKind::Shape => "the body is not one object: is it the whole response, and its --format right?",
        ErrorKind::Missing if asked.is_none() => {
            "no token's member is there: name the --format; `anytoken formats` lists them"
        }
        ErrorKind::Missing => {
            "the token's member is not there: is the --format right, and this the response to a token request?"
        }
        ErrorKind::Duplicate => "a member stands there twice, and which of them holds cannot be known",
        ErrorKind::Invalid if asked.is_none() => {
            "a member cannot be read exactly, so it is not guessed; a --format may know how it is meant"
        }
        ErrorKind::Invalid => "a member cannot be read exactly, so it is not guessed",
        ErrorKind::Ambiguous => "more than one format fits: name the --format",
        ErrorKind::Limit => "the body is larger or deeper than a token response is: is it the right file?",
        _ => return None,
    };
    Some(advice.to_owned())
}

/// What a remedy asks a person to do.
pub(crate) fn of_remedy(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Retry => "ask again, the same way, a little later",
        Remedy::SlowDown => "poll less often",
        Remedy::Pending => "go on polling: nobody has answered yet",
        Remedy::Reauthenticate => "the grant has ended: begin anew",
        Remedy::FixRequest => "the request is wrong: send another",
        Remedy::FixClient => "mend the client's registration or its credentials",
        Remedy::Interact => "a person must act: sign in, consent, or prove more",
        _ => "nothing is known; look the code up in the vendor's documentation",
    }
}

/// What is said of an id that nobody has; it is not repeated, as it may be anything.
pub(crate) fn unknown(asked: &str) -> String {
    let near = near(asked);
    let near = if near.is_empty() { String::new() } else { format!("; near it: {}", near.join(", ")) };
    format!("no format has this id{near}; `anytoken formats` lists them all")
}

/// Up to three ids that are close to what was asked for, the closest first.
fn near(asked: &str) -> Vec<&'static str> {
    let asked: String =
        asked.trim().to_ascii_lowercase().replace(['_', ' ', '.'], "-").chars().take(64).collect();
    let most = asked.len() / 3;
    let mut near: Vec<_> = known::formats()
        .iter()
        .map(|adapter| adapter.id())
        .filter_map(|id| {
            let distance = distance(&asked, id);
            let inside = asked.len() > 2 && (id.contains(&asked) || asked.contains(id));
            (distance <= most || inside).then_some((!inside, distance, id))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, _, id)| id).take(3).collect()
}

/// How many characters must be put in, left out or changed to make one text of the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (above, a) in (1_usize..).zip(from.chars()) {
        let mut cells = row.iter_mut();
        let mut diagonal = cells.next().map_or(above, |first| std::mem::replace(first, above));
        let mut left = above;
        for (cell, b) in cells.zip(to.chars()) {
            let changed = diagonal.saturating_add(usize::from(a != b));
            diagonal = *cell;
            *cell = changed.min(diagonal.saturating_add(1)).min(left.saturating_add(1));
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_counted() {
        for (from, to, count) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("azure-imsd", "azure-imds", 2),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(from, to), count, "{from} {to}");
        }
    }

    #[test]
    fn a_slip_finds_its_format() {
        assert_eq!(near("oauht2"), ["oauth2"]);
        assert!(near("OAuth").contains(&"oauth2"));
        assert!(near("").is_empty() && near("zzzzzz").is_empty());
    }
}
