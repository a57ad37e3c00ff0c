//! Tokens for `object_store`: [`CredentialProvider`]s for Azure and Google Cloud Storage.
//!
//! `object_store` neither wipes its credentials nor redacts them in `Debug`.
//!
//! ```
//! use anytoken_interop::object_store::Azure;
//! use anytoken_interop::{Refreshing, Source};
//! use object_store::azure::{AzureCredentialProvider, MicrosoftAzureBuilder};
//! use std::sync::Arc;
//!
//! let source = Source::variable("STORAGE_TOKEN").with_format("azure-cli")?;
//! let credentials: AzureCredentialProvider = Arc::new(Azure(Refreshing::new(source)));
//! let builder = MicrosoftAzureBuilder::new().with_account("example").with_credentials(credentials);
//! # Ok::<(), anytoken::Error>(())
//! ```

use std::sync::Arc;

use anytoken::Token;
use object_store::azure::AzureCredential;
use object_store::client::CredentialProvider;
use object_store::gcp::GcpCredential;
use object_store::{Error, Result};

use crate::Refreshing;
use crate::bearer::bearer;

/// Bearer tokens for Azure Storage.
#[derive(Clone, Debug)]
pub struct Azure(pub Refreshing);

/// Bearer tokens for Google Cloud Storage.
#[derive(Clone, Debug)]
pub struct Gcp(pub Refreshing);

/// Converts a token to a credential for Azure Storage.
///
/// # Errors
///
/// `Unusable` if it is not a bearer token.
///
/// ```
/// use anytoken::Token;
/// use object_store::azure::AzureCredential;
///
/// let token = Token::builder("azure-imds").access_token("EXAMPLE-ACCESS").build()?;
/// let credential = anytoken_interop::object_store::azure_credential(&token)?;
/// assert_eq!(credential, AzureCredential::BearerToken("EXAMPLE-ACCESS".to_owned()));
/// # Ok::<(), anytoken::Error>(())
/// ```
pub fn azure_credential(token: &Token) -> anytoken::Result<AzureCredential> {
    Ok(AzureCredential::BearerToken(bearer(token)?.expose().to_owned()))
}

/// Converts a token to a credential for Google Cloud Storage.
///
/// # Errors
///
/// `Unusable` if it is not a bearer token.
pub fn gcp_credential(token: &Token) -> anytoken::Result<GcpCredential> {
    Ok(GcpCredential { bearer: bearer(token)?.expose().to_owned() })
}

#[async_trait::async_trait]
impl CredentialProvider for Azure {
    type Credential = AzureCredential;

    async fn get_credential(&self) -> Result<Arc<AzureCredential>> {
        let token = self.0.token(&["https://storage.azure.com/.default"]).await.map_err(error)?;
        azure_credential(&token).map(Arc::new).map_err(error)
    }
}

#[async_trait::async_trait]
impl CredentialProvider for Gcp {
    type Credential = GcpCredential;

    async fn get_credential(&self) -> Result<Arc<GcpCredential>> {
        let scope = "https://www.googleapis.com/auth/devstorage.read_write";
        let token = self.0.token(&[scope]).await.map_err(error)?;
        gcp_credential(&token).map(Arc::new).map_err(error)
    }
}

fn error(source: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Generic { store: "anytoken", source: Box::new(source) }
}
