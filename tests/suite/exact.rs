//! Every instant is the one that the text states, or an error.

mod corrupted;
mod rule;

use anytoken::dialect::{Dialect, TimeRule, paths};
use anytoken::{Expiry, NoteKind, Outcome};
use anytoken_tests::Recorded;
use anytoken_tests::json::{percent_encoded, quoted};
use anytoken_tests::random::Random;
use anytoken_tests::recorded::AT;
use anytoken_tests::strategies::config;

use self::rule::{Says, Unit, says};

static SECONDS: Dialect = of(&[TimeRule::seconds(paths!["t"])]);
static MILLISECONDS: Dialect = of(&[TimeRule::milliseconds(paths!["t"])]);
static EPOCH: Dialect = of(&[TimeRule::epoch(paths!["t"])]);
static EPOCH_MILLISECONDS: Dialect = of(&[TimeRule::epoch_milliseconds(paths!["t"])]);
static BY_SIZE: Dialect = of(&[TimeRule::by_size(paths!["t"])]);

/// One member states the expiry of both tokens. Zero expires the access token, but not the refresh token.
const fn of(times: &'static [TimeRule]) -> Dialect {
    Dialect::RFC6749.expires_at(times).refresh_token_expires_at(times)
}

const UNITS: [(Unit, &Dialect); 5] = [
    (Unit::Seconds, &SECONDS),
    (Unit::Milliseconds, &MILLISECONDS),
    (Unit::Epoch, &EPOCH),
    (Unit::EpochMilliseconds, &EPOCH_MILLISECONDS),
    (Unit::BySize, &BY_SIZE),
];

/// Tries ten thousand numbers, times `ANYTOKEN_CASES`: each in every unit, as a string and, if it is valid, as a
/// number.
#[test]
fn random_numbers_agree_with_the_rule() {
    let mut counts = [0_usize; 3];
    for seed in 0..u64::from(config(10_000).cases) {
        let random = &mut Random::new(seed ^ 0x6E75_6D62_6572);
        let text = number(random);
        let is_json =
            serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok() && text.trim() == text;
        for (unit, dialect) in UNITS {
            let said = says(&text, unit, AT.unix_timestamp());
            counts[match said {
                None => 0,
                Some(Says::At(_)) => 1,
                Some(_) => 2,
            }] += 1;
            let member = match random.below(3) {
                0 if is_json => text.clone(),
                0 | 1 => quoted(&text),
                _ => escaped(&text),
            };
            let body = match random.below(4) {
                0 => format!("access_token=EXAMPLE&t={}", percent_encoded(&text)),
                _ => format!("{{\"access_token\":\"EXAMPLE\",\"t\":{member}}}"),
            };
            check(&text, unit, dialect, said, &Recorded::new(body));
        }
    }
    assert!(counts.iter().all(|count| *count > 1_000), "errors, instants and absent times occur: {counts:?}");
}

#[test]
fn odd_numbers_agree_with_the_rule() {
    for text in [
        "",
        " ",
        "0",
        "-0",
        "+0",
        "0.0",
        "0e9",
        "-0e-9",
        "-1",
        "-1.0",
        "-10e-1",
        "-1.5",
        "-0.5",
        "1e400",
        "-1e400",
        "1e-400",
        "-1e-400",
        "1e99999999999999999999",
        "0e99999999999999999999",
        "1e-99999999999999999999",
        "1.",
        ".5",
        "1e",
        "1e+",
        "+-1",
        "--1",
        "0x10",
        "1_000",
        "1,000",
        "1 000",
        "NaN",
        "inf",
        "Infinity",
        "٣",
        "१",
        "1e5.0",
        "00012",
        "999999999",
        "999999999.999",
        "1000000000",
        "99999999999",
        "99999999999.999",
        "100000000000",
        "9999999999999",
        "10000000000000",
        "99999999999999",
        "99999999999999.9",
        "20260102083713",
        "+20260102083713",
        "20260102083713.0",
        "20260230083713",
        "20240229235960",
        "20230229000000",
        "10000101000000",
        "09991231000000",
        "00010101000000",
        "00010102000000",
        "-62135596800",
        "-62135596801",
        "-62135510400.5",
        "-62135510400",
        "-62135596800000",
        "3600s",
        "3600 s",
        "3600sec",
        "3600 secs",
        "3600second",
        "3600.9 seconds",
        "+3600s",
        "0s",
        "-1s",
        "1000000000s",
        "s",
        " s",
        "3600ss",
        "3600ms",
        "3600 S",
        "3600m",
        "1h",
        "3600.s",
        "100000000000000",
        "253402300799",
        "253402300800",
        "253402300799999",
        "253402300800000",
        "251635075199",
        "251635075200",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "170141183460469231731687303715",
        "-1767225600",
        "-1767225601",
        "-1767225600000",
        "-1767225600001",
        "-1767225600.5",
        "12345678901234567890123456789012",
        "123456789012345678901234567890123",
        "3600.00000000000000000000000000",
        " 3600 ",
        "\t3600\r\n",
        "\u{a0}3600",
        "3600\0",
        "\u{c}3600",
        "\u{b}3600",
    ] {
        for (unit, dialect) in UNITS {
            let body = format!("{{\"access_token\":\"EXAMPLE\",\"t\":{}}}", quoted(text));
            check(text, unit, dialect, says(text, unit, AT.unix_timestamp()), &Recorded::new(body));
        }
    }
}

