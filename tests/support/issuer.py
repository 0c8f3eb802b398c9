"""An issuer of access tokens: authlib's, as an OpenID provider runs it, with its keys on a real HTTP server."""

from __future__ import annotations

import json
import time
import warnings
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self

from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, JWKRegistry, Key, OKPKey, RSAKey

ISSUER = "https://login.example.org"
AUDIENCE = "cueweave"


def new_key(algorithm: str, kid: str) -> Key:
    """A fresh key pair for this algorithm."""
    parameters: Any = {"kid": kid, "use": "sig", "alg": algorithm}
    match algorithm[:2]:
        case "ES":
            return ECKey.generate_key("P-256", parameters)
        case "Ed":
            return OKPKey.generate_key("Ed25519", parameters)
        case _:
            return RSAKey.generate_key(2048, parameters)


@dataclass(frozen=True)
class _Named:
    """A client or a user, as authlib wants them."""

    name: str

    def get_client_id(self) -> str:
        return self.name

    def get_user_id(self) -> str:
        return self.name


class _Generator(JWTBearerTokenGenerator):  # type: ignore[misc]  # no types
    def __init__(self, key: Key, algorithm: str, claims: dict[str, Any]) -> None:
        super().__init__(ISSUER, alg=algorithm)
        self._key = key
        self._claims = claims

    def get_jwks(self) -> Key:
        return self._key

    def get_audiences(self, *_: object) -> str:
        return AUDIENCE

    def get_extra_claims(self, *_: object) -> dict[str, Any]:
        return self._claims


class Issuer:
    """Signs tokens, and publishes its keys at `url` while it is entered as a context."""

    def __init__(self, *algorithms: str) -> None:
        self.keys = {algorithm: new_key(algorithm, f"{algorithm}-1") for algorithm in algorithms or ("RS256",)}
        self.fetches = 0
        self.port = 0
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """Where the keys are."""
        return f"http://127.0.0.1:{self.port}/jwks.json"

    def token(self, user: str = "ada", *, algorithm: str = "", **claims: Any) -> str:
        """An access token by authlib's generator (RFC 9068); claims take the place of those that it would give."""
        algorithm = algorithm or next(iter(self.keys))
        if algorithm == "EdDSA":  # authlib leaves it out since RFC 9864 gave it another name; issuers still use the old
            return forged(
                {"alg": algorithm, "kid": self.keys[algorithm].kid}, claims_of(user) | claims, self.keys[algorithm]
            )
        generator = _Generator(self.keys[algorithm], algorithm, claims)
        token: str = generator.access_token_generator(_Named("page"), "authorization_code", _Named(user), "openid")
        return token

    def rotate(self, algorithm: str, kid: str) -> None:
        """From now on it signs with another key, and publishes only that one."""
        self.keys[algorithm] = new_key(algorithm, kid)

    def published(self) -> list[dict[str, Any]]:
        """The public halves of the keys."""
        return [dict(key.as_dict(private=False)) for key in self.keys.values()]

    def __enter__(self) -> Self:
        issuer = self

        class Jwks(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # the library's name
                issuer.fetches += 1
                body = json.dumps({"keys": issuer.published()}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Jwks)
        self.port = self._server.server_port
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()

    def settings(self) -> dict[str, str]:
        """What an operator sets so that its tokens are taken."""
        return {
            "CUEWEAVE_AUTH": "jwt",
            "CUEWEAVE_JWT_JWKS_URL": self.url,
            "CUEWEAVE_JWT_ISSUER": ISSUER,
            "CUEWEAVE_JWT_AUDIENCE": AUDIENCE,
        }


def claims_of(user: str = "ada", **more: Any) -> dict[str, Any]:
    """Good ones, for the next hour."""
    now = int(time.time())
    return {"iss": ISSUER, "aud": AUDIENCE, "sub": user, "iat": now, "exp": now + 3600} | more


def forged(header: dict[str, Any], payload: dict[str, Any] | bytes, key: Key | dict[str, Any]) -> str:
    """A token with any header and payload, signed with any key."""
    data = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    signing = key if not isinstance(key, dict) else JWKRegistry.import_key(key)
    registry = jws.JWSRegistry(algorithms=[header["alg"]], strict_check_header=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SecurityWarning)
        return jws.serialize_compact(header, data, signing, registry=registry)
