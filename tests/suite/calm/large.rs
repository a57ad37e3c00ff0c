//! Large bodies, each made of one thing many times.

/// The name of the thing, and a body of about `n` bytes made of it.
pub(crate) type Large = (&'static str, fn(usize) -> String);

pub(crate) fn large() -> Vec<Large> {
    vec![
        ("deep arrays", |n| {
            let deep = format!("{}{}", "[".repeat(30), "]".repeat(30));
            format!("{{\"access_token\":\"a\",\"b\":[{}1]}}", (deep + ",").repeat(n / 61))
        }),
        ("deep objects", |n| {
            let deep = format!("{}1{}", "{\"a\":".repeat(30), "}".repeat(30));
            format!("{{\"access_token\":\"a\",\"b\":[{}1]}}", (deep + ",").repeat(n / 182))
        }),
        ("arrays that are never closed", |n| "[".repeat(n)),
        ("objects that are never closed", |n| "{\"a\":".repeat(n / 5)),
        ("a long number", |n| format!("{{\"access_token\":\"a\",\"b\":{}}}", "9".repeat(n))),
        ("a long lifetime", |n| format!("{{\"access_token\":\"a\",\"expires_in\":{}}}", "9".repeat(n))),
        ("a long lifetime as text", |n| {
            format!("{{\"access_token\":\"a\",\"expires_in\":\"{}\"}}", "\\u0039".repeat(n / 6))
        }),
        ("blanks everywhere", |n| {
            let gap = " \n".repeat(n / 16);
            format!("{{{gap}\"access_token\"{gap}:{gap}\"a\"{gap},{gap}\"b\"{gap}:{gap}1{gap}}}")
        }),
        ("a long scope", |n| format!("{{\"access_token\":\"a\",\"scope\":\"{}\"}}", "a".repeat(n))),
        ("many scopes", |n| format!("{{\"access_token\":\"a\",\"scope\":\"{}\"}}", "a ".repeat(n / 2))),
        ("many scopes with escapes", |n| {
            format!("{{\"access_token\":\"a\",\"scope\":\"{}\"}}", "\\u0061 ".repeat(n / 7))
        }),
        ("a long call", |n| format!("{}({{\"access_token\":\"a\"}});", "c".repeat(n))),
        ("a call of many blanks", |n| {
            let gap = " ".repeat(n / 3);
            format!("c{gap}({gap}{{\"access_token\":\"a\"}}{gap});")
        }),
        ("a call of many brackets", |n| format!("c{}", "(".repeat(n))),
        ("a call of a large object", |n| format!("c({{\"access_token\":\"a\"{}}})", ",\"\":1".repeat(n / 5))),
        ("a long token", |n| format!("{{\"access_token\":\"{}\"}}", "a".repeat(n))),
        ("a long token with escapes", |n| format!("{{\"access_token\":\"{}\"}}", "\\u0061".repeat(n / 6))),
        ("a long token of slashes", |n| format!("{{\"access_token\":\"{}\"}}", "\\/".repeat(n / 2))),
        ("a long refresh and id token", |n| {
            format!(
                "{{\"access_token\":\"a\",\"refresh_token\":\"{0}\",\"id_token\":\"{0}\"}}",
                "\\u0061".repeat(n / 12)
            )
        }),
        ("a long extra", |n| format!("{{\"access_token\":\"a\",\"b\":\"{}\"}}", "c".repeat(n))),
        ("a long name with escapes", |n| format!("{{\"access_token\":\"a\",\"{}\":1}}", "\\n".repeat(n / 2))),
        ("many members", |n| format!("{{\"access_token\":\"a\"{}}}", ",\"\":1".repeat(n / 5))),
        ("many halves of a signature", |n| {
            format!("{{\"access_token\":\"a\"{}}}", ",\"token\":1".repeat(n / 10))
        }),
        ("many halves of a signature in an object", |n| {
            format!("{{\"data\":{{\"token\":\"a\"{}}}}}", ",\"client_id\":1".repeat(n / 14))
        }),
        ("many objects with half a signature", |n| {
            format!("{{\"token\":\"a\"{}}}", ",\"data\":{\"client_id\":1}".repeat(n / 23))
        }),
        ("many members with escapes", |n| {
            format!("{{\"access_token\":\"a\"{}}}", ",\"\\n\":1".repeat(n / 7))
        }),
        ("many scopes in an array", |n| {
            format!("{{\"access_token\":\"a\",\"scope\":[{}1]}}", "1,".repeat(n / 2))
        }),
        ("many numbers in an extra", |n| {
            format!("{{\"access_token\":\"a\",\"b\":[{}1]}}", "1,".repeat(n / 2))
        }),
        ("many elements at the top", |n| format!("[{}1]", "1,".repeat(n / 2))),
        ("many objects at the top", |n| format!("[{}{{}}]", "{},".repeat(n / 3))),
        ("many tokens at the top", |n| format!("[{}{{}}]", "{\"access_token\":\"a\"},".repeat(n / 21))),
        ("many errors", |n| format!("{{\"errors\":[{}1]}}", "1,".repeat(n / 2))),
        ("a long error response", |n| {
            format!("{{\"error\":\"a\",\"error_description\":\"{}\"}}", "\\n".repeat(n / 2))
        }),
        ("a long form", |n| format!("access_token={}", "a".repeat(n))),
        ("a long form with escapes", |n| format!("access_token={}", "%61".repeat(n / 3))),
        ("a long form of control characters", |n| format!("access_token=a&b={}", "%01".repeat(n / 3))),
        ("a long form of bare control characters", |n| format!("access_token=a&b={}", "\u{1}".repeat(n))),
        ("a long form of quotes", |n| format!("access_token=a&b={}", "\"".repeat(n))),
        ("a form of many pairs", |n| format!("access_token=a{}", "&b=c".repeat(n / 4))),
        ("a form of many bare names", |n| format!("access_token=a{}", "&b".repeat(n / 2))),
        ("a form of many ampersands", |n| format!("access_token=a{}", "&".repeat(n))),
        ("long XML", |n| format!("<o><access_token>{}</access_token></o>", "a".repeat(n))),
        ("long XML with entities", |n| {
            format!("<o><access_token>{}</access_token></o>", "&#97;".repeat(n / 5))
        }),
        ("XML of many elements", |n| {
            format!("<o><access_token>a</access_token>{}</o>", "<b/>".repeat(n / 4))
        }),
        ("XML of many attributes", |n| {
            let attributes: String = (0..n / 12).map(|index| format!(" a{index}=\"\"")).collect();
            format!("<o><access_token>a</access_token><b{attributes}/></o>")
        }),
        ("XML of many comments", |n| {
            format!("<o><access_token>a</access_token>{}</o>", "<!---->".repeat(n / 7))
        }),
        ("XML of control characters", |n| {
            format!("<o><access_token>a</access_token><b>{}</b></o>", "\u{1}".repeat(n))
        }),
        ("deep XML", |n| {
            let deep = format!("{}{}", "<a>".repeat(30), "</a>".repeat(30));
            format!("<o><access_token>a</access_token>{}</o>", deep.repeat(n / 210))
        }),
        ("XML that is never closed", |n| "<a>".repeat(n / 3)),
        ("XML of many ampersands", |n| {
            format!("<o><access_token>a</access_token><b>{}</b></o>", "&".repeat(n))
        }),
        ("XML of laughs", |n| {
            let laughs = "<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\">".repeat(n / 44);
            format!("<!DOCTYPE o [{laughs}]><o><access_token>&a;</access_token></o>")
        }),
        ("plain text", |n| "a ".repeat(n / 2)),
        ("broken JSON", |n| format!("{{\"access_token\":\"a\"{}", ",\"\":1".repeat(n / 5))),
        ("blanks", |n| format!("{}{{\"access_token\":\"a\"}}", " ".repeat(n))),
    ]
}
