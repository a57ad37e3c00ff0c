//! The validity of a token, drawn as a bar.

/// A bar from the first mark to the last.
pub(super) struct Bar<'a> {
    pub(super) marks: Vec<Mark<'a>>,
    /// In seconds since 1970, like all instants here.
    pub(super) now: i64,
    /// The character at the end of a bar without an expiry.
    pub(super) end: Option<char>,
}

/// A named instant on the bar.
pub(super) struct Mark<'a> {
    pub(super) name: &'a str,
    pub(super) at: i64,
    /// Its character on the bar.
    pub(super) sign: char,
}

/// The gap between the bar and an instant outside it.
const GAP: &str = "...";

impl Bar<'_> {
    /// Draws the bar, and the names of its instants below.
    pub(super) fn draw(&self, columns: usize) -> Vec<String> {
        let first = self.marks.iter().map(|mark| mark.at).min().unwrap_or(self.now);
        let last = self.marks.iter().map(|mark| mark.at).max().unwrap_or(self.now);
        let away = GAP.len().saturating_add(1);
        // A bar without an expiry extends beyond now.
        let (last, now_is_before, now_is_behind) = match self.end {
            None => (last, self.now < first, self.now > last),
            Some(_) => {
                let seen = last.max(self.now);
                (seen.saturating_add(seen.saturating_sub(first) / 2), self.now < first, false)
            }
        };
        let scale = Scale {
            first,
            last,
            start: if now_is_before { away } else { 0 },
            columns: if now_is_before || now_is_behind { columns.saturating_sub(away) } else { columns },
        };
        let now = match (now_is_before, now_is_behind) {
            (true, _) => 0,
            (_, true) => columns.saturating_sub(1),
            _ => scale.column(self.now),
        };
        let mut line: Vec<char> = (0..columns).map(|column| if column < now { '=' } else { '-' }).collect();
        let mut put = |column: usize, sign: char| {
            if let Some(place) = line.get_mut(column) {
                *place = sign;
            }
        };
        if now_is_before || now_is_behind {
            let gap = if now_is_before { 1 } else { scale.columns };
            GAP.chars().zip(gap..).for_each(|(sign, column)| put(column, sign));
        }
        if let Some(sign) = self.end {
            put(columns.saturating_sub(1), sign);
        }
        self.marks.iter().for_each(|mark| put(scale.column(mark.at), mark.sign));
        put(now, '*');
        let marks = self.marks.iter().map(|mark| (scale.column(mark.at), mark.name));
        let mut columns_of: Vec<_> = marks.chain([(now, "now")]).collect();
        columns_of.sort_by_key(|(column, _)| *column);
        let mut lines = vec![line.into_iter().collect()];
        lines.extend(names(&columns_of, columns));
        lines
    }
}

/// The columns of instants.
struct Scale {
    first: i64,
    last: i64,
    start: usize,
    columns: usize,
}

impl Scale {
    fn column(&self, at: i64) -> usize {
        let whole = self.last.saturating_sub(self.first).max(1);
        let part = at.clamp(self.first, self.last).saturating_sub(self.first);
        let columns = i64::try_from(self.columns.saturating_sub(1)).unwrap_or(i64::MAX);
        let column = part.saturating_mul(columns).checked_div(whole).unwrap_or(0);
        usize::try_from(column).unwrap_or(0).saturating_add(self.start)
    }
}

/// Places names under their columns, on as many lines as needed.
fn names(marks: &[(usize, &str)], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (column, name) in marks {
        let start = column.saturating_sub(name.len() / 2).min(columns.saturating_sub(name.len()));
        let has_room = |line: &String| line.is_empty() || line.len() < start;
        if !lines.iter().any(has_room) {
            lines.push(String::new());
        }
        if let Some(line) = lines.iter_mut().find(|line| has_room(line)) {
            line.push_str(&" ".repeat(start.saturating_sub(line.len())));
            line.push_str(name);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(marks: &[(&'static str, i64, char)], now: i64, end: Option<char>) -> Vec<String> {
        let marks = marks.iter().map(|(name, at, sign)| Mark { name, at: *at, sign: *sign }).collect();
        Bar { marks, now, end }.draw(30)
    }

    const ISSUED: (&str, i64, char) = ("issued", 0, '[');
    const END: (&str, i64, char) = ("end", 100, ']');

    #[test]
    fn bar_shows_its_marks() {
        let marks = [ISSUED, ("refresh", 50, '|'), END];
        assert_eq!(
            drawn(&marks, 25, None),
            ["[======*------|--------------]", "issued     refresh         end", "      now"]
        );
        assert_eq!(
            drawn(&marks, 0, None),
            ["*-------------|--------------]", "issued     refresh         end", "now"]
        );
        assert_eq!(
            drawn(&marks, 100, None),
            [
                "[=============|==============*",
                "issued     refresh         end",
                "                           now"
            ]
        );
    }

    #[test]
    fn now_may_be_outside_the_bar() {
        let marks = [ISSUED, END];
        let ended = [
            "[========================]...*",
            "issued                  end",
            "                           now",
        ];
        assert_eq!(drawn(&marks, 101, None), ended);
        assert_eq!(drawn(&marks, 1_000_000, None), ended);
        let before = ["*...[------------------------]", "now                        end", " issued"];
        assert_eq!(drawn(&marks, -1, None), before);
    }

    #[test]
    fn bar_may_have_no_expiry() {
        assert_eq!(
            drawn(&[ISSUED], 20, Some('>')),
            ["[==================*--------->", "issued            now"]
        );
        assert_eq!(drawn(&[ISSUED], 0, Some('?')), ["*----------------------------?", "issued", "now"]);
    }

    #[test]
    fn expiry_may_precede_issue() {
        assert_eq!(
            drawn(&[("received", 100, '['), ("end", 0, ']')], 100, None),
            [
                "]============================*",
                "end                   received",
                "                           now"
            ]
        );
        assert_eq!(
            drawn(&[("received", 5, '['), ("end", 5, ']')], 5, None),
            ["*-----------------------------", "received", "end", "now"]
        );
    }
}
