//! Tokens for Google Cloud's libraries: [`CredentialsProvider`], and [`AccessTokenCredentialsProvider`].

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use anytoken::Token;
use google_cloud_auth::credentials::{
    AccessToken, AccessTokenCredentialsProvider, CacheableResource, CredentialsProvider, EntityTag,
};
use google_cloud_auth::errors::CredentialsError;
use http::header::AUTHORIZATION;
use http::{Extensions, HeaderMap, HeaderName, HeaderValue};

use crate::bearer::bearer;
use crate::http::authorization;
use crate::{Refreshing, SourceError};

/// Credentials from a [`Source`](crate::Source): the `Authorization` header of its token.
///
/// ```
/// use anytoken_interop::google_cloud_auth::Provider;
/// use anytoken_interop::{Refreshing, Source};
/// use google_cloud_auth::credentials::Credentials;
///
/// let source = Source::command("gcloud", ["config", "config-helper", "--format=json"]);
/// let credentials = Credentials::from(Provider::new(Refreshing::new(source)));
/// ```
pub struct Provider {
    tokens: Refreshing,
    project: Option<HeaderValue>,
    /// The token that was returned last, and its entity tag.
    last: Mutex<Option<(Arc<Token>, EntityTag)>>,
}

/// The header that names the project whose quota a request counts against.
const USER_PROJECT: HeaderName = HeaderName::from_static("x-goog-user-project");

impl Provider {
    /// Credentials from the tokens of a source.
    pub fn new(tokens: Refreshing) -> Self {
        Self { tokens, project: None, last: Mutex::default() }
    }

    /// Names the project whose quota requests count against.
    #[must_use]
    pub fn with_quota_project(mut self, project: HeaderValue) -> Self {
        self.project = Some(project);
        self
    }

    async fn token(&self) -> Result<Arc<Token>, CredentialsError> {
        self.tokens.token(&["https://www.googleapis.com/auth/cloud-platform"]).await.map_err(source_error)
    }

    /// The entity tag of a token, which changes with the token.
    fn tag(&self, token: &Arc<Token>) -> EntityTag {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((known, tag)) if known == token => tag.clone(),
            _ => last.insert((Arc::clone(token), EntityTag::new())).1.clone(),
        }
    }

    fn header_map(&self, token: &Token) -> Result<HeaderMap, CredentialsError> {
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, authorization(token).map_err(unusable)?);
        if let Some(project) = &self.project {
            headers.insert(USER_PROJECT, project.clone());
        }
        Ok(headers)
    }
}

impl CredentialsProvider for Provider {
    async fn headers(
        &self,
        extensions: Extensions,
    ) -> Result<CacheableResource<HeaderMap>, CredentialsError> {
        let token = self.token().await?;
        let entity_tag = self.tag(&token);
        if extensions.get::<EntityTag>() == Some(&entity_tag) {
            return Ok(CacheableResource::NotModified);
        }
        Ok(CacheableResource::New { entity_tag, data: self.header_map(&token)? })
    }

    async fn universe_domain(&self) -> Option<String> {
        None
    }
}

impl AccessTokenCredentialsProvider for Provider {
    async fn access_token(&self) -> Result<AccessToken, CredentialsError> {
        let token = self.token().await?;
        let secret = bearer(&token).map_err(unusable)?;
        Ok(AccessToken { token: secret.expose().to_owned() })
    }
}

fn unusable(error: anytoken::Error) -> CredentialsError {
    CredentialsError::from_source(false, error)
}

fn source_error(error: SourceError) -> CredentialsError {
    CredentialsError::from_source(error.is_transient(), error)
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider").field("tokens", &self.tokens).finish_non_exhaustive()
    }
}
