//! A token that is read again when it is due for a refresh.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anytoken::{Expiry, State, Token};
use time::Duration;

use super::Source;
use super::error::SourceError;
use super::thread::in_thread;

/// A [`Source`] whose token is cached until it is due for a refresh.
///
/// It is due at the refresh time that the server states, or five minutes before the expiry. Then one caller at a time
/// reads the source. If that fails, the cached token is returned as long as it is valid. A token with an unknown expiry
/// is read again for each call. Clones share the cache.
///
/// The conversions for cloud SDKs implement their traits for this type.
///
/// ```
/// # #[cfg(unix)] {
/// use anytoken_interop::{Refreshing, Source};
/// use std::sync::Arc;
///
/// // A program that prints a token that is valid until the year 2100.
/// let source = Source::command("echo", [r#"{"accessToken":"EXAMPLE-ACCESS","expires_on":4102444800}"#]);
/// let tokens = Refreshing::new(source);
/// let token = tokens.token_blocking(&[])?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// assert!(Arc::ptr_eq(&token, &tokens.token_blocking(&[])?));
/// # }
/// # Ok::<(), anytoken_interop::SourceError>(())
/// ```
#[derive(Clone)]
pub struct Refreshing {
    shared: Arc<Shared>,
    margin: Duration,
}

struct Shared {
    source: Source,
    /// The tokens by key.
    cache: Mutex<Vec<(String, Arc<Token>)>>,
    /// Held by the caller that reads the source.
    reader: Mutex<()>,
}

impl Refreshing {
    /// Caches the tokens of a source.
    pub fn new(source: Source) -> Self {
        let shared = Shared { source, cache: Mutex::default(), reader: Mutex::default() };
        Self { shared: Arc::new(shared), margin: Duration::minutes(5) }
    }

    /// Sets how long before its expiry a token is refreshed.
    #[must_use]
    pub fn with_margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// Returns the token. It works on any runtime, as the source is read in a thread of its own.
    ///
    /// A command with `{scopes}` in its arguments has a token for each set of scopes; any other source has one token.
    ///
    /// # Errors
    ///
    /// A [`SourceError`].
    pub async fn token(&self, scopes: &[&str]) -> Result<Arc<Token>, SourceError> {
        let key = self.shared.source.key(scopes);
        if let Some(token) = self.fresh(&key) {
            return Ok(token);
        }
        let this = self.clone();
        in_thread(move || this.refreshed(key)).await
    }

    /// Returns the token, and reads the source in this thread.
    ///
    /// # Errors
    ///
    /// A [`SourceError`].
    pub fn token_blocking(&self, scopes: &[&str]) -> Result<Arc<Token>, SourceError> {
        let key = self.shared.source.key(scopes);
        self.fresh(&key).map_or_else(|| self.refreshed(key), Ok)
    }

    fn refreshed(&self, key: String) -> Result<Arc<Token>, SourceError> {
        let _reader = lock(&self.shared.reader);
        // Another caller may have refreshed it in the meantime.
        if let Some(token) = self.fresh(&key) {
            return Ok(token);
        }
        match self.shared.source.token_for(&key) {
            Ok(token) => {
                let token = Arc::new(token);
                let mut cache = lock(&self.shared.cache);
                cache.retain(|(other, _)| *other != key);
                cache.push((key, Arc::clone(&token)));
                Ok(token)
            }
            Err(error) => self.valid(&key).ok_or(error),
        }
    }

    /// The cached token, unless it is due for a refresh.
    fn fresh(&self, key: &str) -> Option<Arc<Token>> {
        let fresh = |token: &Arc<Token>| {
            let is_known = token.validity().expires != Expiry::Unknown;
            is_known && !token.should_refresh_at(self.shared.source.now(), self.margin)
        };
        self.cached(key).filter(fresh)
    }

    /// The cached token, if it is valid.
    fn valid(&self, key: &str) -> Option<Arc<Token>> {
        let state = |token: &Arc<Token>| token.state_at(self.shared.source.now(), Duration::ZERO);
        self.cached(key).filter(|token| state(token) == State::Valid)
    }

    fn cached(&self, key: &str) -> Option<Arc<Token>> {
        let cache = lock(&self.shared.cache);
        cache.iter().find(|(other, _)| other == key).map(|(_, token)| Arc::clone(token))
    }
}

/// Locks a mutex. A poisoned one is usable, as nothing under these locks can be left half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Refreshing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refreshing")
            .field("source", &self.shared.source)
            .field("margin", &self.margin)
            .finish_non_exhaustive()
    }
}
