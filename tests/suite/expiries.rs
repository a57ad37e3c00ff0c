//! The expiries of access and refresh tokens: which members state them, and what their values mean.

use anytoken::dialect::{Dialect, Evidence, Special, TimeRule, paths};
use anytoken::{Adapter, ErrorKind, Expiry, NoteKind, Outcome, Result, registry};
use anytoken_tests::Recorded;
use anytoken_tests::json::percent_encoded;
use anytoken_tests::recorded::AT;
use time::UtcOffset;

/// The expiries of both tokens in seconds from receipt, and the kinds of the notes.
#[derive(Debug, PartialEq)]
struct Ends {
    access: Option<i64>,
    refresh: Option<i64>,
    notes: Vec<NoteKind>,
}

fn read(adapter: Option<&dyn Adapter>, body: &str) -> Result<Ends> {
    let decoded = Recorded::new(body).read(adapter)?;
    let Outcome::Token(token) = &decoded.outcome else { panic!("{body} is an error response") };
    let seconds = |end: Expiry| match end {
        Expiry::At(at) => Some((at - AT).whole_seconds()),
        Expiry::Unknown => None,
        Expiry::Never => panic!("{body} never expires"),
    };
    let validity = token.validity();
    let notes = decoded.notes.iter().map(|note| note.kind).collect();
    Ok(Ends { access: seconds(validity.expires), refresh: seconds(validity.refresh_token_expires), notes })
}

