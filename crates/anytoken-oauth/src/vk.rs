//! VK.

use anytoken_core::dialect::{
    Body, BodyMember, Dialect, ErrorShape, Evidence, Part, Place, Special, TimeRule, paths,
};
use anytoken_core::{Error, ErrorKind, Remedy, Result};

/// `vk`: `oauth.vk.com`.
///
/// No token type is sent. For communities there are several tokens, one in each element of `groups`: the first is the
/// token, and the others are related. The lifetime beside `groups` is that of all of them. Older versions have a member
/// for each community instead, such as `access_token_123456`; the one with the smallest number is the token. An error
/// response may ask the user for a further step.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":0,"user_id":66748,"email":"user@example.com"}
/// ```
///
/// Source: dev.vk.com, "Authorization Code Flow for User Access Token", "Authorization Code Flow for Community Access
/// Token", "Direct authorization"; scribejava/scribejava `VKJsonTokenExtractor.java`.
pub static VK: Dialect = Dialect::oauth2("vk", "VK", Evidence::Documented)
    .with_quirks("a lifetime of 0 means never; each community has a token")
    .before_decode(collect_communities)
    .related(&[Place::BARE
        .envelope("groups/*")
        .access_token(paths!["access_token"])
        .resource(paths!["group_id"])
        .expires_at(&[TimeRule::seconds(paths!["/expires_in"]).when(&[("0", Special::Never)])])])
    .subject(paths!["user_id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when(&[("0", Special::Never)])])
    .errors(
        &ErrorShape::RFC6749
            .uri(paths!["error_uri", "redirect_uri"])
            .remedies(&[("need_captcha", Remedy::Interact), ("need_validation", Remedy::Interact)]),
    );

/// `vk-id`: `id.vk.com`.
///
/// `state` is that of the request. The tokens are bound to a device, whose id is only in the redirect.
///
/// ```json
/// {"refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":3600,"user_id":1234567890,"state":"example","scope":"email phone"}
/// ```
///
/// Source: id.vk.com, "Exchange of a code for tokens".
pub static VK_ID: Dialect = Dialect::oauth2("vk-id", "VK", Evidence::Documented)
    .with_quirks("the subject is user_id, a number")
    .subject(paths!["user_id"]);

/// Moves the members `access_token_123456` of older versions into `groups`, in the order of their communities.
///
/// A body that has `groups`, or none of these members, is left as it is.
fn collect_communities(body: &mut Body<'_>) -> Result<()> {
    let community = |member: &BodyMember<'_>| {
        let name = member.name();
        let digits = name.strip_prefix("access_token_")?;
        let number: u64 = digits.parse().ok().filter(|number: &u64| number.to_string() == digits)?;
        member.token().map(|_| number)
    };
    let (mut tokens, mut others) = (Vec::new(), Vec::new());
    for (index, member) in body.members().enumerate() {
        match community(&member) {
            Some(number) => tokens.push((number, index, member.offset())),
            None if member.name() == "groups" => return Ok(()),
            None => others.push(index),
        }
    }
    tokens.sort_unstable();
    let twice = tokens.windows(2).find_map(|pair| match pair {
        [(first, ..), (second, _, offset)] if first == second => Some(*offset),
        _ => None,
    });
    if let Some(offset) = twice {
        return Err(Error::new(ErrorKind::Duplicate).with_field("access_token_").with_offset(offset));
    }
    if tokens.is_empty() {
        return Ok(());
    }
    body.rebuild(|write| {
        write(Part::Json("{"));
        for index in &others {
            write(Part::Member(*index));
            write(Part::Json(","));
        }
        write(Part::Json("\"groups\":["));
        for (position, (number, index, _)) in tokens.iter().enumerate() {
            let comma = if position > 0 { "," } else { "" };
            write(Part::Json(&format!("{comma}{{\"group_id\":{number},\"access_token\":")));
            write(Part::Value(*index));
            write(Part::Json("}"));
        }
        write(Part::Json("]}"));
    })
}
