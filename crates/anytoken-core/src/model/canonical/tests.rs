//! A differential test of the canonical form: `serde_json` and plain strings read and write the same.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use time::format_description::well_known::Rfc3339;

use super::*;

/// The members of an object, in order.
struct Pairs(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Pairs;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                std::iter::from_fn(|| map.next_entry().transpose()).collect::<Result<_, _>>().map(Pairs)
            }
        }
        deserializer.deserialize_map(Object)
    }
}

impl Pairs {
    /// Returns the value of a member; the outer `None` if it occurs twice.
    fn one(&self, name: &str) -> Option<Option<&str>> {
        let mut found = self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.get());
        let first = found.next();
        found.next().is_none().then_some(first)
    }

    /// Returns the value of a member as a `T`; the outer `None` if it is no `T`.
    fn read<T: for<'a> Deserialize<'a>>(&self, name: &str) -> Option<Option<T>> {
        self.one(name)?.map(serde_json::from_str).transpose().ok()
    }

    /// Returns a time by its member, or by the flag that says that it never comes.
    fn time(&self, name: &str, never: &str) -> Option<Expiry> {
        let flags = self.0.iter().filter(|(known, _)| known == never);
        let flags: Vec<bool> = flags.map(|(_, flag)| flag.get().parse().ok()).collect::<Option<_>>()?;
        let at = match self.read::<String>(name)?.map(|text| date::rfc3339(&text)) {
            None => None,
            Some(Some(ParsedDate::At(at))) => UtcDateTime::from_unix_timestamp(at).ok().map(Expiry::At),
            Some(_) => return None,
        };
        let never = flags.into_iter().filter(|flag| *flag).map(|_| Expiry::Never);
        let mut all = at.into_iter().chain(never);
        let time = all.next().unwrap_or_default();
        all.next().is_none().then_some(time)
    }
}

/// Writes JSON without white space, one character after the other.
fn compacted(json: &str) -> String {
    let (mut in_string, mut escaped, mut out) = (false, false, String::new());
    for c in json.chars().filter(|c| !c.is_ascii_control()) {
        in_string ^= c == '"' && !escaped;
        escaped = in_string && c == '\\' && !escaped;
        out.extend(Some(c).filter(|c| in_string || *c != ' '));
    }
    out
}

/// Reads a canonical form and writes it again; `None` if it is invalid.
fn plain(text: &str) -> Option<String> {
    let form: Pairs = serde_json::from_str(text).ok()?;
    form.one("v")?.filter(|version| *version == "1")?;
    let format: String = form.read("format")??;
    let mut owned = Texts::of(|_| None);
    for field in TextField::ALL.into_iter().filter(|field| *field != TextField::Scopes) {
        owned[field] = form.read::<String>(field.as_str())?;
    }
    let mut validity = Validity::default();
    for field in TimeField::ALL {
        let never = match field {
            TimeField::Expires => "never_expires",
            TimeField::RefreshTokenExpires => "refresh_token_never_expires",
            _ => "",
        };
        validity.set(*field, form.time(field.field().as_str(), never)?);
    }
    let times = checked(&format, &Texts(owned.0.each_ref().map(Option::as_deref)), &validity).ok()?;
    let assumed = form.read::<bool>("assumed")?.unwrap_or(false);
    let place = form.one("place")?.map_or(Some(0), |place| place.parse::<u8>().ok())?;
    let element = form.one("element")?.map_or(Some(0), |element| element.parse::<u32>().ok())?;
    let extras = form.read::<Pairs>("extras")?;
    let room = form.one("extras")?.map_or(0, str::len);
    if usize::try_from(element).ok()? > room {
        return None;
    }

    let mut out = format!("{{\"v\":1,\"format\":{}", serde_json::to_string(&format).ok()?);
    let mut put = |name: &str, value: String| out += &format!(",\"{name}\":{value}");
    for field in Field::ALL {
        match field.index() {
            FieldIndex::Text(TextField::TokenType) => {
                if assumed {
                    put("assumed", "true".into());
                }
                let stated = owned[TextField::TokenType].as_deref();
                let sent = form.read::<String>("token_type_sent")?;
                let kind = stated.map_or(TokenTypeKind::Other, |stated| TokenTypeKind::of(stated.as_bytes()));
                if let Some(sent) = &sent {
                    let own = TokenTypeKind::of(sent.as_bytes());
                    if kind == TokenTypeKind::Other || own != kind && own != TokenTypeKind::Other {
                        return None;
                    }
                }
                if let Some(raw) = sent.as_deref().or(stated) {
                    let canonical = TokenType::new(kind, raw).as_str();
                    put("token_type", serde_json::to_string(canonical).ok()?);
                    if canonical != raw {
                        put("token_type_sent", serde_json::to_string(raw).ok()?);
                    }
                }
                if let Some(scheme) = &owned[TextField::Scheme] {
                    put("scheme", serde_json::to_string(scheme).ok()?);
                }
            }
            FieldIndex::Text(TextField::Scopes) => {
                let Some(scopes) = form.read::<Vec<String>>("scopes")? else { continue };
                let mut kept: Vec<String> = Vec::new();
                for scope in scopes {
                    if scope.contains('\0') {
                        return None;
                    }
                    if !scope.is_empty() && !kept.contains(&scope) {
                        kept.push(scope);
                    }
                }
                put("scopes", serde_json::to_string(&kept).ok()?);
            }
            FieldIndex::Text(text) => {
                if let Some(text) = &owned[text] {
                    put(field.as_str(), serde_json::to_string(text).ok()?);
                }
            }
            FieldIndex::Time(time) => match times.get(time) {
                Expiry::Unknown => {}
                Expiry::At(at) => put(field.as_str(), format!("\"{}\"", at.format(&Rfc3339).ok()?)),
                Expiry::Never => {
                    let name = if time == TimeField::Expires { "" } else { "refresh_token_" };
                    put(&format!("{name}never_expires"), "true".into());
                }
            },
            FieldIndex::Extras => {
                if place > 0 {
                    put("place", place.to_string());
                }
                if element > 0 {
                    put("element", element.to_string());
                }
                let Some(Pairs(extras)) = extras.as_ref().filter(|extras| !extras.0.is_empty()) else {
                    continue;
                };
                let member = |(name, value): &(String, Box<RawValue>)| {
                    Some(format!("{}:{}", serde_json::to_string(name).ok()?, compacted(value.get())))
                };
                let members: Vec<String> = extras.iter().map(member).collect::<Option<_>>()?;
                put("extras", format!("{{{}}}", members.join(",")));
            }
        }
    }
    Some(out + "}")
}