/// Decodes the members beside a token without a format.
fn generic(members: &str) -> Ends {
    let body = format!(r#"{{"access_token":"EXAMPLE","refresh_token":"EXAMPLE-R",{members}}}"#);
    let ends = read(None, &body);
    ends.unwrap_or_else(|error| panic!("{members}: {error}"))
}

/// Decodes the members beside a token in a dialect.
fn named(dialect: &Dialect, members: &str) -> Ends {
    let body = format!(r#"{{"access_token":"EXAMPLE","refresh_token":"EXAMPLE-R",{members}}}"#);
    read(Some(dialect), &body).unwrap_or_else(|error| panic!("{members}: {error}"))
}

/// The access token's expiry and no note.
fn access(seconds: i64) -> Ends {
    Ends { access: Some(seconds), refresh: None, notes: vec![] }
}

/// The refresh token's expiry and no note.
fn refresh(seconds: i64) -> Ends {
    Ends { access: None, refresh: Some(seconds), notes: vec![] }
}

/// No expiry, and one note.
fn none(note: NoteKind) -> Ends {
    Ends { access: None, refresh: None, notes: vec![note] }
}

/// The seconds from receipt to zero.
const EPOCH: i64 = -1_767_225_600;

#[test]
fn text_with_a_unit_is_a_lifetime_in_seconds() {
    for text in
        ["3600s", "3600 s", "3600sec", "3600secs", "3600 second", "3600 seconds", "3600.9s", "+03600s"]
    {
        assert_eq!(generic(&format!(r#""expires_in":"{text}""#)), access(3600), "{text}");
        assert_eq!(generic(&format!(r#""expires":"{text}""#)), access(3600), "{text}");
    }
    // It is never too large for a lifetime, and in milliseconds by no format's word.
    assert_eq!(generic(r#""expires_in":"1000000000s""#), access(1_000_000_000));
    static MILLISECONDS: Dialect = Dialect::oauth2("ms", "Example", Evidence::Unverified)
        .expires_at(&[TimeRule::milliseconds(paths!["expires_in"])]);
    assert_eq!(named(&MILLISECONDS, r#""expires_in":"60 s""#), access(60));
    for text in ["1h", "60m", "3600ms", "s", "three s", "3,600s"] {
        let body = format!(r#"{{"access_token":"EXAMPLE","expires_in":"{text}"}}"#);
        let error = read(None, &body).expect_err(text);
        assert_eq!((error.kind(), error.field()), (ErrorKind::Invalid, Some("expires_in")), "{text}");
    }
}

#[test]
fn sign_and_zeros_do_not_change_a_number() {
    for text in ["+3600", "003600", "+0003600.5", " 3600 ", "36e2", "3600.0"] {
        assert_eq!(generic(&format!(r#""expires_in":"{text}""#)), access(3600), "{text}");
    }
}

#[test]
fn fourteen_digits_are_a_date_without_a_zone() {
    for json in ["20260102083713", r#""20260102083713""#] {
        assert_eq!(generic(&format!(r#""expires_at":{json}"#)), none(NoteKind::NoZone), "{json}");
        assert_eq!(generic(&format!(r#""expires_in":{json}"#)), none(NoteKind::NoZone), "{json}");
    }
    const SEOUL_TIME: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
        Ok(zone) => zone,
        Err(_) => panic!("a zone"),
    };
    const EXPIRES: &[TimeRule] = &[TimeRule::rfc3339(paths!["expires_dt"]).zone(SEOUL_TIME)];
    static SEOUL: Dialect = Dialect::oauth2("seoul", "Example", Evidence::Unverified).expires_at(EXPIRES);
    assert_eq!(named(&SEOUL, r#""expires_dt":"20260101100000""#), access(3600));
}

#[test]
fn instant_after_the_year_2286_is_an_error_unless_the_format_states_the_unit() {
    for json in ["10000000000000", "20261302083713", r#""10000000000000""#] {
        let body = format!(r#"{{"access_token":"EXAMPLE","expires_at":{json}}}"#);
        assert_eq!(read(None, &body).expect_err(json).kind(), ErrorKind::Invalid, "{json}");
    }
    assert_eq!(generic(r#""expires_at":9999999999999"#), access(9_999_999_999 + EPOCH));
    static MILLISECONDS: Dialect = Dialect::oauth2("ms", "Example", Evidence::Unverified)
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_at"])]);
    assert_eq!(named(&MILLISECONDS, r#""expires_at":20260102083713"#), access(20_260_102_083 + EPOCH));
}

#[test]
fn dates_of_every_form_are_read_in_an_absolute_member() {
    for text in [
        "2026-01-01T01:00:00Z",
        "2026-01-01t01:00:00z",
        "2026-1-1T1:00:00.999 GMT",
        "2026-01-01 01:00:00 UTC",
        "2026-01-01T09:00:00+0800",
        "2026/01/01 01:00:00 +0000",
        "01/01/2026 01:00:00 AM +00:00",
        "1/1/2026 01:00:00 +00:00",
        "Thu, 01 Jan 2026 01:00:00 GMT",
        "Fri, 01 Jan 2026 01:00:00 GMT",
        "/Date(1767229200000)/",
        "1767229200",
        "1767229200000",
    ] {
        assert_eq!(generic(&format!(r#""expires_at":"{text}""#)), access(3600), "{text}");
        assert_eq!(generic(&format!(r#""expiry":"{text}""#)), access(3600), "{text}");
        assert_eq!(generic(&format!(r#""expires":"{text}""#)), access(3600), "{text}");
    }
    assert_eq!(generic(r#""expires_at":"2026-01-02""#), access(86_400));
    assert_eq!(generic(r#""expires_at":"2026-01-02 01:00:00""#), none(NoteKind::NoZone));
}

#[test]
fn date_without_a_zone_is_noted_only_where_nothing_else_states_the_time() {
    for members in [
        r#""expires_in":3600,"expires_at":"2026-01-02 01:00:00""#,
        r#""expires_at":"2026-01-02 01:00:00","expires_in":3600"#,
        r#""expiry":"2026-01-02 01:00:00","expires_on":1767229200"#,
    ] {
        assert_eq!(generic(members), access(3600), "{members}");
    }
    let of_refresh_token = r#""expires_in":3600,"refresh_expires_at":"2026-01-02 01:00:00""#;
    assert_eq!(generic(of_refresh_token), Ends { notes: vec![NoteKind::NoZone], ..access(3600) });
}

#[test]
fn earliest_of_several_instants_holds() {
    let differ = |seconds| NoteKind::EndsDiffer { seconds };
    for (members, end, notes) in [
        (r#""expires_at":1767229200,"expires_on":1767232800"#, 3600, vec![differ(3600)]),
        (r#""expires_on":1767232800,"expires_at":1767229200"#, 3600, vec![differ(3600)]),
        (r#""expires_at":1767232800,"expiresAt":1767229200"#, 3600, vec![differ(3600)]),
        (r#""expires_at":1767229200,"expiresAt":1767229259"#, 3600, vec![]),
        (r#""expires_at":1767229200,"expires_on":1767232800,"expiry":1767236400"#, 3600, vec![differ(7200)]),
        (
            r#""expires_at":1767232800,"expires_in":1767229200"#,
            3600,
            vec![NoteKind::InstantForLifetime, differ(3600)],
        ),
    ] {
        assert_eq!(generic(members), Ends { notes, ..access(end) }, "{members}");
    }
    let bad = r#"{"access_token":"EXAMPLE","expires_at":1767229200,"expires_on":"soon"}"#;
    assert_eq!(read(None, bad).expect_err("an expiry").field(), Some("expires_on"));
}

#[test]
fn shortest_of_several_lifetimes_holds() {
    let notes = vec![NoteKind::EndsDiffer { seconds: 3600 }];
    assert_eq!(
        generic(r#""expires_in":7200,"token_expires_in":3600"#),
        Ends { notes: notes.clone(), ..access(3600) }
    );
    let both = r#""refresh_expires_in":7200,"refresh_token_expires_in":3600"#;
    assert_eq!(generic(both), Ends { notes: notes.clone(), ..refresh(3600) });
    static NAMED: Dialect = Dialect::oauth2("named", "Example", Evidence::Unverified);
    assert_eq!(named(&NAMED, both), Ends { notes, ..refresh(3600) });
}

#[test]
fn instant_beats_a_lifetime() {
    for (members, seconds) in [
        (r#""expires_in":60,"expires_at":1767229200"#, -3540),
        (r#""expires_at":1767229200,"expires_in":7200"#, 3600),
    ] {
        let notes = vec![NoteKind::EndsDiffer { seconds }];
        assert_eq!(generic(members), Ends { notes, ..access(3600) }, "{members}");
    }
}

#[test]
fn zero_date_alone_is_no_expiry() {
    for json in [
        r#""0001-01-01T00:00:00Z""#,
        r#""0001-01-01T00:00:00""#,
        r#""0001-01-01T00:00:00+08:00""#,
        r#""0001-01-01 00:00:00 +0000 UTC""#,
        r#""1/1/0001 12:00:00 AM""#,
        r#""/Date(-62135596800000)/""#,
        "-62135596800",
        "-62135596800000",
    ] {
        assert_eq!(generic(&format!(r#""expires_at":{json}"#)), none(NoteKind::ZeroDate), "{json}");
        assert_eq!(generic(&format!(r#""expiry":{json}"#)), none(NoteKind::ZeroDate), "{json}");
    }
    assert_eq!(generic(r#""expires_in":"0001-01-01T00:00:00Z""#), none(NoteKind::ZeroDate));
}

#[test]
fn zero_date_beside_another_end_says_nothing() {
    for zero in [r#""0001-01-01T00:00:00Z""#, "0", r#""0""#, "0.0"] {
        for members in [
            format!(r#""expires_in":3600,"expires_at":{zero}"#),
            format!(r#""expires_at":{zero},"expires_on":1767229200"#),
            format!(r#""expiry":{zero},"expires_in":3600"#),
        ] {
            assert_eq!(
                generic(&members),
                Ends { notes: vec![NoteKind::ZeroDate], ..access(3600) },
                "{members}"
            );
        }
    }
}

#[test]
fn instant_of_zero_alone_has_ended() {
    for member in ["expires_at", "expiry", "tokenExpiration"] {
        assert_eq!(generic(&format!(r#""{member}":0"#)), access(EPOCH), "{member}");
    }
    static MILLISECONDS: Dialect = Dialect::oauth2("ms", "Example", Evidence::Unverified)
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_at"])]);
    assert_eq!(named(&MILLISECONDS, r#""expires_at":0"#), access(EPOCH));
    static NEVER: Dialect = Dialect::oauth2("never", "Example", Evidence::Unverified)
        .expires_at(&[TimeRule::epoch(paths!["expires_at"]).when(&[("0", Special::Unknown)])]);
    assert_eq!(named(&NEVER, r#""expires_at":0"#).access, None);
}

#[test]
fn zero_of_a_refresh_token_is_absent() {
    let absent = Ends { notes: vec![], ..access(3600) };
    for zero in
        ["refresh_expires_in", "refresh_token_expires_in", "refresh_token_expires_at", "refreshTokenExpiry"]
    {
        assert_eq!(generic(&format!(r#""expires_in":3600,"{zero}":0"#)), absent, "{zero}");
    }
    let unset = generic(r#""expires_in":3600,"refresh_token_expires_at":"0001-01-01T00:00:00Z""#);
    assert_eq!(unset, Ends { notes: vec![NoteKind::ZeroDate], ..access(3600) });
    static DEAD: Dialect =
        Dialect::oauth2("dead", "Example", Evidence::Unverified).refresh_token_expires_at(&[
            TimeRule::seconds(paths!["refresh_expires_in"]).when(&[("0", Special::Seconds(0))]),
        ]);
    assert_eq!(named(&DEAD, r#""refresh_expires_in":0"#), refresh(0));
}

#[test]
fn minus_one_is_unknown_in_every_member() {
    for member in ["expires_in", "expires_at", "expires", "expiration", "refresh_token_expires_at"] {
        assert_eq!(generic(&format!(r#""{member}":-1"#)), none(NoteKind::MinusOne), "{member}");
    }
}

#[test]
fn bare_expires_in_json_is_seconds_up_to_a_day() {
    for lifetime in [0, 60, 3_600, 7_000, 7_200, 7_201, 18_000, 36_000, 86_399, 86_400, -60] {
        assert_eq!(generic(&format!(r#""expires":{lifetime}"#)), access(lifetime), "{lifetime}");
        assert_eq!(generic(&format!(r#""token_expires":{lifetime}"#)), access(lifetime), "{lifetime}");
    }
    for lifetime in ["8000", "10000", "60000", "\"80000\"", "86401", "900000", "604800", "999999999"] {
        assert_eq!(generic(&format!(r#""expires":{lifetime}"#)), none(NoteKind::UnitUnknown), "{lifetime}");
        let refresh = format!(r#""refresh_token_expires":{lifetime}"#);
        assert_eq!(generic(&refresh), none(NoteKind::UnitUnknown), "{lifetime}");
    }
    assert_eq!(generic(r#""expires":1767229200"#), access(3600));
    assert_eq!(generic(r#""expires":1767229200000"#), access(3600));
}

#[test]
fn bare_expires_of_a_format_is_by_size() {
    static NAMED: Dialect = Dialect::oauth2("named", "Example", Evidence::Unverified)
        .expires_at(&[TimeRule::by_size(paths!["expires"])]);
    for lifetime in [8_000, 900_000, 999_999_999] {
        assert_eq!(named(&NAMED, &format!(r#""expires":{lifetime}"#)), access(lifetime), "{lifetime}");
    }
    assert_eq!(named(&NAMED, r#""expires":"Thu, 01 Jan 2026 01:00:00 GMT""#), access(3600));
}

#[test]
fn lifetime_of_a_guessed_name_may_be_in_milliseconds() {
    const DAY: i64 = 86_400;
    for name in ["token_expires_in", "accessTokenExpiresIn", "api_token_expires_in"] {
        for lifetime in [60, 8_000, DAY, 2 * DAY, 366 * DAY] {
            assert_eq!(generic(&format!(r#""{name}":{lifetime}"#)), access(lifetime), "{name} {lifetime}");
        }
        for lifetime in [DAY + 1, 3_600_000, 367 * DAY, 999_999_999] {
            let member = format!(r#""{name}":{lifetime}"#);
            assert_eq!(generic(&member), none(NoteKind::UnitUnknown), "{name} {lifetime}");
        }
    }
    for name in ["expires_in", "expiresIn", "EXPIRES_IN", "token_expires_in_sec", "expiresInSeconds"] {
        assert_eq!(generic(&format!(r#""{name}":3600000"#)), access(3_600_000), "{name}");
    }
    for name in ["refresh_expires_in", "refreshTokenExpiresIn", "refresh_token_expires_in_seconds"] {
        assert_eq!(generic(&format!(r#""{name}":3600000"#)), refresh(3_600_000), "{name}");
    }
}

#[test]
fn number_more_than_ten_years_ahead_may_be_a_lifetime_in_milliseconds() {
    const TEN_YEARS: i64 = 10 * 366 * 86_400;
    let (last, first) = (TEN_YEARS - EPOCH, TEN_YEARS - EPOCH + 1);
    for name in ["expires_in", "expiresIn", "refresh_expires_in", "refreshTokenExpiresIn"] {
        for lifetime in [TEN_YEARS + 1, 604_800_000, 999_999_999] {
            let member = format!(r#""{name}":{lifetime}"#);
            assert_eq!(generic(&member), none(NoteKind::UnitUnknown), "{member}");
        }
        let ends = generic(&format!(r#""{name}":{TEN_YEARS}"#));
        assert_eq!(ends.access.or(ends.refresh), Some(TEN_YEARS), "{name}");
    }
    let names =
        ["expires", "expires_in", "accessTokenExpiresIn", "refresh_token_expires_in", "refreshExpires"];
    for name in names {
        for instant in [2_592_000_000, first, first * 1_000, 31_536_000_000] {
            let member = format!(r#""{name}":{instant}"#);
            assert_eq!(generic(&member), none(NoteKind::UnitUnknown), "{member}");
            let form = format!("access_token=EXAMPLE&{name}={instant}");
            assert_eq!(read(None, &form).expect(&form), none(NoteKind::UnitUnknown), "{form}");
        }
        for instant in [last, last * 1_000] {
            let ends = generic(&format!(r#""{name}":{instant}"#));
            assert_eq!(ends.access.or(ends.refresh), Some(TEN_YEARS), "{name} {instant}");
        }
        let ends = generic(&format!(r#""{name}":"2052-02-20T00:00:00Z""#));
        assert_eq!(ends.access.or(ends.refresh), Some(2_592_000_000 + EPOCH), "{name}");
    }
    assert_eq!(generic(r#""expiresInSeconds":604800000"#), access(604_800_000));
    static NAMED: Dialect = Dialect::oauth2("named", "Example", Evidence::Unverified);
    assert_eq!(named(&NAMED, r#""expires_in":604800000"#), access(604_800_000));
}

#[test]
fn lifetime_in_a_form_is_in_seconds() {
    for name in ["expires", "token_expires", "token_expires_in", "expires_in"] {
        for lifetime in [8_000, 900_000, 3_600_000] {
            let body = format!("access_token=EXAMPLE&{name}={lifetime}");
            assert_eq!(read(None, &body).expect(&body), access(lifetime), "{body}");
        }
    }
    let date = percent_encoded("Thu, 01 Jan 2026 01:00:00 GMT");
    assert_eq!(read(None, &format!("access_token=EXAMPLE&expires={date}")).expect("a token"), access(3600));
}

#[test]
fn generic_reading_knows_an_expiry_by_its_name() {
    for name in
        ["expiry", "expiry_date", "Expiration", "expirationTime", "expireTime", "valid_until", "expired-at"]
    {
        for subject in ["", "token_", "access", "access_token_", "authToken", "api-token-"] {
            let member = format!(r#""{subject}{name}":"2026-01-01T01:00:00Z""#);
            assert_eq!(generic(&member), access(3600), "{member}");
        }
        for subject in ["refresh", "refresh_token_", "refreshToken"] {
            let member = format!(r#""{subject}{name}":1767229200000"#);
            assert_eq!(generic(&member), refresh(3600), "{member}");
        }
    }
    // An escape does not change a name, and a format knows its own names alone.
    assert_eq!(generic(r#""exp\u0069ry":1767229200"#), access(3600));
    static NAMED: Dialect = Dialect::oauth2("named", "Example", Evidence::Unverified);
    assert_eq!(named(&NAMED, r#""expiry":1767229200"#), none(NoteKind::UnreadEnd));
}

#[test]
fn signs_around_a_name_do_not_change_it() {
    for name in
        ["_expires_in", "expires_in_", "-expiresIn", "expires-in-", "__Expires_In__", "_accessTokenExpiresIn"]
    {
        assert_eq!(generic(&format!(r#""{name}":3600"#)), access(3600), "{name}");
    }
    for name in ["_refresh_expires_in", "refresh_expires_in_", "--refreshTokenExpiresIn-"] {
        assert_eq!(generic(&format!(r#""{name}":3600"#)), refresh(3600), "{name}");
    }
    for name in ["_expires_at", "expires_on_", "_expiry", "valid_until_", "_expires"] {
        assert_eq!(generic(&format!(r#""{name}":1767229200"#)), access(3600), "{name}");
    }
}

#[test]
fn only_standard_names_of_an_expiry_fail_a_response() {
    for name in ["expires_in", "expiresIn", "Expires-At", "expires_on", "EXPIRES"] {
        let body = format!(r#"{{"access_token":"EXAMPLE","{name}":"soon"}}"#);
        let error = read(None, &body).expect_err(name);
        assert_eq!((error.kind(), error.field()), (ErrorKind::Invalid, Some(name)), "{name}");
    }
    for (name, json) in [
        ("expiry", r#""soon""#),
        ("expiry", "3600"),
        ("valid_until", "-2"),
        ("expiration", "true"),
        ("expiredAt", "{\"seconds\":1}"),
        ("token_expires_at", r#""soon""#),
        ("token_expires_in", r#""soon""#),
        ("refresh_token_expires_in", "[1]"),
        ("refresh_expires_at", "60"),
    ] {
        let member = format!(r#""{name}":{json}"#);
        assert_eq!(generic(&member), none(NoteKind::UnreadEnd), "{member}");
    }
    for name in ["expires_at", "expiry"] {
        assert_eq!(generic(&format!(r#""expires_in":3600,"{name}":null"#)), access(3600), "{name}");
        assert_eq!(generic(&format!(r#""expires_in":3600,"{name}":" ""#)), access(3600), "{name}");
    }
}

#[test]
fn duplicate_of_a_spelled_name_is_an_error() {
    for (first, second) in
        [("expiresAt", "expiresAt"), ("expires_at", "expires\\u005fat"), ("expiry", "expiry")]
    {
        let body = format!(r#"{{"access_token":"EXAMPLE","{first}":1767229200,"{second}":1767229200}}"#);
        let error = read(None, &body).expect_err(second);
        assert_eq!((error.kind(), error.offset()), (ErrorKind::Duplicate, body.rfind(second)), "{second}");
    }
}

#[test]
fn many_spellings_of_an_expiry_exceed_a_limit() {
    let members = |count: usize| {
        let spelled = (0..count).map(|index| format!(r#","expires{}at":1767229200"#, "_".repeat(index)));
        format!(r#"{{"access_token":"EXAMPLE"{}}}"#, spelled.collect::<String>())
    };
    assert_eq!(read(None, &members(33)).expect("few"), access(3600));
    assert_eq!(read(None, &members(34)).expect_err("many").kind(), ErrorKind::Limit);
}

/// Every format without rules of its own keeps the two lifetimes of RFC 6749's relatives.
#[test]
fn formats_keep_the_lifetime_of_the_refresh_token() {
    let mut kept = 0;
    for adapter in registry().iter() {
        for name in ["refresh_expires_in", "refresh_token_expires_in"] {
            let body = format!(r#"{{"access_token":"EXAMPLE","refresh_token":"EXAMPLE-R","{name}":60}}"#);
            let Ok(decoded) = Recorded::new(body).read(Some(adapter)) else { continue };
            let Outcome::Token(token) = &decoded.outcome else { continue };
            let end = token.validity().refresh_token_expires.at();
            if let Some(end) = end {
                assert_eq!((end - AT).whole_seconds(), 60, "{}", adapter.id());
                kept += 1;
            }
        }
    }
    assert!(kept > 400, "{kept} kept");
}

#[test]
fn lost_expiry_is_noted_in_every_format() {
    static NAMED: Dialect = Dialect::oauth2("named", "Example", Evidence::Unverified);
    for (member, field) in [
        ("xExpiresMs", "xExpiresMs"),
        ("date_expires", "date_expires"),
        ("EXPIRATION_MS", "EXPIRATION_MS"),
        ("expirEXAMPLEQx7ZkW3vPmT9RbL5", "a member"),
    ] {
        let body = format!(r#"{{"access_token":"EXAMPLE","{member}":1}}"#);
        for adapter in [&NAMED, &Dialect::OAUTH2] {
            let decoded = Recorded::new(body.clone()).read(Some(adapter)).expect("a token");
            let noted: Vec<_> = decoded.notes.iter().map(|note| (note.kind, &*note.field)).collect();
            assert_eq!(noted, [(NoteKind::UnreadEnd, field)], "{member}");
        }
    }
    for silent in [
        r#""expires_in":3600,"date_expires":1"#,
        r#""date_expires":null"#,
        r#""is_expired":false"#,
        r#""x":{"expires":1}"#,
    ] {
        assert_eq!(named(&NAMED, silent).notes, [], "{silent}");
    }
}

#[test]
fn expiry_beside_an_envelope_is_noted() {
    let notes = |body: &str| read(None, body).expect("a token").notes;
    for member in [r#""expires_in":3600"#, r#""Expires-At":"2030-01-01T00:00:00Z""#] {
        let body = format!(r#"{{"data":{{"access_token":"EXAMPLE"}},{member}}}"#);
        assert_eq!(notes(&body), [NoteKind::Wrapped, NoteKind::UnreadEnd], "{member}");
    }
    let own = r#"{"data":{"access_token":"EXAMPLE","expires_in":60},"expires_in":3600}"#;
    assert_eq!(notes(own), [NoteKind::Wrapped]);
}

#[test]
fn notes_on_lost_expiries_are_few() {
    let members: String = (0..1000).map(|index| format!(r#","expires_{index}":1"#)).collect();
    let ends = read(None, &format!(r#"{{"access_token":"EXAMPLE"{members}}}"#)).expect("a token");
    assert_eq!(ends.notes, [NoteKind::UnreadEnd; 32]);
}

#[test]
fn issue_date_that_is_not_set_does_not_move_a_lifetime() {
    static DIALECT: Dialect = Dialect::oauth2("issued", "Example", Evidence::Unverified)
        .issued_at(&[TimeRule::rfc3339(paths!["issued_at"])])
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]).from_issue()]);
    for (issued, notes) in [("\"0001-01-01T00:00:00Z\"", vec![NoteKind::ZeroDate]), ("0", vec![])] {
        let ends = named(&DIALECT, &format!(r#""expires_in":3600,"issued_at":{issued}"#));
        assert_eq!(ends, Ends { notes, ..access(3600) }, "{issued}");
    }
}
