//! Formats that are RFC 6749 under a name.

use anytoken_core::dialect::{Dialect, Evidence};

/// Defines formats by name: id, vendor, evidence and quirks.
macro_rules! plain {
    ($(
        $(#[$attribute:meta])*
        $name:ident = $id:literal, $vendor:literal, $evidence:ident, $quirks:literal;
    )+) => {
        $(
            $(#[$attribute])*
            pub static $name: Dialect =
                Dialect::oauth2($id, $vendor, Evidence::$evidence).with_quirks($quirks);
        )+
    };
}

plain! {
    /// `airflow`: Airflow's REST API.
    ///
    /// The text of an error response may repeat what was sent, a password too.
    ///
    /// Source: recorded from apache-airflow 3.3.2 with its simple auth manager.
    AIRFLOW = "airflow", "Apache", Recorded, "access_token is the only member; the status is 201";

    /// `allegro`: Allegro's REST API.
    ///
    /// Source: developer.allegro.pl, "Authentication".
    ALLEGRO = "allegro", "Allegro", Documented, "allegro_api is named like a scope and adds nothing to it";

    /// `apple`: Sign in with Apple.
    ///
    /// An error response mostly has no text.
    ///
    /// Source: developer.apple.com, "Generate and validate tokens", "TokenResponse", "ErrorResponse".
    APPLE = "apple", "Apple", Documented,
        "a refresh brings no new refresh token; the subject is in the ID token only";

    /// `auth0`: Auth0's token endpoint.
    ///
    /// `scope` is absent if it is the requested one. `mfa_token` in an error response is for the next step.
    ///
    /// Source: auth0.com, "Call Your API Using the Authorization Code Flow", "Authenticate with Resource Owner Password
    /// Grant and MFA".
    AUTH0 = "auth0", "Auth0", Documented, "error responses may have a token for the next step";

    /// `authelia`: Authelia, which builds on Ory's library.
    ///
    /// Members are in alphabetical order. Tokens begin with `authelia_at_` and `authelia_rt_`.
    ///
    /// Source: authelia/authelia `oauth-2.0-bearer-token-usage.md`, `internal/oidc/util.go`.
    AUTHELIA = "authelia", "Authelia", Documented, "follows RFC 6749";

    /// `authlib-server`: a server that is built with Authlib.
    ///
    /// The first token lives for ten days, a refreshed one for an hour.
    ///
    /// Source: recorded from Authlib 1.9.10 with Flask.
    AUTHLIB_SERVER = "authlib-server", "Authlib", Recorded, "a wrong password is invalid_request";

    /// `basecamp`: 37signals Launchpad, with draft 5 of OAuth 2.0.
    ///
    /// Source: basecamp/api `sections/authentication.md`.
    BASECAMP = "basecamp", "37signals", Documented, "no token_type; a refresh brings no new refresh token";

    /// `canaille`: Canaille, which builds on Authlib.
    ///
    /// The first token lives for ten days, a refreshed one for an hour.
    ///
    /// Source: recorded from Canaille 0.3.6.
    CANAILLE = "canaille", "Yaal Coop", Recorded, "follows RFC 6749";

    /// `circleci`: CircleCI's OAuth for dynamic clients.
    ///
    /// Source: circleci/circleci-docs `oauth-dynamic-client-registration.adoc`.
    CIRCLECI = "circleci", "CircleCI", Documented, "no refresh token";

    /// `clerk-oauth`: Clerk as an OAuth provider.
    ///
    /// Source: clerk/clerk-docs `docs/guides/configure/auth-strategies/oauth/scoped-access.mdx`.
    CLERK_OAUTH = "clerk-oauth", "Clerk", Documented, "follows RFC 6749";

    /// `deepgram-grant`: Deepgram's short-lived tokens.
    ///
    /// `expires_in` may have a fraction.
    ///
    /// Source: deepgram-sdk 7.17.0 for Python, `GrantV1Response`.
    DEEPGRAM_GRANT = "deepgram-grant", "Deepgram", Documented, "no token_type";

    /// `dex`: Dex's token endpoint.
    ///
    /// After a token exchange `issued_token_type` says what `access_token` holds, which may be an ID token.
    ///
    /// Source: dexidp/dex `server/tokens/authorization.go`, `server/grants/tokenexchange.go`.
    DEX = "dex", "Dex", Documented, "no scope; a lifetime of 0 is left out";

    /// `django-oauth-toolkit`: Django OAuth Toolkit.
    ///
    /// Error responses may be a code alone.
    ///
    /// Source: jazzband/django-oauth-toolkit `docs/getting_started.rst`; recorded from django-oauth-toolkit 3.4.1.
    DJANGO_OAUTH_TOOLKIT = "django-oauth-toolkit", "Jazzband", Recorded, "follows RFC 6749";

    /// `dremio-cloud`: Dremio's exchange of tokens.
    ///
    /// Source: docs.dremio.com, "OAuth Token".
    DREMIO_CLOUD = "dremio-cloud", "Dremio", Documented, "issued_token_type beside the token";

    /// `duende-identityserver`: Duende IdentityServer.
    ///
    /// Source: DuendeSoftware/products `TokenResult.cs`.
    DUENDE_IDENTITYSERVER = "duende-identityserver", "Duende", Documented, "the host may add members";

    /// `ecobee`: ecobee's thermostats.
    ///
    /// The `expires_in` of a PIN, which is no token, is in minutes.
    ///
    /// Source: ecobee, "PIN Authorization Strategy", "Refreshing Your Tokens", "Authorization Requests and Errors".
    ECOBEE = "ecobee", "ecobee", Documented, "follows RFC 6749";

    /// `etsy`: Etsy's Open API.
    ///
    /// The token is sent with the user's id and the dot.
    ///
    /// Source: developers.etsy.com, "Authentication"; python-social-auth/social-core `test_etsy.py`.
    ETSY = "etsy", "Etsy", Tested, "the token begins with the user's id and a dot";

    /// `eventbrite`: Eventbrite's token endpoint.
    ///
    /// Source: python-social-auth/social-core `social_core/tests/backends/test_eventbrite.py`.
    EVENTBRITE = "eventbrite", "Eventbrite", Tested, "no expiry";

    /// `flask-appbuilder`: Flask AppBuilder, and Superset, which builds on it.
    ///
    /// An error response has its text in `message` or `msg`; `message` may be an object of the members with lists of
    /// texts.
    ///
    /// Source: recorded from flask-appbuilder 5.3.0.
    FLASK_APPBUILDER = "flask-appbuilder", "Flask AppBuilder", Recorded, "no token_type; no expiry";

    /// `foursquare`: Foursquare's token endpoint.
    ///
    /// Source: docs.foursquare.com, "Connect users".
    FOURSQUARE = "foursquare", "Foursquare", Documented, "access_token is the only member";

    /// `gluu-oxauth`: Gluu and Janssen.
    ///
    /// `pct` and `upgraded` are members of UMA, and may be null.
    ///
    /// Source: GluuFederation/oxAuth `TokenRestWebServiceImpl.java`, `UmaTokenResponse.java`.
    GLUU_OXAUTH = "gluu-oxauth", "Gluu", Documented,
        "requesting party tokens have upgraded and pct, and no lifetime";

    /// `gravitee-am`: Gravitee.io Access Management.
    ///
    /// `upgraded` is a member of UMA.
    ///
    /// Source: gravitee-io/graviteeio-access-management `oauth2/service/token/Token.java`.
    GRAVITEE_AM = "gravitee-am", "Gravitee.io", Documented, "policies may add members";

    /// `huggingface`: Hugging Face's token endpoint.
    ///
    /// Source: huggingface/hub-docs `docs/hub/oauth.md`.
    HUGGINGFACE = "huggingface", "Hugging Face", Documented, "a token exchange returns an ID token too";

    /// `kook`: Kook's token endpoint.
    ///
    /// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Kook/bundle.json`.
    KOOK = "kook", "Kook", Tested, "no refresh token";

    /// `lichess`: Lichess's token endpoint.
    ///
    /// Tokens live for a year.
    ///
    /// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Lichess/bundle.json`.
    LICHESS = "lichess", "Lichess", Tested, "no refresh token";

    /// `linear`: Linear's OAuth.
    ///
    /// `expires_in` is ten years, or a day if the app has refresh tokens. `scope` is an array for apps made before
    /// 2023-12-01.
    ///
    /// Source: linear.app/developers, "OAuth 2.0 authentication".
    LINEAR = "linear", "Linear", Documented, "expires_in may be ten years; scope is an array or a string";

    /// `mollie`: Mollie's token endpoint.
    ///
    /// Source: mollie/api-documentation `source/reference/oauth2/tokens.rst`.
    MOLLIE = "mollie", "Mollie", Documented, "the status is 201";

    /// `mulesoft-anypoint`: a login at MuleSoft's Anypoint Platform.
    ///
    /// The token is a UUID that is valid for at least an hour.
    ///
    /// Source: anypoint.mulesoft.com, Access Management API, "Authentication".
    MULESOFT_ANYPOINT = "mulesoft-anypoint", "MuleSoft", Documented, "no expiry";

    /// `node-oauth2-server`: @node-oauth/oauth2-server, a library for Node.js.
    ///
    /// The host may add members.
    ///
    /// Source: recorded from @node-oauth/oauth2-server 5.3.0 with express 4.22.3.
    NODE_OAUTH2_SERVER = "node-oauth2-server", "node-oauth", Recorded, "the host may add members";

    /// `node-oidc-provider`: node-oidc-provider, an OpenID provider for Node.js.
    ///
    /// `authorization_details` may be beside the token. An error response is a page of HTML if the client prefers HTML.
    ///
    /// Source: panva/node-oidc-provider `lib/helpers/grant_common.js`, `lib/helpers/err_out.js`; recorded from
    /// oidc-provider 9.13.3.
    NODE_OIDC_PROVIDER = "node-oidc-provider", "panva", Recorded,
        "error responses may repeat scope and state of the request";

    /// `node-red`: `POST /auth/token` of Node-RED's admin API.
    ///
    /// The token is Base64 with `+`, `/` and `=`.
    ///
    /// Source: recorded from Node-RED 4.1.15.
    NODE_RED = "node-red", "Node-RED", Recorded, "error responses have status 403";

    /// `openiddict`: OpenIddict's token endpoint.
    ///
    /// Source: openiddict/openiddict-core `OpenIddictResources.resx`.
    OPENIDDICT = "openiddict", "OpenIddict", Documented, "error responses have an error_uri";

    /// `ordercloud`: OrderCloud's token endpoint.
    ///
    /// An error response begins with a byte order mark and has a list `Errors` of objects with `ErrorCode` and
    /// `Message`.
    ///
    /// Source: ordercloud-api/ordercloud-javascript-sdk, reports of its users.
    ORDERCLOUD = "ordercloud", "Sitecore", Tested, "error responses begin with a byte order mark";

    /// `pagerduty`: PagerDuty's OAuth.
    ///
    /// Source: developer.pagerduty.com, "OAuth functionality".
    PAGERDUTY = "pagerduty", "PagerDuty", Documented, "the region and the subdomain are in client_info";

    /// `patreon`: Patreon's token endpoint.
    ///
    /// Source: docs.patreon.com, "OAuth", step 3; woogles-io/liwords issue 1454.
    PATREON = "patreon", "Patreon", Documented, "tokens may expire some days early";

    /// `riot`: Riot Sign On.
    ///
    /// Source: developer.riotgames.com, "Riot Sign On (RSO) Implementation".
    RIOT = "riot", "Riot Games", Documented, "sub_sid is a session, not the subject";

    /// `smart-on-fhir`: SMART App Launch.
    ///
    /// The context of the launch is beside the token: `patient`, who is not the subject, `encounter`, `fhirContext`,
    /// `need_patient_banner`, `smart_style_url`, `intent`, `tenant`.
    ///
    /// Source: HL7/smart-app-launch `input/pages/app-launch.md`, `example-app-launch-public.md`,
    /// `scopes-and-launch-context.md`.
    SMART_ON_FHIR = "smart-on-fhir", "HL7", Documented, "the context of the launch is beside the token";

    /// `snapchat`: Snap's login and marketing APIs.
    ///
    /// The access token is a JWE of five parts, the second of which is empty. `state` is that of the request.
    ///
    /// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Snapchat/bundle.json`; Snap, "Marketing API:
    /// Authentication", from memory.
    SNAPCHAT = "snapchat", "Snap", Tested, "the token is a JWE with an empty second part";

    /// `spotify`: Spotify's token endpoint.
    ///
    /// `scope` may be empty.
    ///
    /// Source: developer.spotify.com, "Authorization Code Flow", "Refreshing tokens".
    SPOTIFY = "spotify", "Spotify", Documented, "a refresh may bring no new refresh token";

    /// `spring-authorization-server`: Spring Authorization Server.
    ///
    /// `error_uri` names the section of the RFC.
    ///
    /// Source: spring-projects/spring-authorization-server `ClientSecretAuthenticationProvider.java`, issue 281.
    SPRING_AUTHORIZATION_SERVER = "spring-authorization-server", "Spring", Documented,
        "expires_in is a string in versions 0.1; error responses have an error_uri";

    /// `tumblr-oauth2`: Tumblr's token endpoint.
    ///
    /// Source: tumblr.com, "API version 2", "OAuth 2.0"; what public clients print.
    TUMBLR_OAUTH2 = "tumblr-oauth2", "Tumblr", Documented, "id_token is false if there is none";

    /// `tyk-oauth2`: Tyk's gateway.
    ///
    /// `redirect_to` is a URL with the token in its fragment.
    ///
    /// Source: TykTechnologies/tyk `gateway/oauth_manager_test.go`; TykTechnologies/tyk-docs
    /// `api-management/authentication/oauth-2.mdx`.
    TYK_OAUTH2 = "tyk-oauth2", "Tyk", Tested, "redirect_to repeats the token";

    /// `uber`: Uber's login.
    ///
    /// Source: python-social-auth/social-core `test_uber.py`.
    UBER = "uber", "Uber", Tested, "follows RFC 6749";

    /// `vmware-identity-broker`: VMware Identity Broker.
    ///
    /// Source: developer.broadcom.com, VMware Identity Broker, "OAuth2Token".
    VMWARE_IDENTITY_BROKER = "vmware-identity-broker", "VMware", Documented,
        "expires_in -1 means unknown, 0 means expired";

    /// `vmware-identity-manager`: VMware Identity Manager, also called Workspace ONE Access.
    ///
    /// Source: developer.broadcom.com, VMware Identity Manager API, "OAuth2Token".
    VMWARE_IDENTITY_MANAGER = "vmware-identity-manager", "VMware", Documented,
        "expires_in -1 means unknown, 0 means expired";

    /// `whoop`: WHOOP's token endpoint.
    ///
    /// Source: developer.whoop.com, "OAuth 2.0", "Refreshing Access Tokens"; NangoHQ/nango `packages/providers/providers.yaml`.
    WHOOP = "whoop", "WHOOP", Documented, "follows RFC 6749";

    /// `wise`: Wise's token endpoint.
    ///
    /// Source: transferwise/api-docs `source/includes/_banks.md`.
    WISE = "wise", "Wise", Documented, "follows RFC 6749";

    /// `wso2-apim`: WSO2 API Manager and Identity Server.
    ///
    /// The server adds the scopes `default` and `am_application_scope` to every token.
    ///
    /// Source: api.payments.jackhenry.com, "AuthenticationResponse"; error responses from memory.
    WSO2_APIM = "wso2-apim", "WSO2", Unverified, "follows RFC 6749";

    /// `xero`: Xero's token endpoint, and the token set of its SDK.
    ///
    /// `scope` is a string from the token endpoint and an array in the token set.
    ///
    /// Source: developer.xero.com, "The standard authorization code flow";
    /// aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Xero/bundle.json`; XeroAPI/xero-node `README.md`.
    XERO = "xero", "Xero", Tested, "scope is a string or an array";

    /// `zitadel`: ZITADEL's token endpoint.
    ///
    /// The scope is mostly absent. `state` and `session_state` may be in an error response.
    ///
    /// Source: zitadel/oidc `pkg/oidc/token.go`, `pkg/oidc/error.go`.
    ZITADEL = "zitadel", "ZITADEL", Documented, "state may be beside the token; a lifetime of 0 is left out";
}