/// Pseudo-random numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(end).unwrap_or(0)
    }

    fn pick(&mut self, all: &[&'static str]) -> &'static str {
        all.get(self.below(all.len())).copied().unwrap_or("")
    }
}

const MEMBERS: [&str; 22] = [
    r#""access_token":"EXAMPLE-ACCESS-0123456789-0123456789-0123456789-0123456789-0123456789""#,
    r#""token_type":"Bearer""#,
    r#""token_type":"DPoP","token_type_sent":"\u0044POP""#,
    r#""token_type":"example","scheme":" ""#,
    r#""assumed":true"#,
    r#""issued_at":"2026-01-01T00:00:00Z""#,
    r#""not_before":"2026-12-31T23:59:59.5+01:00""#,
    r#""expires_at":"9999-12-31T23:59:59Z""#,
    r#""never_expires":true"#,
    r#""refresh_token":"EXAMPLE \"REFRESH\" \\""#,
    r#""refresh_token_never_expires":true"#,
    r#""refresh_token_expires_at":"2027-02-28T12:00:00Z""#,
    r#""id_token":"EXAMPLE-ID""#,
    r#""scopes":["a","b c","","a","\u00e9\n"]"#,
    r#""resource":"https:\/\/example.test\/\t""#,
    r#""api_url":"\ud83d\ude00 日本語日本語日本語日本語日本語日本語日本語日本語""#,
    r#""client_id":"0""#,
    r#""subject":"u-1""#,
    r#""place":1,"element":3"#,
    r#""extras":{"a":{"b c" : [ 1 , "x \" y" ] },"\u0061\n":-1.50E+3,"":null}"#,
    r#""extras":{"f":"EXAMPLE-0123456789-0123456789-0123456789-0123456789-\\-0123456789 0123456789"}"#,
    r#""unknown":{"a":[]}"#,
];

const PIECES: [&str; 20] = [
    "\"",
    "\\",
    "\\u0000",
    "\\n",
    "\\ud800",
    "é",
    " ",
    ",",
    ":",
    "{",
    "}",
    "[",
    "]",
    "1",
    "null",
    "true",
    "false",
    "x",
    "\"\"",
    "2026-02-29T00:00:00Z",
];

/// The environment variable `ANYTOKEN_CASES` multiplies the number of cases.
#[test]
fn canonical_form_is_read_and_written_as_by_serde_json() {
    let times = std::env::var("ANYTOKEN_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1_usize);
    let mut dice = Dice(times.try_into().unwrap_or(1));
    let mut accepted = 0_usize;
    for _ in 0..times.saturating_mul(100_000) {
        let mut text = r#"{"v":1,"format":"oauth2""#.to_owned();
        for _ in 0..dice.below(9) {
            text += dice.pick(&[",", ",", ",", " ,\n "]);
            text += dice.pick(&MEMBERS);
        }
        text += "}";
        for _ in 0..dice.below(3) {
            let at = dice.below(text.len());
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let piece = dice.pick(&PIECES);
            match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if dice.below(2) == 0 => {
                    text.replace_range(at..at.saturating_add(c.len_utf8()), piece)
                }
                _ => text.insert_str(at, piece),
            }
        }
        let ours = StoredToken::from_json(&text).ok().map(StoredToken::into_token);
        let written = ours.as_ref().map(|token| token.exposed().to_json().expose().to_owned());
        assert_eq!(written, plain(&text), "{text}");
        let Some(token) = ours else { continue };
        accepted = accepted.saturating_add(1);
        for view in [token.exposed(), token.redacted()] {
            let by_serde = serde_json::to_string(&view).ok();
            assert_eq!(by_serde.as_deref(), Some(view.to_json().expose()), "{text}");
        }
        let again: Option<StoredToken> = serde_json::from_str(&text).ok();
        assert!(again.is_some_and(|again| again.as_ref() == &token), "{text}");
    }
    assert!(accepted > times.saturating_mul(5_000), "{accepted}");
}

#[test]
fn redacted_form_is_no_stored_token() -> Result<()> {
    let builder = || Token::builder("oauth2");
    for (token, field) in [
        (builder().access_token("EXAMPLE-A").refresh_token("EXAMPLE-R"), "access_token"),
        (builder().id_token("EXAMPLE-I"), "id_token"),
    ] {
        let redacted = token.build()?.redacted().to_json();
        let sentence = format!("{field}: it is masked: store the exposed form");
        let error = StoredToken::from_json(redacted.expose()).err();
        assert_eq!(
            error.as_ref().map(|error| (error.kind(), error.field())),
            Some((ErrorKind::Invalid, Some(field)))
        );
        assert_eq!(error.map(|error| error.to_string()), Some(format!("invalid value: {sentence}")));
        let by_serde = serde_json::from_str::<StoredToken>(redacted.expose()).err();
        assert!(by_serde.is_some_and(|error| error.to_string().contains(&sentence)));
    }
    Ok(())
}
