//! Detection of error responses, and their fields.

use anytoken::dialect::{Dialect, ErrorShape, Evidence, paths};
use anytoken::{Adapter, Decoded, ErrorKind, ErrorResponse, NoteKind, Outcome, Remedy, decode_as, registry};
use anytoken_tests::Recorded;

/// A flag that is a word, and a sign that may be a number.
static FLAGGED: Dialect = Dialect::oauth2("flagged", "IETF", Evidence::Documented)
    .ok_when("status", &["\"OK\"", "0"])
    .errors(&ErrorShape::RFC6749.error_when(paths!["errcode"]).code(paths!["errcode"]));

fn is_error_response(members: &str) -> bool {
    let body = format!("{{\"access_token\":\"EXAMPLE\",{members}}}");
    match Recorded::new(body).read(Some(&FLAGGED)) {
        Ok(Decoded { outcome, .. }) => matches!(outcome, Outcome::ErrorResponse(_)),
        Err(error) => panic!("{members} is not understood: {error}"),
    }
}

#[test]
fn escapes_do_not_change_a_success_flag() {
    for good in [
        r#""status":"OK""#,
        r#""status":"\u004fK""#,
        r#""status":"\u004F\u004b""#,
        r#""status":0"#,
        r#""status":"0""#,
        r#""status":"\u0030""#,
        r#""status":null"#,
    ] {
        assert!(!is_error_response(good), "{good}");
    }
    for bad in [
        r#""status":"NO""#,
        r#""status":"\u004eO""#,
        r#""status":"ok""#,
        r#""status":"\"OK\"""#,
        r#""status":1"#,
        r#""status":false"#,
    ] {
        assert!(is_error_response(bad), "{bad}");
    }
}

#[test]
fn empty_or_zero_error_sign_is_ignored() {
    for none in [
        "null",
        "false",
        "0",
        r#""0""#,
        r#""\u0030""#,
        r#""""#,
        r#"" ""#,
        r#""\u0020""#,
        r#""\t""#,
        "[ ]",
        "{}",
    ] {
        assert!(!is_error_response(&format!("\"errcode\":{none}")), "{none}");
    }
    for sign in ["1", "-1", "true", r#""40029""#, r#""\u0031""#, r#""00""#, "[0]", r#"{"code":0}"#] {
        assert!(is_error_response(&format!("\"errcode\":{sign}")), "{sign}");
    }
}

#[test]
fn retry_after_is_decoded() {
    let wait = |header: Option<&str>, body: &str| {
        let mut response = Recorded::new(body).status(429);
        response.headers.extend(header.map(|value| ("Retry-After".to_owned(), value.to_owned())));
        match response.read(Some(&Dialect::OAUTH2)).map(|decoded| decoded.outcome) {
            Ok(Outcome::ErrorResponse(error_response)) => {
                error_response.retry_after().map(|wait| wait.as_secs())
            }
            other => panic!("{header:?} and {body} are {other:?}"),
        }
    };
    let slow_down = r#"{"error":"slow_down","interval":5}"#;
    let no_interval = r#"{"error":"invalid_request"}"#;
    for (header, seconds) in [
        ("30", Some(30)),
        (" 30 ", Some(30)),
        ("0", Some(0)),
        ("Thu, 01 Jan 2026 00:02:00 GMT", Some(120)),
        ("Wed, 31 Dec 2025 23:59:59 GMT", Some(0)),
        ("soon", None),
        ("-1", None),
        ("1.5", None),
        ("", None),
    ] {
        // With a body that decodes and one that does not.
        assert_eq!(wait(Some(header), no_interval), seconds, "{header}");
        assert_eq!(wait(Some(header), "Too many requests"), seconds, "{header}");
    }
    assert_eq!(wait(None, slow_down), Some(5));
    assert_eq!(wait(None, no_interval), None);
    assert_eq!(wait(Some("30"), slow_down), Some(30), "the longer wait holds");
    assert_eq!(wait(Some("3"), slow_down), Some(5), "the longer wait holds");
    assert_eq!(wait(Some("soon"), slow_down), Some(5));
}

