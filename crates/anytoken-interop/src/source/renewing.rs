//! A token that is read anew when its time has come.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anytoken::{Expiry, State, Token};
use time::Duration;

use super::elsewhere::elsewhere;
use super::{Source, SourceError};

/// A [`Source`] whose token is kept until it is time to read another.
///
/// That is when the server advises it, or five minutes before the end; then the source is read by one caller at a
/// time, and what is kept goes on being given as long as it is valid and no other can be had. A token without a
/// stated end is read anew each time. Clones share what is kept.
///
/// It is what the joints with cloud SDKs implement their traits for:
///
/// ```
/// # #[cfg(unix)] {
/// use anytoken_interop::{Renewing, Source};
/// use std::sync::Arc;
///
/// // A program that prints a token until the year 2100.
/// let source = Source::command("echo", [r#"{"accessToken":"EXAMPLE-ACCESS","expires_on":4102444800}"#]);
/// let tokens = Renewing::new(source);
/// let token = tokens.token_blocking(&[])?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// assert!(Arc::ptr_eq(&token, &tokens.token_blocking(&[])?));
/// # }
/// # Ok::<(), anytoken_interop::SourceError>(())
/// ```
#[derive(Clone)]
pub struct Renewing {
    shared: Arc<Shared>,
    margin: Duration,
}

struct Shared {
    source: Source,
    /// The tokens, by what was asked for.
    kept: Mutex<Vec<(String, Arc<Token>)>>,
    /// Held while the source is read.
    reading: Mutex<()>,
}

impl Renewing {
    /// A token of this source.
    pub fn new(source: Source) -> Self {
        let shared = Shared { source, kept: Mutex::default(), reading: Mutex::default() };
        Self { shared: Arc::new(shared), margin: Duration::minutes(5) }
    }

    /// Reads another token so long before the end of the one that is kept.
    #[must_use]
    pub fn with_margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// The token, on any runtime: a source is read in a thread of its own.
    ///
    /// A command whose arguments name `{scopes}` is run for the scopes; the token of any other source is the same
    /// for all.
    ///
    /// # Errors
    ///
    /// A [`SourceError`].
    pub async fn token(&self, scopes: &[&str]) -> Result<Arc<Token>, SourceError> {
        let asked = self.shared.source.asked(scopes);
        if let Some(token) = self.fresh(&asked) {
            return Ok(token);
        }
        let this = self.clone();
        elsewhere(move || this.renewed(asked)).await
    }

    /// The token, read in this thread.
    ///
    /// # Errors
    ///
    /// A [`SourceError`].
    pub fn token_blocking(&self, scopes: &[&str]) -> Result<Arc<Token>, SourceError> {
        let asked = self.shared.source.asked(scopes);
        self.fresh(&asked).map_or_else(|| self.renewed(asked), Ok)
    }

    fn renewed(&self, asked: String) -> Result<Arc<Token>, SourceError> {
        let _alone = lock(&self.shared.reading);
        // Another caller may have read it in the meantime.
        if let Some(token) = self.fresh(&asked) {
            return Ok(token);
        }
        match self.shared.source.token_for(&asked) {
            Ok(token) => {
                let token = Arc::new(token);
                let mut kept = lock(&self.shared.kept);
                kept.retain(|(other, _)| *other != asked);
                kept.push((asked, Arc::clone(&token)));
                Ok(token)
            }
            Err(error) => self.valid(&asked).ok_or(error),
        }
    }

    /// The token that is kept, unless it is time to read another.
    fn fresh(&self, asked: &str) -> Option<Arc<Token>> {
        let fresh = |token: &Arc<Token>| {
            let stated = token.lifetime().expires != Expiry::Unstated;
            stated && !token.should_refresh_at(self.shared.source.now(), self.margin)
        };
        self.kept(asked).filter(fresh)
    }

    /// The token that is kept, as long as it has not ended.
    fn valid(&self, asked: &str) -> Option<Arc<Token>> {
        let state = |token: &Arc<Token>| token.state_at(self.shared.source.now(), Duration::ZERO);
        self.kept(asked).filter(|token| state(token) == State::Valid)
    }

    fn kept(&self, asked: &str) -> Option<Arc<Token>> {
        let kept = lock(&self.shared.kept);
        kept.iter().find(|(other, _)| other == asked).map(|(_, token)| Arc::clone(token))
    }
}

/// Nothing is half done under these locks: one that a panic has left behind can be used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Renewing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renewing")
            .field("source", &self.shared.source)
            .field("margin", &self.margin)
            .finish_non_exhaustive()
    }
}
