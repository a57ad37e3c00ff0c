"""The exceptions. Their texts and attributes hold no secret, but for `expose_description` and the extras."""

from anytoken._anytoken import Note, Secret
from anytoken._extras import Extras

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta

    from anytoken.types import Remedy


class TokenError(Exception):
    """Why a response gave no token: an `ErrorResponse` or a `DecodeError`."""


class ErrorResponse(TokenError):
    """The server's no (RFC 6749, section 5.2), with the vendor's own code.

    `remedy` is the next step for the caller. In `description` and in `str()`, whatever may be a secret is masked.
    """

    def __init__(
        self,
        message: str = "",
        format: str = "",
        code: str | None = None,
        description: str | None = None,
        uri: str | None = None,
        status: int | None = None,
        remedy: "Remedy" = "unknown",
        retry_after: "timedelta | None" = None,
        sent_description: Secret | None = None,
        extras: Extras | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        super().__init__(message)
        self.format = format
        self.code = code
        self.description = description
        self.uri = uri
        self.status = status
        self.remedy = remedy
        self.retry_after = retry_after
        self._sent_description = sent_description
        self._extras = extras
        self.notes = notes

    @property
    def extras(self) -> Extras:
        """All other members, such as trace ids; empty once the exception was pickled."""
        return Extras() if self._extras is None else self._extras

    def expose_description(self) -> str | None:
        """Return the description as sent, which may contain secrets; as masked once the exception was pickled."""
        return self.description if self._sent_description is None else self._sent_description.expose()

    def __reduce__(self) -> tuple[object, ...]:
        # What may be a secret stays in this process.
        return type(self), self.args, vars(self) | {"_sent_description": None, "_extras": None, "notes": ()}


class DecodeError(TokenError, ValueError):
    """A response that could not be understood, or a token that cannot be used in the requested way.

    It holds no value of the body. `kind` is the cause, `field` the member's path on the wire, `offset` its first byte in
    the body, and `hint` the path of a member that looks like a token where none was found.
    """

    def __init__(
        self,
        message: str = "",
        kind: str = "invalid",
        field: str | None = None,
        offset: int | None = None,
        format: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.field = field
        self.offset = offset
        self.format = format
        self.hint = hint
