//! The token formats of software that runs in a cluster: Kubernetes, secret stores, registries, OpenStack, proxies.
//!
//! Their envelopes also contain the request, and other expiries than the token's:
//!
//! ```
//! use anytoken_cluster::VAULT;
//! use anytoken_core::{Expiry, Response};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"lease_duration":0,"auth":{"client_token":"EXAMPLE-ACCESS","lease_duration":3600}}"#;
//! let token = VAULT.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The rest is made by `cargo xtask update`.

mod akeyless;
mod cyberark;
mod docker;
mod exec_credential;
mod hashicorp;
mod kubernetes;
mod openstack;
mod spiffe;
mod teleport;
mod token_request;

use anytoken_core::Entry;

pub use self::akeyless::*;
pub use self::cyberark::*;
pub use self::docker::*;
pub use self::exec_credential::*;
pub use self::hashicorp::*;
pub use self::kubernetes::*;
pub use self::openstack::*;
pub use self::spiffe::*;
pub use self::teleport::*;
pub use self::token_request::*;

/// Every format of this crate.
pub const ENTRIES: &[Entry] = &[
    AKEYLESS.entry(),
    CONJUR.entry(),
    CONSUL_ACL_TOKEN.entry(),
    DOCKER_HUB.entry(),
    DOCKER_REGISTRY_TOKEN.entry(),
    HCP_CREDENTIALS.entry(),
    KUBERNETES_EXEC_CREDENTIAL.entry(),
    KUBERNETES_TOKEN_REQUEST.entry(),
    NOMAD_ACL_TOKEN.entry(),
    OPENSTACK_KEYSTONE_OAUTH2.entry(),
    OPENSTACK_KEYSTONE_V2.entry(),
    OPENSTACK_KEYSTONE_V3.entry(),
    SPIRE.entry(),
    TELEPORT_WEB_SESSION.entry(),
    TERRAFORM_CLI_CREDENTIALS.entry(),
    TERRAFORM_CLOUD_TOKEN.entry(),
    VAULT.entry(),
];