#[test]
fn long_wait_is_cut_with_a_note() {
    let longest = 31 * 24 * 60 * 60;
    for (header, interval, is_cut) in [
        ("2678400", "5", false),
        ("2678401", "5", true),
        ("5", "2678401", true),
        ("5", "1e40", true),
        ("5", "\"99999999999999999999\"", true),
        ("99999999999999999999999", "5", true),
        ("Sat, 01 Jan 2028 00:00:00 GMT", "5", true),
    ] {
        let mut response =
            Recorded::new(format!("{{\"error\":\"slow_down\",\"interval\":{interval}}}")).status(400);
        response.headers.push(("Retry-After".to_owned(), header.to_owned()));
        let (error_response, notes) = refused_with_notes(&Dialect::OAUTH2, &response);
        assert_eq!(
            error_response.retry_after().map(|wait| wait.as_secs()),
            Some(longest),
            "{header} {interval}"
        );
        let expected: &[NoteKind] = if is_cut { &[NoteKind::LongWait] } else { &[] };
        assert_eq!(notes, expected, "{header} {interval}");
    }
}

/// The error response of a format, and the kinds of its notes.
fn refused_with_notes(format: &dyn Adapter, response: &Recorded) -> (ErrorResponse, Vec<NoteKind>) {
    let body = response.text().unwrap_or_default();
    match response.read(Some(format)) {
        Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), notes, .. }) => {
            (error_response, notes.iter().map(|note| note.kind).collect())
        }
        Ok(_) => panic!("{}: {body} is a token", format.id()),
        Err(error) => panic!("{}: {body} is not understood: {error}", format.id()),
    }
}

/// The error response of the generic format.
fn refused(status: Option<u16>, body: &str) -> ErrorResponse {
    refused_with_notes(&Dialect::OAUTH2, &Recorded { status, ..Recorded::new(body) }).0
}

fn is_missing(body: &str) -> bool {
    matches!(Recorded::new(body).read(None), Err(error) if error.kind() == ErrorKind::Missing)
}

/// Checks the code and the description of error responses with a status.
fn are_described(status: u16, cases: &[(&str, Option<&str>, Option<&str>)]) {
    for (body, code, description) in cases {
        let error_response = refused(Some(status), body);
        assert_eq!((error_response.code(), error_response.description()), (*code, *description), "{body}");
    }
}

#[test]
fn beside_a_token_only_error_errors_and_oauth_problem_refuse() {
    let read = |member: &str| {
        let body = format!("{{\"access_token\":\"EXAMPLE-ACCESS\",{member}}}");
        Recorded::new(body).read(None).expect("a token or an error response")
    };
    for sign in [
        r#""error":"invalid_grant""#,
        r#""error":{"code":"E7"}"#,
        r#""error":["E7"]"#,
        r#""error":true"#,
        r#""errors":[{"code":"E7"}]"#,
        r#""oauth_problem":"token_expired""#,
    ] {
        let Decoded { outcome, notes, .. } = read(sign);
        assert!(matches!(outcome, Outcome::ErrorResponse(_)), "{sign}");
        assert!(notes.iter().any(|note| note.kind == NoteKind::TokenBesideError), "{sign}");
    }
    for none in [
        r#""Error":"invalid_grant""#,
        r#""ERRORS":["E7"]"#,
        r#""oauthProblem":"token_expired""#,
        r#""errorCode":"E7""#,
        r#""error_code":7"#,
        r#""errcode":40029"#,
        r#""error_description":"The grant has ended.""#,
        r#""code":500"#,
        r#""statusCode":401"#,
        r#""success":false"#,
        r#""status":"error""#,
    ] {
        assert!(matches!(read(none).outcome, Outcome::Token(_)), "{none}");
    }
}

#[test]
fn words_for_no_error_are_no_sign() {
    for none in [
        "0",
        r#""0""#,
        r#""null""#,
        r#""None""#,
        r#""FALSE""#,
        r#""success""#,
        r#""Ok""#,
        r#"" ok ""#,
        "null",
        "false",
    ] {
        let body = format!("{{\"access_token\":\"EXAMPLE-ACCESS\",\"error\":{none}}}");
        let decoded = Recorded::new(body).read(None).expect("a token");
        assert!(matches!(decoded.outcome, Outcome::Token(_)), "{none}");
        assert!(is_missing(&format!("{{\"error\":{none}}}")), "{none}");
    }
}

