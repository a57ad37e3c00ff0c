"""A FastAPI service that keeps tokens: any provider's response in, and no secret in an answer, a log or an error."""

from typing import Any

from fastapi import FastAPI, HTTPException, Request

import anytoken

app = FastAPI()
stored: dict[str, str] = {}
"""In place of your vault: what it holds are secrets."""


@app.post("/tokens/{format}/{user}")
async def keep(format: str, user: str, request: Request) -> dict[str, Any]:
    try:
        token = anytoken.decode(await request.body(), format)
        if user in stored:
            token = anytoken.Token.from_json(stored[user]).refreshed_with(token)
    except anytoken.ErrorResponse as error:
        raise HTTPException(409, {"remedy": error.remedy, "message": str(error)}) from None
    except anytoken.DecodeError as error:
        raise HTTPException(422, {"kind": error.kind, "message": str(error)}) from None
    stored[user] = token.to_json(expose=True)
    return {"state": token.state_at(), "refresh_due": token.refresh_due(margin=300), "scopes": token.scopes}
