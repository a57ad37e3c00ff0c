"""Every provider's token response, one `Token`."""

from anytoken._anytoken import Dialect, Encoded, Format, Note, Secret, Token, decode, dialect, encode, formats, normalize
from anytoken._errors import DecodeError, ErrorResponse, TokenError
from anytoken._extras import Extras

__all__ = [
    "DecodeError",
    "Dialect",
    "Encoded",
    "ErrorResponse",
    "Extras",
    "Format",
    "Note",
    "Secret",
    "Token",
    "TokenError",
    "decode",
    "dialect",
    "encode",
    "formats",
    "normalize",
]