#[test]
fn error_name_without_a_token_refuses_at_any_status() {
    for (member, code) in [
        (r#""errorCode":"E7""#, "E7"),
        (r#""ERROR_CODE":"E7""#, "E7"),
        (r#""error-code":7"#, "7"),
        (r#""errcode":40029"#, "40029"),
        (r#""errno":-3"#, "-3"),
        (r#""Error":"E7""#, "E7"),
        (r#""Errors":[{"ErrorCode":"E7"}]"#, "E7"),
        (r#""errorType":"E7""#, "E7"),
        (r#""oauthProblem":"token_expired""#, "token_expired"),
        (r#""tppMessages":[{"code":"TOKEN_EXPIRED"}]"#, "TOKEN_EXPIRED"),
        (r#""fault":{"faultstring":"Ended.","detail":{"errorcode":"keymanagement.E7"}}"#, "keymanagement.E7"),
    ] {
        for body in [
            format!("{{{member}}}"),
            format!("[{{{member}}}]"),
            format!("{{\"access_token\":\"\",{member}}}"),
        ] {
            for status in [None, Some(200), Some(400)] {
                assert_eq!(refused(status, &body).code(), Some(code), "{status:?} {body}");
            }
        }
    }
    assert_eq!(
        refused(Some(200), r#"{"errorMessage":"The key is wrong."}"#).description(),
        Some("The key is wrong.")
    );
}

#[test]
fn code_of_success_is_no_sign_and_still_a_code() {
    for code in [
        "0",
        "0.0",
        "-0",
        "\"-0\"",
        "\"0000\"",
        "200",
        "\"2007300\"",
        "\"SUCCESS\"",
        "\"Ok\"",
        "\"succeeded\"",
        "\"successful\"",
    ] {
        let body = format!("{{\"errorCode\":{code},\"errmsg\":\"\"}}");
        assert!(is_missing(&body), "{body}");
        assert_eq!(refused(Some(400), &body).code(), Some(code.trim_matches('"')), "{body}");
    }
    for code in ["2", "20", "1000", "\"0x00\"", "\"2xx\"", "-200"] {
        let body = format!("{{\"errorCode\":{code}}}");
        assert_eq!(refused(Some(200), &body).code(), Some(code.trim_matches('"')), "{body}");
    }
}

#[test]
fn bare_code_refuses_only_with_a_witness() {
    for code in ["code", "statusCode", "responseCode"] {
        let with = |witness: &str| format!("{{\"{code}\":1010,\"msg\":\"token invalid\"{witness}}}");
        for witness in
            ["", r#","success":true"#, r#","status":"active""#, r#","result":null"#, r#","response":{}"#]
        {
            assert!(is_missing(&with(witness)), "{code} {witness}");
        }
        for witness in [
            r#","success":false"#,
            r#","Success":"False""#,
            r#","response":false"#,
            r#","status":"error""#,
            r#","status":"FAILED""#,
            r#","result":"fail""#,
            r#","result":"failure""#,
        ] {
            let error_response = refused(Some(200), &with(witness));
            let described = (error_response.code(), error_response.description());
            assert_eq!(described, (Some("1010"), Some("token invalid")), "{code} {witness}");
        }
    }
}

#[test]
fn error_that_is_true_is_described_by_the_members_beside_it() {
    let error_response = refused(Some(200), r#"{"error":true,"code":"E7","message":"The key is wrong."}"#);
    assert_eq!(
        (error_response.code(), error_response.description()),
        (Some("E7"), Some("The key is wrong."))
    );
}

#[test]
fn body_without_a_token_or_an_error_is_not_understood() {
    for (body, kind) in [
        (r#"{"active":false}"#, ErrorKind::Missing),
        (r#"{"message":"Forbidden"}"#, ErrorKind::Missing),
        (r#"["invalid_grant","The grant has ended."]"#, ErrorKind::Shape),
        (r#"[{"id":1}]"#, ErrorKind::Missing),
        (r#"[{"id":1},{"id":2}]"#, ErrorKind::Shape),
        ("\"Unauthorized\"", ErrorKind::Shape),
        ("Unauthorized", ErrorKind::Text),
        ("<html></html>", ErrorKind::Html),
        ("", ErrorKind::Empty),
    ] {
        let error = Recorded::new(body).status(200).read(None).map(|_| ()).map_err(|error| error.kind());
        assert_eq!(error, Err(kind), "{body}");
        assert_eq!(refused(Some(400), body).status(), Some(400), "{body}");
    }
}

#[test]
fn text_that_is_no_object_is_the_description() {
    are_described(
        503,
        &[
            ("Service down", None, Some("Service down")),
            ("\"Service \\u0064own\"", None, Some("Service down")),
            ("<html><body>Service down</body></html>", None, None),
            ("{\"error\":", None, None),
            ("", None, None),
        ],
    );
}

#[test]
fn text_of_a_gateway_is_kept_in_every_format() {
    for format in registry().iter() {
        let response = Recorded::new(r#"{"message":"Forbidden"}"#).status(403);
        let (error_response, _) = refused_with_notes(format, &response);
        let described = (error_response.code(), error_response.description());
        assert_eq!(described, (None, Some("Forbidden")), "{}", format.id());
    }
}

#[test]
fn code_is_found_in_every_shared_member() {
    are_described(
        400,
        &[
            (
                r#"{"error":"invalid_grant","error_description":"Ended."}"#,
                Some("invalid_grant"),
                Some("Ended."),
            ),
            (r#"{"error":{"code":"E7","message":"Ended."}}"#, Some("E7"), Some("Ended.")),
            (r#"{"error":[{"code":"E7","message":"Ended."}]}"#, Some("E7"), Some("Ended.")),
            (
                r#"{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"Wrong."}}"#,
                Some("INVALID_ARGUMENT"),
                Some("Wrong."),
            ),
            (
                r#"{"error":{"type":"rate_limit_error","message":"Slower."}}"#,
                Some("rate_limit_error"),
                Some("Slower."),
            ),
            (r#"{"error":{"errorCode":"E7","reason":"Ended."}}"#, Some("E7"), Some("Ended.")),
            (r#"{"error":{"reason":"expired"}}"#, Some("expired"), None),
            (r#"{"error":{"key":"expired"}}"#, Some("expired"), None),
            (
                r#"{"error":{"error":"expired","error_description":"Ended."}}"#,
                Some("expired"),
                Some("Ended."),
            ),
            (r#"{"error_code":7,"error_msg":"Ended."}"#, Some("7"), Some("Ended.")),
            (r#"{"errorCode":"E7","errorSummary":"Ended."}"#, Some("E7"), Some("Ended.")),
            (r#"{"errcode":7,"errmsg":"Ended."}"#, Some("7"), Some("Ended.")),
            (r#"{"errors":[{"code":"E7","title":"Bad","detail":"Ended."}]}"#, Some("E7"), Some("Ended.")),
            (r#"{"errors":[{"id":"E7","title":"Ended."}]}"#, Some("E7"), Some("Ended.")),
            (r#"{"errors":[{"errorType":"expired","message":"Ended."}]}"#, Some("expired"), Some("Ended.")),
            (r#"{"errors":[{"message":"Ended.","extensions":{"code":"E7"}}]}"#, Some("E7"), Some("Ended.")),
            (r#"{"errors":[{"extensions":{"errorCode":"E7"}}]}"#, Some("E7"), None),
            (r#"{"errors":["expired"]}"#, Some("expired"), None),
            (
                r#"{"Errors":[{"ErrorCode":"UK.E7","Message":"Ended."}],"Code":"400 BadRequest"}"#,
                Some("UK.E7"),
                Some("Ended."),
            ),
            (
                r#"{"tppMessages":[{"category":"ERROR","code":"E7","text":"Ended."}]}"#,
                Some("E7"),
                Some("Ended."),
            ),
            (r#"{"messages":[{"errorCode":"E7","message":"Ended."}]}"#, Some("E7"), Some("Ended.")),
            (r#"{"error_type":"TokenException","message":"Ended."}"#, Some("TokenException"), Some("Ended.")),
            (r#"{"responseCode":"4007300","responseMessage":"Ended."}"#, Some("4007300"), Some("Ended.")),
            (r#"[{"errorCode":"E7","message":"Ended."},{"errorCode":"E8"}]"#, Some("E7"), Some("Ended.")),
            (
                "oauth_problem=token_expired&oauth_problem_advice=Ended.",
                Some("token_expired"),
                Some("Ended."),
            ),
            (r#"{"code":"E7","desc":"Ended."}"#, Some("E7"), Some("Ended.")),
            (r#"{"Code":7,"errorText":"Ended."}"#, Some("7"), Some("Ended.")),
            (
                r#"{"type":"about:blank","title":"Ended","status":403,"detail":"It has ended."}"#,
                Some("403"),
                Some("It has ended."),
            ),
            (r#"{"detail":[{"loc":["body"],"msg":"Field required"}]}"#, None, Some("Field required")),
            (r#"{"message":["name is too long","name is blank"]}"#, None, Some("name is too long")),
            (r#"{"err":"Ended."}"#, None, Some("Ended.")),
            (r#"{"err":{"code":"E7","message":"Ended."}}"#, Some("E7"), Some("Ended.")),
            (r#"{"err":{"message":"Ended."}}"#, None, Some("Ended.")),
            (r#"{"status":"fail","data":{"message":"Ended."}}"#, None, Some("Ended.")),
            (r#"{"result":"error","reason":"Ended."}"#, None, Some("Ended.")),
            (r#"{"hint":"Ended."}"#, None, Some("Ended.")),
            (r#"{"unknown":"Ended."}"#, None, None),
        ],
    );
}

#[test]
fn fault_in_xml_is_described() {
    are_described(
        500,
        &[
            (
                "<r><Fault><faultcode>s:Client</faultcode><faultstring xml:lang=\"en\">Ended.</faultstring></Fault></r>",
                Some("s:Client"),
                Some("Ended."),
            ),
            (
                "<r><Fault><Code><Value>s:Sender</Value></Code><Reason><Text xml:lang=\"en\">Ended.</Text></Reason></Fault></r>",
                Some("s:Sender"),
                Some("Ended."),
            ),
            (
                "<ErrorResponse><Error><Type>Sender</Type><Code>Ended</Code><Message>It has ended.</Message></Error></ErrorResponse>",
                Some("Ended"),
                Some("It has ended."),
            ),
        ],
    );
}

#[test]
fn soap_body_and_fault_are_the_top_of_an_error_response() {
    let soap_1_1 = "<faultcode>s:Client</faultcode><faultstring xml:lang=\"en\">Bad login</faultstring>";
    let soap_1_2 = "<s:Code><s:Value>s:Client</s:Value></s:Code>\
         <s:Reason><s:Text xml:lang=\"en\">Bad login</s:Text><s:Text xml:lang=\"de\">Falsch</s:Text></s:Reason>";
    let apigee = "<faultstring>Bad login</faultstring><detail><errorcode>s:Client</errorcode></detail>";
    let faults = [soap_1_1, soap_1_2, apigee].map(|fault| format!("<s:Fault>{fault}</s:Fault>"));
    let errors = [
        "<error>s:Client</error><message>Bad login</message>",
        "<Error><Code>s:Client</Code><Message>Bad login</Message></Error>",
    ];
    let in_soap = faults.iter().map(String::as_str).chain(errors);
    let in_soap = in_soap.map(|body| format!("<s:Envelope><s:Header/><s:Body>{body}</s:Body></s:Envelope>"));
    let roots = ["fault", "Error"]
        .map(|root| format!("<{root}><code>s:Client</code><message>Bad login</message></{root}>"));
    for body in in_soap.chain(faults.clone()).chain(roots) {
        for status in [None, Some(200), Some(401), Some(500)] {
            let error_response = refused(status, &body);
            let described = (error_response.code(), error_response.description());
            assert_eq!(described, (Some("s:Client"), Some("Bad login")), "{status:?} {body}");
        }
    }
    assert!(is_missing("<r><code>s:Client</code><message>Bad login</message></r>"));
}

#[test]
fn first_present_code_wins_and_the_status_is_last() {
    are_described(
        400,
        &[
            (r#"{"code":"last","errcode":7,"errorCode":"E7","error":"first"}"#, Some("first"), None),
            (r#"{"code":"last","errcode":7,"errorCode":"E7","error":null}"#, Some("E7"), None),
            (r#"{"code":"last","errcode":7,"errorCode":"","error":{}}"#, Some("7"), None),
            (r#"{"errorCode":400,"code":"last"}"#, Some("last"), None),
            (r#"{"errorCode":"400","code":7}"#, Some("7"), None),
            (r#"{"errorCode":400,"status":7}"#, Some("400"), None),
            (r#"{"status":7,"error":"It has ended."}"#, Some("7"), Some("It has ended.")),
            (r#"{"statusCode":7,"status":8}"#, Some("7"), None),
            (r#"{"statusCode":400}"#, Some("400"), None),
            (r#"{"status":"active"}"#, None, None),
            (r#"{"code":0,"message":"Ended."}"#, Some("0"), Some("Ended.")),
            (r#"{"code":0,"statusCode":401}"#, Some("401"), None),
        ],
    );
}

#[test]
fn text_beside_the_code_comes_first() {
    are_described(
        400,
        &[
            (r#"{"message":"outer","error":{"code":"E7","message":"inner"}}"#, Some("E7"), Some("inner")),
            (r#"{"message":"outer","error":{"code":"E7"}}"#, Some("E7"), Some("outer")),
            (
                r#"{"message":"outer","errors":[{"message":"middle","extensions":{"code":"E7","message":"inner"}}]}"#,
                Some("E7"),
                Some("inner"),
            ),
            (r#"{"message":"outer","errors":[{"message":"inner"}]}"#, None, Some("outer")),
            (r#"{"errors":[{"message":"inner"}]}"#, None, Some("inner")),
            (r#"{"message":"second","error_description":"first","error":"E7"}"#, Some("E7"), Some("first")),
            (r#"{"title":"second","detail":"first","code":"E7"}"#, Some("E7"), Some("first")),
        ],
    );
}

#[test]
fn own_code_has_the_text_beside_it() {
    static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
        .errors(&ErrorShape::RFC6749.code(paths!["answer/0/id"]));
    let response = Recorded::new(r#"{"message":"outer","answer":[{"id":7,"text":"inner"}]}"#).status(400);
    let (error_response, _) = refused_with_notes(&ACME, &response);
    assert_eq!((error_response.code(), error_response.description()), (Some("7"), Some("inner")));
}

#[test]
fn list_of_texts_is_a_code_and_a_text() {
    are_described(
        400,
        &[
            (r#"["E7","It has ended."]"#, Some("E7"), Some("It has ended.")),
            (r#"["It has ended.","E7"]"#, Some("E7"), Some("It has ended.")),
            (r#"["It has ended."]"#, None, Some("It has ended.")),
            // A single word may be a secret, which a description hides and a code does not.
            (r#"["ended"]"#, None, Some("ended")),
            ("[1]", None, None),
            ("[]", None, None),
            (r#"{"errors":["E7","It has ended."]}"#, Some("E7"), Some("It has ended.")),
            (r#"{"errors":["It has ended."]}"#, None, Some("It has ended.")),
        ],
    );
}

#[test]
fn reason_phrase_of_the_status_is_no_code() {
    are_described(
        401,
        &[
            (
                r#"{"status":401,"error":"Unauthorized","message":"Bad credentials"}"#,
                Some("401"),
                Some("Bad credentials"),
            ),
            (r#"{"statusCode":401,"error":"Unauthorized"}"#, Some("401"), Some("Unauthorized")),
            (r#"{"statusCode":401,"error":"Unauthorized","code":"E7"}"#, Some("E7"), Some("Unauthorized")),
            (
                r#"{"error":{"code":401,"status":"UNAUTHORIZED","message":"Ended."}}"#,
                Some("401"),
                Some("Ended."),
            ),
            (r#"{"code":"401 Unauthorized","message":"Ended."}"#, None, Some("Ended.")),
            (r#"{"error":"401: Unauthorized"}"#, None, Some("401: Unauthorized")),
            // Without its number, or beside another one, the phrase is a code.
            (r#"{"error":"Unauthorized","message":"Ended."}"#, Some("Unauthorized"), Some("Ended.")),
            (r#"{"status":400,"error":"Unauthorized"}"#, Some("Unauthorized"), None),
            (r#"{"status":401,"error":"unauthorized_client"}"#, Some("unauthorized_client"), None),
        ],
    );
    let twitch = r#"{"status":400,"error":"Bad Request","message":"missing client id"}"#;
    let decoded =
        decode_as("twitch", Recorded::new(twitch).status(400).response()).expect("an error response");
    let error_response = decoded.into_token().expect_err("an error response");
    assert_eq!(error_response.code(), Some("Bad Request"), "a format can say that the phrase is its code");
}

#[test]
fn sentence_is_a_text_beside_another_code() {
    are_described(
        400,
        &[
            (r#"{"code":101,"error":"Invalid username."}"#, Some("101"), Some("Invalid username.")),
            (r#"{"error":"Invalid username."}"#, Some("Invalid username."), Some("Invalid username.")),
            (r#"{"error":"Not valid","error_description":"Ended."}"#, Some("Not valid"), Some("Ended.")),
        ],
    );
}

#[test]
fn code_that_means_one_thing_has_its_remedy_in_every_format() {
    let remedy = |code: &str| refused(None, &format!("{{\"error\":\"{code}\"}}")).remedy();
    for (expected, codes) in [
        (
            Remedy::Reauthenticate,
            &[
                "invalid_grant",
                "bad_verification_code",
                "bad_refresh_token",
                "refresh_token_expired",
                "refresh_token_reused",
                "refresh_token_invalidated",
                "refresh_token_not_found",
                "invalid_refresh_token",
                "token_expired",
                "Token_Expired",
                "TOKEN_EXPIRED",
                "tokenExpired",
                "token_not_valid",
                "invalid_session",
                "AUTHCODE_EXPIRED",
                "USER_CREDENTIALS_CHANGED",
                "CONSENT_EXPIRED",
                "TOKEN_INVALID",
            ][..],
        ),
        (
            Remedy::FixClient,
            &["invalid_client", "incorrect_client_credentials", "login_failed", "invalid_client_attestation"],
        ),
        (
            Remedy::Retry,
            &[
                "temporarily_unavailable",
                "server_error",
                "use_attestation_challenge",
                "use_fresh_attestation",
                "use_dpop_nonce",
                "invalid_nonce",
                "rate_exceeded",
                "service_unavailable",
                "ACCESS_EXCEEDED",
            ],
        ),
        (
            Remedy::Interact,
            &[
                "interaction_required",
                "insufficient_authorization",
                "InsufficientAuthorization",
                "redirect_to_web",
                "unmet_authentication_requirements",
                "mfa_required",
            ],
        ),
        (
            Remedy::FixRequest,
            &[
                "invalid_request",
                "invalid_scope",
                "unsupported_grant_type",
                "FORMAT_ERROR",
                "invalid_binding_message",
            ],
        ),
        (Remedy::Pending, &["authorization_pending"]),
        (Remedy::SlowDown, &["slow_down", "too_fast"]),
        (Remedy::Unknown, &["access_denied", "user_denied", "forbidden", "E7"]),
    ] {
        for code in codes {
            assert_eq!(remedy(code), expected, "{code}");
        }
    }
}

#[test]
fn status_has_a_remedy_unless_the_code_is_unknown() {
    let remedy = |status, body: &str| refused(Some(status), body).remedy();
    for status in [408, 425, 429, 500, 502, 503, 504] {
        assert_eq!(remedy(status, ""), Remedy::Retry, "{status}");
        assert_eq!(remedy(status, &format!("{{\"code\":{status}}}")), Remedy::Retry, "{status}");
    }
    for status in [400, 401, 403, 404, 410] {
        assert_eq!(remedy(status, ""), Remedy::Unknown, "{status}");
    }
    assert_eq!(remedy(500, r#"{"error":"server_error"}"#), Remedy::Retry);
    assert_eq!(remedy(500, r#"{"error":"invalid_client"}"#), Remedy::FixClient);
    assert_eq!(remedy(502, r#"{"error":"upstream_failed"}"#), Remedy::Retry);
}

#[test]
fn code_or_text_that_nobody_knows_is_not_retried_after_500() {
    let remedy = |body: &str| refused(Some(500), body).remedy();
    for body in [
        r#"{"errorCode":"500.001.1001"}"#,
        r#"{"error":"WRONG_PASSWORD"}"#,
        r#"{"error":"Wrong password"}"#,
        r#"{"error":"Invalid login","message":"x"}"#,
        r#"{"error":"Invalid login","message":"Please try again."}"#,
        r#"{"error":{"message":"Incorrect API key provided"}}"#,
        r#"{"status":500,"error":"Internal Server Error","message":"Bad credentials"}"#,
        "Wrong password",
    ] {
        assert_eq!(remedy(body), Remedy::Unknown, "{body}");
    }
    for body in [
        "{}",
        "<html></html>",
        "Internal Server Error",
        r#"{"errorCode":0}"#,
        r#"{"error":"Internal Server Error"}"#,
        r#"{"error":"500 Internal Server Error"}"#,
        r#"{"status":500,"error":"Internal Server Error","message":""}"#,
        r#"{"code":500,"message":"An internal error occurred."}"#,
        r#"{"error":{"code":"BACKEND_TIMEOUT","message":"Please try again later."}}"#,
        r#"{"error":"The service is temporarily down."}"#,
        r#"{"message":"Server Error","status":"500"}"#,
    ] {
        assert_eq!(remedy(body), Remedy::Retry, "{body}");
    }
}

#[test]
fn empty_object_asks_for_a_step() {
    static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
        .errors(&ErrorShape::RFC6749.challenge_when(paths!["consent", "nextUri"]));
    let described = Dialect::from_json(
        r#"{"id":"acme","vendor":"Acme","errors":{"challenge_when":["consent","nextUri"]}}"#,
    );
    let described = described.expect("a dialect");
    for format in [&ACME, described] {
        for sign in [r#""consent":{}"#, r#""consent":[]"#, r#""nextUri":"https://example.com/2""#] {
            let (error_response, notes) = refused_with_notes(format, &Recorded::new(format!("{{{sign}}}")));
            assert_eq!((error_response.remedy(), error_response.code()), (Remedy::Interact, None), "{sign}");
            assert_eq!(notes, [NoteKind::NoCode], "{sign}");
        }
        for none in ["null", "false", r#""""#, r#"" ""#] {
            let body = format!("{{\"access_token\":\"EXAMPLE-ACCESS\",\"consent\":{none}}}");
            let decoded = Recorded::new(body).read(Some(format)).expect("a token");
            assert!(matches!(decoded.outcome, Outcome::Token(_)), "{none}");
        }
    }
}

#[test]
fn token_is_neither_a_code_nor_a_description() {
    static ACME: Dialect = Dialect::bare("acme", "Acme", Evidence::Documented)
        .access_token(paths!["code"])
        .refresh_token(paths!["message"]);
    let response =
        Recorded::new(r#"{"code":"EXAMPLE-ACCESS","message":"EXAMPLE-REFRESH","statusCode":7}"#).status(400);
    let (error_response, _) = refused_with_notes(&ACME, &response);
    assert_eq!((error_response.code(), error_response.description()), (Some("7"), None));
}

#[test]
fn description_is_cut_and_the_rest_is_extra() {
    let long = "é ".repeat(2000);
    let body =
        format!("{{\"error\":\"E7\",\"message\":\"{long}\",\"trace_id\":\"EXAMPLE-TRACE\",\"errors\":[1]}}");
    let error_response = refused(Some(400), &body);
    assert_eq!(error_response.description().map(str::len), Some(4095), "at the end of a character");
    let extras: Vec<_> = error_response.extras().into_iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(extras, ["trace_id", "errors"]);
}

#[test]
fn secret_in_a_sentence_is_masked() {
    let secret = "EXAMPLE-REFRESH-0123456789";
    let error_response = refused(Some(400), &format!("{{\"error\":\"The token {secret} is invalid\"}}"));
    assert!(error_response.code().is_some_and(|code| code.contains(secret)), "the code is as sent");
    for shown in [format!("{error_response}"), format!("{error_response:?}")] {
        assert!(shown.contains("The token *** is invalid") && !shown.contains(secret), "{shown}");
    }
}

#[test]
fn token_as_a_code_or_in_the_query_of_a_uri_is_masked() {
    for secret in
        ["Kq7ZrVb2XwLm9TnPd4HsYc3G", "Kq7ZrVb2X|Lm9TnPd4HsYc3G", "12345678-9abc-4def-8123-456789abcdef"]
    {
        let uri = format!("https://acme.example/errors?t={secret}");
        let error_response =
            refused(Some(400), &format!("{{\"error\":\"{secret}\",\"error_uri\":\"{uri}\"}}"));
        assert_eq!((error_response.code(), error_response.uri()), (Some(secret), Some(uri.as_str())));
        assert_eq!(error_response.to_string(), "oauth2: error response: *** (status 400)");
        let shown = format!("{error_response:?}");
        assert!(shown.contains("https://acme.example/errors?***") && !shown.contains(secret), "{shown}");
    }
    for code in [
        "refresh_token_was_already_used",
        "oauth.v2.InvalidClientIdentifier",
        "InvalidAuthenticationTokenTenant",
        "urn:acme:error:invalid-grant-2",
        "AADSTS7000215",
    ] {
        let error_response = refused(Some(400), &format!("{{\"error\":\"{code}\"}}"));
        assert_eq!(error_response.to_string(), format!("oauth2: error response: {code} (status 400)"));
    }
}
