//! OAuth 2.0 and its relatives, and the vendors near the standard.
//!
//! [`OAUTH2`] reads every response without a signature, as leniently as possible without guessing:
//!
//! ```
//! use anytoken_core::{Expiry, Response};
//! use anytoken_oauth::OAUTH2;
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! for body in [
//!     r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#,
//!     r#"{"accessToken":"EXAMPLE-ACCESS","expiresIn":"3.6e3"}"#,
//!     "access_token=EXAMPLE-ACCESS&expires=3600",
//! ] {
//!     let token = OAUTH2.decode(Response::new(body.as_bytes(), at))?.into_token()?;
//!     assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The rest is made by `cargo xtask update`.

mod ably;
mod adobe;
mod airtable;
mod akamai;
mod alibaba_cloud;
mod amadeus;
mod amazon;
mod angel_one;
mod anilist;
mod anthropic;
mod apereo;
mod apigee;
mod apple;
mod appwrite;
mod arlo;
mod asana;
mod atlassian;
mod authentik;
mod belvo;
mod berlin_group;
mod better_auth;
mod bigcommerce;
mod bitly;
mod bkash;
mod blizzard;
mod bluesky;
mod box_com;
mod calendly;
mod cartesia;
mod casdoor;
mod cashfree;
mod chainguard;
mod cisco;
mod clerk;
mod clickup;
mod cloud_foundry;
mod cms;
mod confluent;
mod corrently;
mod dailymotion;
mod databricks;
mod datadog;
mod deezer;
mod descope;
mod devpi;
mod digikey;
mod digitalocean;
mod directus;
mod discord;
mod django;
mod doorkeeper;
mod dropbox;
mod easee;
mod ebay;
mod ecwid;
mod egnyte;
mod ejabberd;
mod elastic;
mod elevenlabs;
mod envelope;
mod envestnet;
mod epic_games;
mod esri;
mod etcd;
mod evernote;
mod feathers;
mod fedex;
mod figma;
mod fiserv;
mod fitbit;
mod flickr;
mod fly;
mod freshbooks;
mod front;
mod frontegg;
mod fusionauth;
mod garmin;
mod gitea;
mod github;
mod gitlab;
mod glewlwyd;
mod gocardless;
mod golang;
mod gong;
mod google;
mod goto;
mod grafana;
mod heroku;
mod hh_ru;
mod home_assistant;
mod huawei_cloud;
mod hubspot;
mod husqvarna;
mod ibm;
mod iceberg;
mod ihealth;
mod in_house;
mod influxdata;
mod intercom;
mod intuit;
mod jaguar_land_rover;
mod jamf;
mod jfrog;
mod json_server_auth;
mod jupyterhub;
mod kanidm;
mod keycloak;
mod kinde;
mod kong;
mod ksef;
mod last_fm;
mod leaonline;
mod lightspeed;
mod linkedin;
mod livekit;
mod logto;
mod loopback;
mod lyft;
mod mail_ru;
mod mailchimp;
mod mastercard;
mod mastodon;
mod matrix;
mod mcp_remote;
mod mercado_libre;
mod meta;
mod microsoft;
mod miro;
mod mod_io;
mod mtn;
mod mutt;
mod myanimelist;
mod myob;
mod netatmo;
mod netdocuments;
mod netlify;
mod nextcloud;
mod nhost;
mod nic;
mod nintendo;
mod notion;
mod npm;
mod nuget;
mod ocean_engine;
mod octopus_energy;
mod ok_ru;
mod okta;
mod onelogin;
mod open_banking;
mod openai;
mod opencode;
mod opensearch;
mod oracle;
mod ovhcloud;
mod pagbank;
mod parse;
mod passport;
mod payload;
mod paypal;
mod paytm;
mod pesapal;
mod philips_hue;
mod phonepe;
mod phpipam;
mod ping_identity;
mod pinterest;
mod plaid;
mod plain;
mod plentymarkets;
mod pluggy;
mod pocketbase;
mod podio;
mod polar;
mod procore;
mod pulumi;
mod pypi;
mod railway;
mod razorpay;
mod red_hat;
mod reddit;
mod ringcentral;
mod rubygems;
mod rust;
mod safaricom;
mod sage;
mod salesforce;
mod samsung;
mod sap;
mod sat;
mod sber;
mod scaleway;
mod sentry;
mod seznam_cz;
mod shopify;
mod signal_k;
mod slack;
mod snowflake;
mod sony;
mod soundcloud;
mod spacelift;
mod splunk;
mod spring;
mod square;
mod squarespace;
mod stack_exchange;
mod standard;
mod stellantis;
mod strapi;
mod strava;
mod stripe;
mod stytch;
mod supabase;
mod supertokens;
mod surveymonkey;
mod tableau;
mod tailscale;
mod teller;
mod tesla;
mod thoughtspot;
mod tiktok;
mod toast;
mod todoist;
mod trakt;
mod trino;
mod trovo;
mod twitch;
mod twitter;
mod untappd;
mod ups;
mod usps;
mod valve;
mod venafi;
mod vercel;
mod vimeo;
mod vk;
mod vtex;
mod walmart;
mod wealthsimple;
mod withings;
mod wordpress;
mod workos;
mod xai;
mod yahoo;
mod yandex;
mod yandex_cloud;
mod yapily;
mod zerodha;
mod zitadel;
mod zoho;
mod zoom;

use anytoken_core::Adapter;

pub use self::ably::*;
pub use self::adobe::*;
pub use self::airtable::*;
pub use self::akamai::*;
pub use self::alibaba_cloud::*;
pub use self::amadeus::*;
pub use self::amazon::*;
pub use self::angel_one::*;
pub use self::anilist::*;
pub use self::anthropic::*;
pub use self::apereo::*;
pub use self::apple::*;
pub use self::appwrite::*;
pub use self::arlo::*;
pub use self::asana::*;
pub use self::atlassian::*;
pub use self::authentik::*;
pub use self::belvo::*;
pub use self::berlin_group::*;
pub use self::better_auth::*;
pub use self::bigcommerce::*;
pub use self::bitly::*;
pub use self::bkash::*;
pub use self::blizzard::*;
pub use self::bluesky::*;
pub use self::box_com::*;
pub use self::calendly::*;
pub use self::cartesia::*;
pub use self::casdoor::*;
pub use self::cashfree::*;
pub use self::chainguard::*;
pub use self::cisco::*;
pub use self::clerk::*;
pub use self::clickup::*;
pub use self::cloud_foundry::*;
pub use self::cms::*;
pub use self::confluent::*;
pub use self::corrently::*;
pub use self::dailymotion::*;
pub use self::databricks::*;
pub use self::datadog::*;
pub use self::deezer::*;
pub use self::descope::*;
pub use self::devpi::*;
pub use self::digikey::*;
pub use self::digitalocean::*;
pub use self::directus::*;
pub use self::discord::*;
pub use self::django::*;
pub use self::doorkeeper::*;
pub use self::dropbox::*;
pub use self::easee::*;
pub use self::ebay::*;
pub use self::ecwid::*;
pub use self::egnyte::*;
pub use self::ejabberd::*;
pub use self::elastic::*;
pub use self::elevenlabs::*;
pub use self::envestnet::*;
pub use self::epic_games::*;
pub use self::esri::*;
pub use self::etcd::*;
pub use self::evernote::*;
pub use self::feathers::*;
pub use self::fedex::*;
pub use self::figma::*;
pub use self::fiserv::*;
pub use self::fitbit::*;
pub use self::flickr::*;
pub use self::fly::*;
pub use self::freshbooks::*;
pub use self::front::*;
pub use self::frontegg::*;
pub use self::fusionauth::*;
pub use self::garmin::*;
pub use self::gitea::*;
pub use self::github::*;
pub use self::gitlab::*;
pub use self::glewlwyd::*;
pub use self::gocardless::*;
pub use self::golang::*;
pub use self::gong::*;
pub use self::google::*;
pub use self::goto::*;
pub use self::grafana::*;
pub use self::heroku::*;
pub use self::hh_ru::*;
pub use self::home_assistant::*;
pub use self::huawei_cloud::*;
pub use self::hubspot::*;
pub use self::husqvarna::*;
pub use self::ibm::*;
pub use self::iceberg::*;
pub use self::ihealth::*;
pub use self::in_house::*;
pub use self::influxdata::*;
pub use self::intercom::*;
pub use self::intuit::*;
pub use self::jaguar_land_rover::*;
pub use self::jamf::*;
pub use self::jfrog::*;
pub use self::json_server_auth::*;
pub use self::jupyterhub::*;
pub use self::kanidm::*;
pub use self::keycloak::*;
pub use self::kinde::*;
pub use self::kong::*;
pub use self::ksef::*;
pub use self::last_fm::*;
pub use self::leaonline::*;
pub use self::lightspeed::*;
pub use self::linkedin::*;
pub use self::livekit::*;
pub use self::logto::*;
pub use self::loopback::*;
pub use self::lyft::*;
pub use self::mail_ru::*;
pub use self::mailchimp::*;
pub use self::mastercard::*;
pub use self::mastodon::*;
pub use self::matrix::*;
pub use self::mcp_remote::*;
pub use self::mercado_libre::*;
pub use self::meta::*;
pub use self::microsoft::*;
pub use self::miro::*;
pub use self::mod_io::*;
pub use self::mtn::*;
pub use self::mutt::*;
pub use self::myanimelist::*;
pub use self::myob::*;
pub use self::netatmo::*;
pub use self::netdocuments::*;
pub use self::netlify::*;
pub use self::nextcloud::*;
pub use self::nhost::*;
pub use self::nic::*;
pub use self::nintendo::*;
pub use self::notion::*;
pub use self::npm::*;
pub use self::nuget::*;
pub use self::ocean_engine::*;
pub use self::octopus_energy::*;
pub use self::ok_ru::*;
pub use self::okta::*;
pub use self::onelogin::*;
pub use self::open_banking::*;
pub use self::openai::*;
pub use self::opencode::*;
pub use self::opensearch::*;
pub use self::oracle::*;
pub use self::ovhcloud::*;
pub use self::pagbank::*;
pub use self::parse::*;
pub use self::passport::*;
pub use self::payload::*;
pub use self::paypal::*;
pub use self::paytm::*;
pub use self::pesapal::*;
pub use self::philips_hue::*;
pub use self::phonepe::*;
pub use self::phpipam::*;
pub use self::ping_identity::*;
pub use self::pinterest::*;
pub use self::plaid::*;
pub use self::plain::*;
pub use self::plentymarkets::*;
pub use self::pluggy::*;
pub use self::pocketbase::*;
pub use self::podio::*;
pub use self::polar::*;
pub use self::procore::*;
pub use self::pulumi::*;
pub use self::pypi::*;
pub use self::railway::*;
pub use self::razorpay::*;
pub use self::red_hat::*;
pub use self::reddit::*;
pub use self::ringcentral::*;
pub use self::rubygems::*;
pub use self::rust::*;
pub use self::safaricom::*;
pub use self::sage::*;
pub use self::salesforce::*;
pub use self::samsung::*;
pub use self::sap::*;
pub use self::sat::*;
pub use self::sber::*;
pub use self::scaleway::*;
pub use self::sentry::*;
pub use self::seznam_cz::*;
pub use self::shopify::*;
pub use self::signal_k::*;
pub use self::slack::*;
pub use self::snowflake::*;
pub use self::sony::*;
pub use self::soundcloud::*;
pub use self::spacelift::*;
pub use self::splunk::*;
pub use self::spring::*;
pub use self::square::*;
pub use self::squarespace::*;
pub use self::stack_exchange::*;
pub use self::standard::*;
pub use self::stellantis::*;
pub use self::strapi::*;
pub use self::strava::*;
pub use self::stripe::*;
pub use self::stytch::*;
pub use self::supabase::*;
pub use self::supertokens::*;
pub use self::surveymonkey::*;
pub use self::tableau::*;
pub use self::tailscale::*;
pub use self::teller::*;
pub use self::tesla::*;
pub use self::thoughtspot::*;
pub use self::tiktok::*;
pub use self::toast::*;
pub use self::todoist::*;
pub use self::trakt::*;
pub use self::trino::*;
pub use self::trovo::*;
pub use self::twitch::*;
pub use self::twitter::*;
pub use self::untappd::*;
pub use self::ups::*;
pub use self::usps::*;
pub use self::valve::*;
pub use self::venafi::*;
pub use self::vercel::*;
pub use self::vimeo::*;
pub use self::vk::*;
pub use self::vtex::*;
pub use self::walmart::*;
pub use self::wealthsimple::*;
pub use self::withings::*;
pub use self::wordpress::*;
pub use self::workos::*;
pub use self::xai::*;
pub use self::yahoo::*;
pub use self::yandex::*;
pub use self::yandex_cloud::*;
pub use self::yapily::*;
pub use self::zerodha::*;
pub use self::zitadel::*;
pub use self::zoho::*;
pub use self::zoom::*;

/// Every adapter of this crate.
pub const ADAPTERS: &[&dyn Adapter] = &[
    &ABLY_TOKEN,
    &ADOBE_IMS,
    &AIRFLOW,
    &AIRTABLE,
    &ALIBABA_CLOUD_OAUTH,
    &ALLEGRO,
    &AMADEUS,
    &AMAZON_LWA,
    &AMAZON_SP_API,
    &ANGEL_ONE_SMARTAPI,
    &ANILIST,
    &ANTHROPIC_OAUTH,
    &ANTHROPIC_SDK_CREDENTIALS,
    &APIGEE,
    &APPLE,
    &APPLE_MAPS_SERVER,
    &APPWRITE,
    &ARCGIS_GENERATE_TOKEN,
    &ARCGIS_OAUTH2,
    &ARLO,
    &ASANA,
    &AUTH0,
    &AUTHELIA,
    &AUTHENTIK,
    &AUTHLIB_SERVER,
    &BARE_TOKEN,
    &BASECAMP,
    &BATTLENET,
    &BELVO,
    &BERLIN_GROUP,
    &BETTER_AUTH,
    &BETTER_AUTH_ACCESS_TOKEN,
    &BETTER_AUTH_OAUTH,
    &BETTER_AUTH_WRAPPED,
    &BIGCOMMERCE,
    &BIGCOMMERCE_VAULT,
    &BITBUCKET_CLOUD,
    &BITBUCKET_DATACENTER,
    &BITLY,
    &BKASH,
    &BLUESKY_OAUTH,
    &BLUESKY_SESSION,
    &BOX,
    &CALENDLY,
    &CANAILLE,
    &CARGO_CREDENTIAL_PROVIDER,
    &CARTESIA_ACCESS_TOKEN,
    &CASDOOR,
    &CASDOOR_LEGACY,
    &CASHFREE_PAYOUTS,
    &CAS_OAUTH,
    &CAS_OAUTH_LEGACY,
    &CIRCLECI,
    &CISCO_FTD,
    &CLAUDE_CODE_CREDENTIALS,
    &CLERK_M2M_TOKEN,
    &CLERK_OAUTH,
    &CLERK_SESSION_TOKEN,
    &CLICKUP,
    &CLOUDFOUNDRY_UAA,
    &CLOUDFOUNDRY_UAA_CHECK_TOKEN,
    &CLOVER,
    &CMS_BCDA,
    &CMS_BLUEBUTTON,
    &CODEX_AUTH,
    &CONFLUENT_MDS,
    &CORRENTLY,
    &CRATES_IO_TRUSTED_PUBLISHING,
    &DAILYMOTION,
    &DATABRICKS_CLI,
    &DATABRICKS_OAUTH,
    &DATABRICKS_TOKEN,
    &DATADOG_DELEGATED_TOKEN,
    &DATA_WRAPPED,
    &DEEPGRAM_GRANT,
    &DEEZER,
    &DELTA_SHARING_PROFILE,
    &DESCOPE,
    &DEVPI,
    &DEX,
    &DIGIKEY,
    &DIGITALOCEAN,
    &DIRECTUS,
    &DISCORD,
    &DJANGO_OAUTH_TOOLKIT,
    &DJANGO_REST_FRAMEWORK_TOKEN,
    &DJANGO_SIMPLEJWT,
    &DJOSER,
    &DJ_REST_AUTH,
    &DOORKEEPER,
    &DREMIO_CLOUD,
    &DROPBOX,
    &DROPBOX_SIGN,
    &DUENDE_IDENTITYSERVER,
    &EASEE,
    &EBAY,
    &ECOBEE,
    &ECWID,
    &EGNYTE,
    &EJABBERD_API,
    &EJABBERD_OAUTH,
    &ELASTICSEARCH_API_KEY,
    &ELASTICSEARCH_TOKEN,
    &ELEVENLABS_SINGLE_USE_TOKEN,
    &EPIC_ACCOUNT,
    &EPIC_EOS,
    &ETCD,
    &ETSY,
    &EVENTBRITE,
    &EVERNOTE,
    &FACEBOOK,
    &FACEBOOK_LEGACY,
    &FEATHERS,
    &FEDEX,
    &FIGMA,
    &FINICITY,
    &FISERV,
    &FITBIT,
    &FITBIT_OAUTH1,
    &FLASK_APPBUILDER,
    &FLICKR_OAUTH1,
    &FLY_IO_OIDC,
    &FORGEROCK_AM_OAUTH2,
    &FORGEROCK_AUTHENTICATE,
    &FOURSQUARE,
    &FRESHBOOKS,
    &FRONT,
    &FRONTEGG_VENDOR,
    &FUSIONAUTH_LOGIN_API,
    &FUSIONAUTH_OAUTH2,
    &GARMIN_OAUTH1,
    &GARMIN_OAUTH2,
    &GIGACHAT,
    &GIGYA,
    &GITEA,
    &GITEA_ACCESS_TOKEN,
    &GITHUB,
    &GITHUB_ACTIONS_OIDC,
    &GITHUB_APP_INSTALLATION,
    &GITHUB_COPILOT,
    &GITLAB,
    &GITLAB_ACCESS_TOKEN,
    &GITLAB_RUNNER,
    &GLEWLWYD,
    &GLUU_OXAUTH,
    &GNAP,
    &GOCARDLESS,
    &GOCARDLESS_BANK_DATA,
    &GOLANG_OAUTH2_TOKEN,
    &GONG,
    &GOOGLE_CONSUMER,
    &GOTOMEETING_LEGACY,
    &GRAFANA_SERVICE_ACCOUNT,
    &GRAVITEE_AM,
    &GROK_AUTH,
    &GST_EINVOICE,
    &HEROKU,
    &HEROKU_IDENTITY,
    &HEROKU_PLATFORM_API,
    &HH_RU,
    &HOME_ASSISTANT,
    &HOME_ASSISTANT_WEBSOCKET,
    &HUAWEI_CLOUD_IAM,
    &HUBSPOT,
    &HUBSPOT_TOKEN_INFO,
    &HUE_REMOTE_V1,
    &HUE_REMOTE_V2,
    &HUGGINGFACE,
    &HUSQVARNA_IAM,
    &IBM_CLOUD_IAM,
    &IBM_CP4D,
    &IBM_MCSP,
    &IBM_VERIFY,
    &IBM_VPC_INSTANCE_IDENTITY,
    &ICEBERG_REST,
    &ICEBERG_VENDED_GCS,
    &IHEALTH,
    &INFLUXDB3_TOKEN,
    &INSTAGRAM_BASIC_DISPLAY,
    &INSTAGRAM_LEGACY,
    &INSTAGRAM_LOGIN,
    &INTERCOM,
    &INTUIT_OAUTH_JSCLIENT_TOKEN,
    &JAMF_BASIC,
    &JFROG_ACCESS,
    &JIRA_OAUTH1,
    &JLR,
    &JSON_SERVER_AUTH,
    &JUPYTERHUB,
    &KANIDM_AUTH,
    &KEYCLOAK,
    &KINDE,
    &KITE_CONNECT,
    &KONG_OAUTH2,
    &KOOK,
    &KSEF,
    &LARAVEL_PASSPORT,
    &LASTFM,
    &LEAONLINE_OAUTH2_SERVER,
    &LICHESS,
    &LIGHTSPEED_X,
    &LINEAR,
    &LINKEDIN,
    &LINODE_METADATA,
    &LINODE_TOKEN,
    &LIVE,
    &LIVEKIT_TOKEN_SOURCE,
    &LOGTO,
    &LOOPBACK,
    &LYFT,
    &MAGENTO,
    &MAGENTO_OAUTH1,
    &MAILCHIMP,
    &MAILRU,
    &MARKETO,
    &MASTODON,
    &MATRIX,
    &MCP_REMOTE_TOKENS,
    &MERCADOLIBRE,
    &MERCADOPAGO,
    &MINECRAFT,
    &MIRO,
    &MOD_IO,
    &MOLLIE,
    &MPESA_DARAJA,
    &MTN_MOMO,
    &MULESOFT_ANYPOINT,
    &MUTT_OAUTH2,
    &MYANIMELIST,
    &MYOB,
    &NETATMO,
    &NETDOCUMENTS,
    &NETLIFY,
    &NETSUITE,
    &NEXTCLOUD_OIDC,
    &NHOST,
    &NINTENDO,
    &NODE_OAUTH2_SERVER,
    &NODE_OIDC_PROVIDER,
    &NODE_RED,
    &NOTION,
    &NPM_OIDC_EXCHANGE,
    &NPM_REGISTRY,
    &NUGET_TRUSTED_PUBLISHING,
    &OAUTH1,
    &OAUTH1_SESSION,
    &OAUTH2,
    &OAUTH2_MAC,
    &OAUTH_ATTESTATION,
    &OAUTH_FIRST_PARTY_APPS,
    &OCEANENGINE,
    &OCI_SECURITY_TOKEN,
    &OCTOKIT_AUTH,
    &OCTOPUS_KRAKEN,
    &OCTO_STS,
    &ODNOKLASSNIKI,
    &OKTA_AUTHN,
    &OKTA_AUTH_JS,
    &OKTA_CORE_API,
    &OKTA_ID_JAG,
    &OKTA_OAUTH2,
    &ONELOGIN_V1,
    &ONELOGIN_V2,
    &OPENAI_CHATKIT_SESSION,
    &OPENAI_REALTIME_CLIENT_SECRET,
    &OPENCODE_AUTH,
    &OPENID4VCI,
    &OPENIDDICT,
    &OPENID_CIBA,
    &OPENSEARCH_OBO,
    &ORACLE_CERNER_FHIR,
    &ORACLE_EBS_LOGIN,
    &ORACLE_IDCS,
    &ORACLE_OFSAA,
    &ORDERCLOUD,
    &OVH_CONSUMER_KEY,
    &OVH_OAUTH2,
    &PAGBANK,
    &PAGERDUTY,
    &PARDOT_LEGACY,
    &PARSE_SERVER,
    &PATREON,
    &PAYLOAD_CMS,
    &PAYPAL,
    &PAYTM_TRANSACTION,
    &PESAPAL,
    &PHONEPE,
    &PHPIPAM,
    &PINGFEDERATE,
    &PINTEREST_V5,
    &PLAID,
    &PLAID_LINK_TOKEN,
    &PLAYSTATION,
    &PLENTYMARKETS,
    &PLUGGY,
    &POCKETBASE,
    &PODIO,
    &POLAR,
    &PROCORE,
    &PSA_MOBILE,
    &PULUMI_CLOUD,
    &PULUMI_CREDENTIALS,
    &PYPI_MINT_TOKEN,
    &QUICKBOOKS,
    &RAILWAY_CLI_CONFIG,
    &RAZORPAY_OAUTH,
    &REDDIT,
    &RED_HAT_SSO,
    &RFC6749,
    &RFC7662_INTROSPECTION,
    &RFC8628_DEVICE,
    &RFC8693_TOKEN_EXCHANGE,
    &RFC9126_PAR,
    &RFC9396_RAR,
    &RFC9449_DPOP,
    &RINGCENTRAL,
    &RIOT,
    &RUBYGEMS_TRUSTED_PUBLISHER,
    &SAGE_ACCOUNTING,
    &SALESFORCE,
    &SALESFORCE_SOAP,
    &SAP_BTP_DESTINATION,
    &SAP_CONCUR_LEGACY,
    &SAP_XSUAA,
    &SAT_MEXICO,
    &SCALEWAY_API_KEY,
    &SCALEWAY_IAM_JWT,
    &SENTRY,
    &SEZNAM,
    &SHOPIFY,
    &SIGNALFX_SESSION,
    &SIGNALK,
    &SLACK,
    &SLACK_LEGACY,
    &SLACK_OPENID,
    &SLACK_TOOLING,
    &SMARTTHINGS,
    &SMART_ON_FHIR,
    &SNAPCHAT,
    &SNOWFLAKE,
    &SNOWFLAKE_SESSION,
    &SOUNDCLOUD,
    &SPACELIFT,
    &SPLUNK_SESSION,
    &SPOTIFY,
    &SPRING_AUTHORIZATION_SERVER,
    &SPRING_OAUTH2_BEAN,
    &SPRING_R_ENVELOPE,
    &SQUARE,
    &SQUARESPACE,
    &STACKEXCHANGE,
    &STEAM,
    &STRAPI,
    &STRAVA,
    &STRIPE_CONNECT,
    &STRIPE_EPHEMERAL_KEY,
    &STYTCH,
    &STYTCH_M2M,
    &SUPABASE_GOTRUE,
    &SUPERTOKENS_CORE,
    &SURVEYMONKEY,
    &TABLEAU,
    &TAILSCALE_OAUTH,
    &TELLER_CONNECT,
    &TESLA,
    &THOUGHTSPOT,
    &THREADS,
    &TIKTOK_BUSINESS,
    &TIKTOK_MERCHANT,
    &TIKTOK_SHOP,
    &TIKTOK_V1,
    &TIKTOK_V2,
    &TOAST,
    &TODOIST,
    &TRAKT,
    &TRINO_EXTERNAL_AUTH,
    &TROVO,
    &TUMBLR_OAUTH2,
    &TWITCH,
    &TWITTER_APP_ONLY,
    &TWITTER_OAUTH1,
    &TWITTER_V2,
    &TYK_OAUTH2,
    &UBER,
    &UK_OPEN_BANKING,
    &UMA2_RPT,
    &UNITY_CATALOG_CREDENTIALS,
    &UNTAPPD,
    &UPS,
    &USPS,
    &VENAFI_VEDAUTH,
    &VERCEL,
    &VERCEL_CLI_AUTH,
    &VERCEL_INTEGRATION,
    &VERCEL_OIDC,
    &VIMEO,
    &VK,
    &VK_ID,
    &VMWARE_IDENTITY_BROKER,
    &VMWARE_IDENTITY_MANAGER,
    &VTEX_APP_TOKEN,
    &WALMART,
    &WEALTHSIMPLE_TRADE,
    &WEBEX,
    &WHOOP,
    &WISE,
    &WITHINGS,
    &WITHINGS_LEGACY,
    &WORDPRESS_JWT_AUTH,
    &WORKOS_PIPES,
    &WORKOS_SSO,
    &WORKOS_USER_MANAGEMENT,
    &WORKOS_WIDGETS,
    &WSO2_APIM,
    &XBOX_XSTS,
    &XERO,
    &YAHOO,
    &YAHOO_OAUTH1,
    &YAMMER,
    &YANDEX,
    &YANDEX_CLOUD_IAM,
    &YAPILY_CONSENT,
    &YODLEE,
    &ZITADEL,
    &ZITADEL_SESSION,
    &ZOHO,
    &ZOHO_MAIL360,
    &ZOOM,
];
