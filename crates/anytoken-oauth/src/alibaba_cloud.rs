//! Alibaba Cloud.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `alibaba-cloud-oauth`: the OAuth of Alibaba Cloud RAM.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":"3600","refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: alibabacloud.com, RAM, "Access Alibaba Cloud APIs from a web application"; alibaba/SREWorks
/// `AliyunAccessTokenVO.java`.
pub static ALIBABA_CLOUD_OAUTH: Dialect =
    Dialect::oauth2("alibaba-cloud-oauth", "Alibaba Cloud", Evidence::Documented)
        .with_quirks("expires_in is a string")
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
