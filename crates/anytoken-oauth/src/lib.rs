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

use anytoken_core::Entry;

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

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    ABLY_TOKEN.entry(),
    ADOBE_IMS.entry(),
    AIRFLOW.entry(),
    AIRTABLE.entry(),
    ALIBABA_CLOUD_OAUTH.entry(),
    ALLEGRO.entry(),
    AMADEUS.entry(),
    AMAZON_LWA.entry(),
    AMAZON_SP_API.entry(),
    ANGEL_ONE_SMARTAPI.entry(),
    ANILIST.entry(),
    ANTHROPIC_OAUTH.entry(),
    ANTHROPIC_SDK_CREDENTIALS.entry(),
    APIGEE.entry(),
    APPLE.entry(),
    APPLE_MAPS_SERVER.entry(),
    APPWRITE.entry(),
    ARCGIS_GENERATE_TOKEN.entry(),
    ARCGIS_OAUTH2.entry(),
    ARLO.entry(),
    ASANA.entry(),
    AUTH0.entry(),
    AUTHELIA.entry(),
    AUTHENTIK.entry(),
    AUTHLIB_SERVER.entry(),
    BARE_TOKEN.entry(),
    BASECAMP.entry(),
    BATTLENET.entry(),
    BELVO.entry(),
    BERLIN_GROUP.entry(),
    BETTER_AUTH.entry(),
    BETTER_AUTH_ACCESS_TOKEN.entry(),
    BETTER_AUTH_OAUTH.entry(),
    BETTER_AUTH_WRAPPED.entry(),
    BIGCOMMERCE.entry(),
    BIGCOMMERCE_VAULT.entry(),
    BITBUCKET_CLOUD.entry(),
    BITBUCKET_DATACENTER.entry(),
    BITLY.entry(),
    BKASH.entry(),
    BLUESKY_OAUTH.entry(),
    BLUESKY_SESSION.entry(),
    BOX.entry(),
    CALENDLY.entry(),
    CANAILLE.entry(),
    CARGO_CREDENTIAL_PROVIDER.entry(),
    CARTESIA_ACCESS_TOKEN.entry(),
    CASDOOR.entry(),
    CASDOOR_LEGACY.entry(),
    CASHFREE_PAYOUTS.entry(),
    CAS_OAUTH.entry(),
    CAS_OAUTH_LEGACY.entry(),
    CIRCLECI.entry(),
    CISCO_FTD.entry(),
    CLAUDE_CODE_CREDENTIALS.entry(),
    CLERK_M2M_TOKEN.entry(),
    CLERK_OAUTH.entry(),
    CLERK_SESSION_TOKEN.entry(),
    CLICKUP.entry(),
    CLOUDFOUNDRY_UAA.entry(),
    CLOUDFOUNDRY_UAA_CHECK_TOKEN.entry(),
    CLOVER.entry(),
    CMS_BCDA.entry(),
    CMS_BLUEBUTTON.entry(),
    CODEX_AUTH.entry(),
    CONFLUENT_MDS.entry(),
    CORRENTLY.entry(),
    CRATES_IO_TRUSTED_PUBLISHING.entry(),
    DAILYMOTION.entry(),
    DATABRICKS_CLI.entry(),
    DATABRICKS_OAUTH.entry(),
    DATABRICKS_TOKEN.entry(),
    DATADOG_DELEGATED_TOKEN.entry(),
    DATA_WRAPPED.entry(),
    DEEPGRAM_GRANT.entry(),
    DEEZER.entry(),
    DELTA_SHARING_PROFILE.entry(),
    DESCOPE.entry(),
    DEVPI.entry(),
    DEX.entry(),
    DIGIKEY.entry(),
    DIGITALOCEAN.entry(),
    DIRECTUS.entry(),
    DISCORD.entry(),
    DJANGO_OAUTH_TOOLKIT.entry(),
    DJANGO_REST_FRAMEWORK_TOKEN.entry(),
    DJANGO_SIMPLEJWT.entry(),
    DJOSER.entry(),
    DJ_REST_AUTH.entry(),
    DOORKEEPER.entry(),
    DREMIO_CLOUD.entry(),
    DROPBOX.entry(),
    DROPBOX_SIGN.entry(),
    DUENDE_IDENTITYSERVER.entry(),
    EASEE.entry(),
    EBAY.entry(),
    ECOBEE.entry(),
    ECWID.entry(),
    EGNYTE.entry(),
    EJABBERD_API.entry(),
    EJABBERD_OAUTH.entry(),
    ELASTICSEARCH_API_KEY.entry(),
    ELASTICSEARCH_TOKEN.entry(),
    ELEVENLABS_SINGLE_USE_TOKEN.entry(),
    EPIC_ACCOUNT.entry(),
    EPIC_EOS.entry(),
    ETCD.entry(),
    ETSY.entry(),
    EVENTBRITE.entry(),
    EVERNOTE.entry(),
    FACEBOOK.entry(),
    FACEBOOK_LEGACY.entry(),
    FEATHERS.entry(),
    FEDEX.entry(),
    FIGMA.entry(),
    FINICITY.entry(),
    FISERV.entry(),
    FITBIT.entry(),
    FITBIT_OAUTH1.entry(),
    FLASK_APPBUILDER.entry(),
    FLICKR_OAUTH1.entry(),
    FLY_IO_OIDC.entry(),
    FORGEROCK_AM_OAUTH2.entry(),
    FORGEROCK_AUTHENTICATE.entry(),
    FOURSQUARE.entry(),
    FRESHBOOKS.entry(),
    FRONT.entry(),
    FRONTEGG_VENDOR.entry(),
    FUSIONAUTH_LOGIN_API.entry(),
    FUSIONAUTH_OAUTH2.entry(),
    GARMIN_OAUTH1.entry(),
    GARMIN_OAUTH2.entry(),
    GIGACHAT.entry(),
    GIGYA.entry(),
    GITEA.entry(),
    GITEA_ACCESS_TOKEN.entry(),
    GITHUB.entry(),
    GITHUB_ACTIONS_OIDC.entry(),
    GITHUB_APP_INSTALLATION.entry(),
    GITHUB_COPILOT.entry(),
    GITLAB.entry(),
    GITLAB_ACCESS_TOKEN.entry(),
    GITLAB_RUNNER.entry(),
    GLEWLWYD.entry(),
    GLUU_OXAUTH.entry(),
    GNAP.entry(),
    GOCARDLESS.entry(),
    GOCARDLESS_BANK_DATA.entry(),
    GOLANG_OAUTH2_TOKEN.entry(),
    GONG.entry(),
    GOOGLE_CONSUMER.entry(),
    GOTOMEETING_LEGACY.entry(),
    GRAFANA_SERVICE_ACCOUNT.entry(),
    GRAVITEE_AM.entry(),
    GROK_AUTH.entry(),
    GST_EINVOICE.entry(),
    HEROKU.entry(),
    HEROKU_IDENTITY.entry(),
    HEROKU_PLATFORM_API.entry(),
    HH_RU.entry(),
    HOME_ASSISTANT.entry(),
    HOME_ASSISTANT_WEBSOCKET.entry(),
    HUAWEI_CLOUD_IAM.entry(),
    HUBSPOT.entry(),
    HUBSPOT_TOKEN_INFO.entry(),
    HUE_REMOTE_V1.entry(),
    HUE_REMOTE_V2.entry(),
    HUGGINGFACE.entry(),
    HUSQVARNA_IAM.entry(),
    IBM_CLOUD_IAM.entry(),
    IBM_CP4D.entry(),
    IBM_MCSP.entry(),
    IBM_VERIFY.entry(),
    IBM_VPC_INSTANCE_IDENTITY.entry(),
    ICEBERG_REST.entry(),
    ICEBERG_VENDED_GCS.entry(),
    IHEALTH.entry(),
    INFLUXDB3_TOKEN.entry(),
    INSTAGRAM_BASIC_DISPLAY.entry(),
    INSTAGRAM_LEGACY.entry(),
    INSTAGRAM_LOGIN.entry(),
    INTERCOM.entry(),
    INTUIT_OAUTH_JSCLIENT_TOKEN.entry(),
    JAMF_BASIC.entry(),
    JFROG_ACCESS.entry(),
    JIRA_OAUTH1.entry(),
    JLR.entry(),
    JSON_SERVER_AUTH.entry(),
    JUPYTERHUB.entry(),
    KANIDM_AUTH.entry(),
    KEYCLOAK.entry(),
    KINDE.entry(),
    KITE_CONNECT.entry(),
    KONG_OAUTH2.entry(),
    KOOK.entry(),
    KSEF.entry(),
    LARAVEL_PASSPORT.entry(),
    LASTFM.entry(),
    LEAONLINE_OAUTH2_SERVER.entry(),
    LICHESS.entry(),
    LIGHTSPEED_X.entry(),
    LINEAR.entry(),
    LINKEDIN.entry(),
    LINODE_METADATA.entry(),
    LINODE_TOKEN.entry(),
    LIVE.entry(),
    LIVEKIT_TOKEN_SOURCE.entry(),
    LOGTO.entry(),
    LOOPBACK.entry(),
    LYFT.entry(),
    MAGENTO.entry(),
    MAGENTO_OAUTH1.entry(),
    MAILCHIMP.entry(),
    MAILRU.entry(),
    MARKETO.entry(),
    MASTODON.entry(),
    MATRIX.entry(),
    MCP_REMOTE_TOKENS.entry(),
    MERCADOLIBRE.entry(),
    MERCADOPAGO.entry(),
    MINECRAFT.entry(),
    MIRO.entry(),
    MOD_IO.entry(),
    MOLLIE.entry(),
    MPESA_DARAJA.entry(),
    MTN_MOMO.entry(),
    MULESOFT_ANYPOINT.entry(),
    MUTT_OAUTH2.entry(),
    MYANIMELIST.entry(),
    MYOB.entry(),
    NETATMO.entry(),
    NETDOCUMENTS.entry(),
    NETLIFY.entry(),
    NETSUITE.entry(),
    NEXTCLOUD_OIDC.entry(),
    NHOST.entry(),
    NINTENDO.entry(),
    NODE_OAUTH2_SERVER.entry(),
    NODE_OIDC_PROVIDER.entry(),
    NODE_RED.entry(),
    NOTION.entry(),
    NPM_OIDC_EXCHANGE.entry(),
    NPM_REGISTRY.entry(),
    NUGET_TRUSTED_PUBLISHING.entry(),
    OAUTH1.entry(),
    OAUTH1_SESSION.entry(),
    OAUTH2.entry(),
    OAUTH2_MAC.entry(),
    OAUTH_ATTESTATION.entry(),
    OAUTH_FIRST_PARTY_APPS.entry(),
    OCEANENGINE.entry(),
    OCI_SECURITY_TOKEN.entry(),
    OCTOKIT_AUTH.entry(),
    OCTOPUS_KRAKEN.entry(),
    OCTO_STS.entry(),
    ODNOKLASSNIKI.entry(),
    OKTA_AUTHN.entry(),
    OKTA_AUTH_JS.entry(),
    OKTA_CORE_API.entry(),
    OKTA_ID_JAG.entry(),
    OKTA_OAUTH2.entry(),
    ONELOGIN_V1.entry(),
    ONELOGIN_V2.entry(),
    OPENAI_CHATKIT_SESSION.entry(),
    OPENAI_REALTIME_CLIENT_SECRET.entry(),
    OPENCODE_AUTH.entry(),
    OPENID4VCI.entry(),
    OPENIDDICT.entry(),
    OPENID_CIBA.entry(),
    OPENSEARCH_OBO.entry(),
    ORACLE_CERNER_FHIR.entry(),
    ORACLE_EBS_LOGIN.entry(),
    ORACLE_IDCS.entry(),
    ORACLE_OFSAA.entry(),
    ORDERCLOUD.entry(),
    OVH_CONSUMER_KEY.entry(),
    OVH_OAUTH2.entry(),
    PAGBANK.entry(),
    PAGERDUTY.entry(),
    PARDOT_LEGACY.entry(),
    PARSE_SERVER.entry(),
    PATREON.entry(),
    PAYLOAD_CMS.entry(),
    PAYPAL.entry(),
    PAYTM_TRANSACTION.entry(),
    PESAPAL.entry(),
    PHONEPE.entry(),
    PHPIPAM.entry(),
    PINGFEDERATE.entry(),
    PINTEREST_V5.entry(),
    PLAID.entry(),
    PLAID_LINK_TOKEN.entry(),
    PLAYSTATION.entry(),
    PLENTYMARKETS.entry(),
    PLUGGY.entry(),
    POCKETBASE.entry(),
    PODIO.entry(),
    POLAR.entry(),
    PROCORE.entry(),
    PSA_MOBILE.entry(),
    PULUMI_CLOUD.entry(),
    PULUMI_CREDENTIALS.entry(),
    PYPI_MINT_TOKEN.entry(),
    QUICKBOOKS.entry(),
    RAILWAY_CLI_CONFIG.entry(),
    RAZORPAY_OAUTH.entry(),
    REDDIT.entry(),
    RED_HAT_SSO.entry(),
    RFC6749.entry(),
    RFC7662_INTROSPECTION.entry(),
    RFC8628_DEVICE.entry(),
    RFC8693_TOKEN_EXCHANGE.entry(),
    RFC9126_PAR.entry(),
    RFC9396_RAR.entry(),
    RFC9449_DPOP.entry(),
    RINGCENTRAL.entry(),
    RIOT.entry(),
    RUBYGEMS_TRUSTED_PUBLISHER.entry(),
    SAGE_ACCOUNTING.entry(),
    SALESFORCE.entry(),
    SALESFORCE_SOAP.entry(),
    SAP_BTP_DESTINATION.entry(),
    SAP_CONCUR_LEGACY.entry(),
    SAP_XSUAA.entry(),
    SAT_MEXICO.entry(),
    SCALEWAY_API_KEY.entry(),
    SCALEWAY_IAM_JWT.entry(),
    SENTRY.entry(),
    SEZNAM.entry(),
    SHOPIFY.entry(),
    SIGNALFX_SESSION.entry(),
    SIGNALK.entry(),
    SLACK.entry(),
    SLACK_LEGACY.entry(),
    SLACK_OPENID.entry(),
    SLACK_TOOLING.entry(),
    SMARTTHINGS.entry(),
    SMART_ON_FHIR.entry(),
    SNAPCHAT.entry(),
    SNOWFLAKE.entry(),
    SNOWFLAKE_SESSION.entry(),
    SOUNDCLOUD.entry(),
    SPACELIFT.entry(),
    SPLUNK_SESSION.entry(),
    SPOTIFY.entry(),
    SPRING_AUTHORIZATION_SERVER.entry(),
    SPRING_OAUTH2_BEAN.entry(),
    SPRING_R_ENVELOPE.entry(),
    SQUARE.entry(),
    SQUARESPACE.entry(),
    STACKEXCHANGE.entry(),
    STEAM.entry(),
    STRAPI.entry(),
    STRAVA.entry(),
    STRIPE_CONNECT.entry(),
    STRIPE_EPHEMERAL_KEY.entry(),
    STYTCH.entry(),
    STYTCH_M2M.entry(),
    SUPABASE_GOTRUE.entry(),
    SUPERTOKENS_CORE.entry(),
    SURVEYMONKEY.entry(),
    TABLEAU.entry(),
    TAILSCALE_OAUTH.entry(),
    TELLER_CONNECT.entry(),
    TESLA.entry(),
    THOUGHTSPOT.entry(),
    THREADS.entry(),
    TIKTOK_BUSINESS.entry(),
    TIKTOK_MERCHANT.entry(),
    TIKTOK_SHOP.entry(),
    TIKTOK_V1.entry(),
    TIKTOK_V2.entry(),
    TOAST.entry(),
    TODOIST.entry(),
    TRAKT.entry(),
    TRINO_EXTERNAL_AUTH.entry(),
    TROVO.entry(),
    TUMBLR_OAUTH2.entry(),
    TWITCH.entry(),
    TWITTER_APP_ONLY.entry(),
    TWITTER_OAUTH1.entry(),
    TWITTER_V2.entry(),
    TYK_OAUTH2.entry(),
    UBER.entry(),
    UK_OPEN_BANKING.entry(),
    UMA2_RPT.entry(),
    UNITY_CATALOG_CREDENTIALS.entry(),
    UNTAPPD.entry(),
    UPS.entry(),
    USPS.entry(),
    VENAFI_VEDAUTH.entry(),
    VERCEL.entry(),
    VERCEL_CLI_AUTH.entry(),
    VERCEL_INTEGRATION.entry(),
    VERCEL_OIDC.entry(),
    VIMEO.entry(),
    VK.entry(),
    VK_ID.entry(),
    VMWARE_IDENTITY_BROKER.entry(),
    VMWARE_IDENTITY_MANAGER.entry(),
    VTEX_APP_TOKEN.entry(),
    WALMART.entry(),
    WEALTHSIMPLE_TRADE.entry(),
    WEBEX.entry(),
    WHOOP.entry(),
    WISE.entry(),
    WITHINGS.entry(),
    WITHINGS_LEGACY.entry(),
    WORDPRESS_JWT_AUTH.entry(),
    WORKOS_PIPES.entry(),
    WORKOS_SSO.entry(),
    WORKOS_USER_MANAGEMENT.entry(),
    WORKOS_WIDGETS.entry(),
    WSO2_APIM.entry(),
    XBOX_XSTS.entry(),
    XERO.entry(),
    YAHOO.entry(),
    YAHOO_OAUTH1.entry(),
    YAMMER.entry(),
    YANDEX.entry(),
    YANDEX_CLOUD_IAM.entry(),
    YAPILY_CONSENT.entry(),
    YODLEE.entry(),
    ZITADEL.entry(),
    ZITADEL_SESSION.entry(),
    ZOHO.entry(),
    ZOHO_MAIL360.entry(),
    ZOOM.entry(),
];
