//! XML: no declared entity is resolved, nothing outside the document is fetched, nothing expands.

use std::fs;

use anytoken::{ErrorKind, Field, Outcome};
use anytoken_tests::fields::extras;
use anytoken_tests::{Fields, Recorded};

/// The content of the file that the documents point to.
const OUTSIDE: &str = "OUTSIDE-OF-THE-DOCUMENT";

fn error(body: &str) -> Option<ErrorKind> {
    Recorded::new(body).read(None).err().map(|error| error.kind())
}

#[test]
fn only_predefined_xml_entities_are_resolved() {
    for body in [
        "<o><access_token>&e;</access_token></o>",
        "<o><access_token>a&e;b</access_token></o>",
        "<o><access_token>&nbsp;</access_token></o>",
        "<o><access_token a=\"&e;\">a</access_token></o>",
        "<o><access_token>&#xD800;</access_token></o>",
        "<o><access_token>&#1;</access_token></o>",
        "<o><access_token>&#x110000;</access_token></o>",
        "<o><access_token>&</access_token></o>",
        "<o><access_token>&amp</access_token></o>",
        "<!DOCTYPE o [<!ENTITY e \"a\">]><o><access_token>&e;</access_token></o>",
        "<!DOCTYPE o [<!ENTITY e \"a\">]><o><access_token>a</access_token></o>",
        "<!DOCTYPE o [<!ENTITY % e \"a\"> %e;]><o><access_token>a</access_token></o>",
        "<!DOCTYPE o [<!ATTLIST o access_token CDATA \"a\">]><o/>",
        "<o><access_token>a</access_token></o><!DOCTYPE o [<!ENTITY e \"a\">]>",
    ] {
        assert_eq!(error(body), Some(ErrorKind::Xml), "{body}");
    }
    let body = "<o><access_token>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</access_token></o>";
    let token = Recorded::new(body).read(None).expect("a token").into_token().expect("a token");
    assert_eq!(token.credential().expose(), "<>&\"'AB");
}

#[test]
fn billion_laughs_do_not_expand() {
    let mut entities = String::from("<!ENTITY l0 \"ha\">");
    for level in 1..10 {
        entities += &format!("<!ENTITY l{level} \"{}\">", format!("&l{};", level - 1).repeat(10));
    }
    for body in [
        format!("<!DOCTYPE o [{entities}]><o><access_token>&l9;</access_token></o>"),
        format!("<!DOCTYPE o [{entities}]><o><access_token>a</access_token></o>"),
    ] {
        assert_eq!(error(&body), Some(ErrorKind::Xml));
    }
}

#[test]
fn external_entities_are_not_fetched() {
    let path = std::env::temp_dir().join(format!("anytoken-entities-{}", std::process::id()));
    fs::write(&path, OUTSIDE).expect("a file of our own");
    let file = path.display();
    let bodies = [
        format!("<!DOCTYPE o [<!ENTITY e SYSTEM \"file://{file}\">]><o><access_token>&e;</access_token></o>"),
        format!("<!DOCTYPE o SYSTEM \"file://{file}\"><o><access_token>&e;</access_token></o>"),
        format!("<!DOCTYPE o SYSTEM \"file://{file}\"><o><access_token>a</access_token></o>"),
        format!("<!DOCTYPE o PUBLIC \"-//o\" \"{file}\"><o><access_token>a</access_token></o>"),
        format!("<?xml-stylesheet href=\"{file}\"?><o><access_token>a</access_token></o>"),
        format!(
            "<o xmlns:i=\"http://www.w3.org/2001/XInclude\"><access_token>a</access_token>\
             <i:include href=\"{file}\" parse=\"text\"/></o>"
        ),
    ];
    let mut read = 0;
    for body in bodies {
        let Ok(decoded) = Recorded::new(body).read(None) else { continue };
        let Outcome::Token(token) = decoded.outcome else { panic!("no error response") };
        read += 1;
        assert_eq!(Fields::of(&token).text(Field::AccessToken), Some("a"));
        assert!(!extras(&token, false).to_text().contains(OUTSIDE), "the file was read");
    }
    fs::remove_file(&path).expect("a file of our own");
    assert_eq!(read, 4, "bodies without an entity decode");
}
