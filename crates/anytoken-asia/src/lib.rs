//! The token formats of East and Southeast Asia: platforms whose responses have envelopes, numbers for words and error
//! responses with status 200.
//!
//! [`BILIBILI`] calls an instant `expires_in`, and sends error responses with status 200:
//!
//! ```
//! use anytoken_asia::BILIBILI;
//! use anytoken_core::{Expiry, Outcome, Remedy, Response};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"code":0,"message":"0","data":{"access_token":"EXAMPLE-ACCESS","expires_in":1769817600}}"#;
//! let token = BILIBILI.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::days(30)));
//!
//! let body = br#"{"code":-400,"message":"EXAMPLE","ttl":1}"#;
//! let Outcome::ErrorResponse(error_response) = BILIBILI.decode(Response::new(body, at).with_status(200))?.outcome else {
//!     unreachable!()
//! };
//! assert_eq!(error_response.remedy(), Remedy::FixRequest);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The rest is made by `cargo xtask update`.

mod aliexpress;
mod alipay;
mod baidu;
mod bank_indonesia;
mod bilibili;
mod bytedance;
mod cafe24;
mod coolkit;
mod deye;
mod dingtalk;
mod errcode;
mod feishu;
mod gitee;
mod goodwe;
mod grab;
mod huawei;
mod hyundai;
mod jd;
mod kakao;
mod kiwoom;
mod korea;
mod korea_investment;
mod kuaishou;
mod kujiale;
mod lazada;
mod lg;
mod line;
mod midtrans;
mod mitsubishi;
mod naver;
mod netease;
mod nice;
mod niu;
mod open_service;
mod pinduoduo;
mod pixiv;
mod portone;
mod qiita;
mod qwen;
mod renren;
mod shopee;
mod sina;
mod taobao;
mod tencent;
mod tokopedia;
mod toss;
mod tp_link;
mod tuya;
mod xiaomi;
mod yahoo_japan;
mod zalo;

use anytoken_core::Entry;

pub use self::aliexpress::*;
pub use self::alipay::*;
pub use self::baidu::*;
pub use self::bank_indonesia::*;
pub use self::bilibili::*;
pub use self::bytedance::*;
pub use self::cafe24::*;
pub use self::coolkit::*;
pub use self::deye::*;
pub use self::dingtalk::*;
pub use self::feishu::*;
pub use self::gitee::*;
pub use self::goodwe::*;
pub use self::grab::*;
pub use self::huawei::*;
pub use self::hyundai::*;
pub use self::jd::*;
pub use self::kakao::*;
pub use self::kiwoom::*;
pub use self::korea_investment::*;
pub use self::kuaishou::*;
pub use self::kujiale::*;
pub use self::lazada::*;
pub use self::lg::*;
pub use self::line::*;
pub use self::midtrans::*;
pub use self::mitsubishi::*;
pub use self::naver::*;
pub use self::netease::*;
pub use self::nice::*;
pub use self::niu::*;
pub use self::pinduoduo::*;
pub use self::pixiv::*;
pub use self::portone::*;
pub use self::qiita::*;
pub use self::qwen::*;
pub use self::renren::*;
pub use self::shopee::*;
pub use self::sina::*;
pub use self::taobao::*;
pub use self::tencent::*;
pub use self::tokopedia::*;
pub use self::toss::*;
pub use self::tp_link::*;
pub use self::tuya::*;
pub use self::xiaomi::*;
pub use self::yahoo_japan::*;
pub use self::zalo::*;

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    ALIEXPRESS.entry(),
    ALIPAY.entry(),
    ALIPAY_APP_AUTH.entry(),
    ALIPAY_PLUS.entry(),
    BAIDU.entry(),
    BILIBILI.entry(),
    BILIBILI_MINIGAME.entry(),
    BLUELINK_US.entry(),
    BYTEDANCE_MINIAPP.entry(),
    CAFE24.entry(),
    DEYE_CLOUD.entry(),
    DINGTALK_LEGACY.entry(),
    DINGTALK_V1.entry(),
    DOUYIN.entry(),
    EWELINK.entry(),
    FEISHU_APP.entry(),
    FEISHU_PASSPORT.entry(),
    FEISHU_TENANT.entry(),
    FEISHU_USER_V1.entry(),
    FEISHU_USER_V2.entry(),
    GITEE.entry(),
    GOODWE_SEMS.entry(),
    GRAB.entry(),
    HUAWEI.entry(),
    IAMPORT.entry(),
    JD.entry(),
    KAKAO.entry(),
    KIA_CANADA.entry(),
    KIWOOM_REST.entry(),
    KOREA_INVESTMENT.entry(),
    KUAISHOU.entry(),
    KUJIALE.entry(),
    LAZADA.entry(),
    LG_THINQ.entry(),
    LINE_CHANNEL.entry(),
    LINE_LOGIN.entry(),
    MELCLOUD.entry(),
    MIDTRANS_SNAP.entry(),
    NAVER.entry(),
    NETEASE.entry(),
    NICE_API.entry(),
    NIU.entry(),
    PINDUODUO.entry(),
    PIXIV.entry(),
    QIITA.entry(),
    QQ.entry(),
    QWEN_CODE_CREDENTIALS.entry(),
    RENREN.entry(),
    SHOPEE.entry(),
    SNAP_BI.entry(),
    TAOBAO.entry(),
    TAOBAO_TOP.entry(),
    TOKOPEDIA.entry(),
    TOSS_LOGIN.entry(),
    TPLINK_KASA.entry(),
    TUYA.entry(),
    WECHAT_COMPONENT.entry(),
    WECHAT_OAUTH.entry(),
    WECHAT_OFFICIAL_ACCOUNT.entry(),
    WECOM.entry(),
    WEIBO.entry(),
    XIAOMI.entry(),
    YAHOO_JAPAN.entry(),
    ZALO.entry(),
];
