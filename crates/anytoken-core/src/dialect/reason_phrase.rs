//! The reason phrases of HTTP.

/// The statuses of errors with their phrases, in lower case and without spaces: RFC 9110, RFC 6585, and the phrases
/// that RFC 9110 replaced.
const PHRASES: [(u16, &str); 41] = [
    (400, "badrequest"),
    (401, "unauthorized"),
    (402, "paymentrequired"),
    (403, "forbidden"),
    (404, "notfound"),
    (405, "methodnotallowed"),
    (406, "notacceptable"),
    (407, "proxyauthenticationrequired"),
    (408, "requesttimeout"),
    (409, "conflict"),
    (410, "gone"),
    (411, "lengthrequired"),
    (412, "preconditionfailed"),
    (413, "contenttoolarge"),
    (413, "payloadtoolarge"),
    (413, "requestentitytoolarge"),
    (414, "uritoolong"),
    (414, "requesturitoolong"),
    (415, "unsupportedmediatype"),
    (416, "rangenotsatisfiable"),
    (417, "expectationfailed"),
    (421, "misdirectedrequest"),
    (422, "unprocessablecontent"),
    (422, "unprocessableentity"),
    (423, "locked"),
    (424, "faileddependency"),
    (425, "tooearly"),
    (426, "upgraderequired"),
    (428, "preconditionrequired"),
    (429, "toomanyrequests"),
    (431, "requestheaderfieldstoolarge"),
    (451, "unavailableforlegalreasons"),
    (500, "internalservererror"),
    (501, "notimplemented"),
    (502, "badgateway"),
    (503, "serviceunavailable"),
    (504, "gatewaytimeout"),
    (505, "httpversionnotsupported"),
    (507, "insufficientstorage"),
    (508, "loopdetected"),
    (511, "networkauthenticationrequired"),
];

/// Returns true if a text is a reason phrase of a status, such as `Bad Request`, `BadRequest` or `BAD_REQUEST` of 400.
pub(super) fn is_reason_phrase(text: &str, status: u16) -> bool {
    PHRASES.iter().any(|(of, phrase)| {
        let letters = text.trim_ascii().bytes().filter(|byte| !matches!(byte, b' ' | b'_' | b'-'));
        *of == status && letters.map(|byte| byte.to_ascii_lowercase()).eq(phrase.bytes())
    })
}

/// Returns true if a text is a status and its reason phrase, such as `401 Unauthorized` or `401: Unauthorized`.
pub(super) fn is_status_line(text: &str) -> bool {
    let text = text.trim_ascii();
    text.starts_with(['4', '5'])
        && text.split_at_checked(3).is_some_and(|(status, phrase)| {
            let phrase = phrase.trim_start_matches([' ', ':', '-']);
            status.parse().is_ok_and(|status| is_reason_phrase(phrase, status))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrase_belongs_to_its_status() {
        for (text, status) in [
            ("Unauthorized", 401),
            ("Bad Request", 400),
            ("BAD_REQUEST", 400),
            (" Payload Too Large ", 413),
            ("Request-URI Too Long", 414),
        ] {
            assert!(is_reason_phrase(text, status), "{text}");
            assert!(!is_reason_phrase(text, 403), "{text}");
            assert!(is_status_line(&format!("{status} {}", text.trim())), "{text}");
        }
        for text in ["", "Unauthorized.", "Unauthorized client", "unauthorized_client"] {
            assert!(!is_reason_phrase(text, 401), "{text}");
        }
        for text in ["", "401", "40 Bad Request", "401 Bad Request", "4011 Unauthorized", "é1 Unauthorized"]
        {
            assert!(!is_status_line(text), "{text}");
        }
    }
}