fn check(text: &str, unit: Unit, dialect: &Dialect, said: Option<Says>, response: &Recorded) {
    let (found, said) = match (response.read(Some(dialect)), said) {
        (Err(_), None) => return,
        (Ok(decoded), Some(said)) => (decoded, said),
        (Err(error), Some(said)) => {
            panic!("{text:?} in {unit:?} is {said:?}, but decodes to an error: {error}")
        }
        (Ok(_), None) => panic!("{text:?} in {unit:?} is an error, but decodes"),
    };
    let Outcome::Token(token) = &found.outcome else { panic!("{text:?} makes an error response") };
    let seconds = |end: Expiry| match end {
        Expiry::At(at) => Some(at.unix_timestamp()),
        Expiry::Unknown => None,
        Expiry::Never => panic!("{text:?} in {unit:?} decodes without an expiry"),
    };
    let life = token.validity();
    let (access, refresh) = match said {
        Says::At(at) => (Some(at), Some(at)),
        Says::Zero => (Some(AT.unix_timestamp()), None),
        Says::ZeroInstant => (Some(0), None),
        Says::Nothing | Says::ZeroDate | Says::NoZone => (None, None),
    };
    assert_eq!(seconds(life.expires), access, "{text:?} in {unit:?}");
    assert_eq!(seconds(life.refresh_token_expires), refresh, "{text:?} in {unit:?}, of a refresh token");
    let noted = |kind| found.notes.iter().any(|note| note.kind == kind);
    let blank = text.trim_ascii().is_empty();
    assert_eq!(noted(NoteKind::MinusOne), said == Says::Nothing && !blank, "a note for {text:?} in {unit:?}");
    assert_eq!(noted(NoteKind::ZeroDate), said == Says::ZeroDate, "a note for {text:?} in {unit:?}");
    assert_eq!(noted(NoteKind::NoZone), said == Says::NoZone, "a note for {text:?} in {unit:?}");
    let absolute = matches!(said, Says::At(_)) && says(text, Unit::Epoch, 0) == Some(said);
    let instant = unit == Unit::Seconds && absolute;
    assert_eq!(noted(NoteKind::InstantForLifetime), instant, "a note for {text:?} in {unit:?}");
}

/// Spells a JSON string in escapes.
fn escaped(text: &str) -> String {
    let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
    format!("\"{}\"", units.collect::<String>())
}

/// A number near a threshold of the rule, in any notation, at times broken.
fn number(random: &mut Random) -> String {
    const BENDS: [i128; 17] = [
        0,
        -1,
        1,
        60,
        3_600,
        1_000_000_000,
        1_000_000_000_000,
        1_767_225_600,
        -1_767_225_600,
        -1_767_225_600_000,
        99_999_999_999,
        99_999_999_999_999,
        253_402_300_799,
        253_402_300_799_999,
        251_635_075_199,
        i64::MAX as i128,
        i64::MIN as i128,
    ];
    let near = random.below(5) as i128 - 2;
    let value = match random.below(4) {
        0 => i128::from(random.number() as i64) >> random.below(64),
        1 => random.below(100_000) as i128,
        _ => *random.pick(&BENDS) + near,
    };
    let mut text = match random.below(16) {
        0 => {
            let two = |random: &mut Random, most| format!("{:02}", random.below(most));
            let day = format!("{:04}{}{}", random.below(10_000), two(random, 14), two(random, 33));
            format!("{day}{}{}{}", two(random, 25), two(random, 61), two(random, 62))
        }
        1 => format!("{}{}", notation(value, random).trim_end(), random.pick(&["s", " sec", "seconds", "m"])),
        _ => notation(value, random),
    };
    if random.one_in(8) && !text.is_empty() {
        let at = random.below(text.len());
        match random.below(3) {
            0 => drop(text.remove(at)),
            1 => text.insert(at, *random.pick(&['.', 'e', '-', '+', ' ', '0', '9', 'x', ','])),
            _ => text.truncate(at),
        }
    }
    text
}

/// Writes the value, or one a fraction off, with a point and an exponent anywhere.
fn notation(value: i128, random: &mut Random) -> String {
    let mut digits = value.unsigned_abs().to_string();
    let sign = match value < 0 {
        true => "-",
        false => *random.pick(&["", "", "", "+"]),
    };
    let mut exponent = 0_i64;
    match random.below(8) {
        // A fraction that must be truncated.
        0 => {
            let fraction = *random.pick(&["0", "5", "9", "99", "999999", "000001", "9999999999999999"]);
            return format!("{sign}{digits}.{fraction}");
        }
        // Leading zeros.
        1 => digits = "0".repeat(random.below(12)) + &digits,
        // Trailing zeros that the exponent removes.
        2 => {
            let zeros = random.below(10);
            digits += &"0".repeat(zeros);
            exponent = -(zeros as i64);
        }
        // A point within the digits that the exponent moves.
        3 | 4 if digits.len() > 1 => {
            let at = 1 + random.below(digits.len() - 1);
            exponent = (digits.len() - at) as i64;
            digits.insert(at, '.');
        }
        // An exponent that changes the value.
        5 => exponent = random.below(30) as i64 - 15,
        _ => {}
    }
    let plus = if exponent >= 0 && random.one_in(3) { "+" } else { "" };
    let e = *random.pick(&["e", "E"]);
    let padded = *random.pick(&["", "", "0", "00"]);
    let blank = *random.pick(&["", "", "", " ", "\t", "\n "]);
    if exponent == 0 && !random.one_in(6) {
        return format!("{blank}{sign}{digits}{blank}");
    }
    let minus = if exponent < 0 { "-" } else { plus };
    format!("{blank}{sign}{digits}{e}{minus}{padded}{}{blank}", exponent.unsigned_abs())
}
