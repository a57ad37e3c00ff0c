"""The cache file of msal: every token in it with its expiry, whichever account it is of."""

from pathlib import Path

import anytoken


def cached_tokens(path: Path) -> list[anytoken.Token]:
    """Return the tokens of a file that `msal.SerializableTokenCache` serialized to: access, refresh and ID tokens."""
    # Its expiries are instants, so it does not matter when the file was written.
    token = anytoken.decode(path.read_bytes(), "msal-cache-file")
    return [token, *token.related]
