"""Getting in with a token that proves nothing (RFC 8725): each is refused alike, and nothing is fetched for it."""

from __future__ import annotations

import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from api.conftest import serving
from api.raw import exchange
from api.service import CLEAN, Service
from joserfc import jwe
from joserfc.jwk import RSAKey
from support.issuer import AUDIENCE, ISSUER, Issuer, claims_of, forged, new_key
from support.tls import TLS

pytestmark = pytest.mark.xdist_group("attacks-tokens")
MINE = "/users/me/tasks"
KID = "RS256-1"
GOOD = {"alg": "RS256", "kid": KID, "typ": "JWT"}
STRANGER = new_key("RS256", KID)


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with Issuer("RS256", "ES256") as running:
        yield running


@pytest.fixture(scope="module")
def _service(issuer: Issuer) -> Iterator[Service]:
    with serving(workers=0, **issuer.settings()) as running:
        yield running


@pytest.fixture
def service(_service: Service, issuer: Issuer) -> Iterator[Service]:
    """The real server: before and after the attack a good token works; the attack leaves nothing behind."""
    assert ask(_service, issuer.token()).status_code == 200
    fetches = issuer.fetches
    yield _service
    assert ask(_service, issuer.token()).status_code == 200
    assert issuer.fetches - fetches <= 1  # when a minute has passed, a key name that is not known is worth one
    assert _service.leftovers() == CLEAN


def ask(service: Service, token: str) -> httpx.Response:
    return httpx.get(service.url + MINE, headers={"Authorization": f"Bearer {token}"}, timeout=30, verify=TLS)


def assert_refused(answer: httpx.Response, *says: str) -> None:
    assert answer.status_code == 401, answer.text
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert list(answer.json()) == ["detail"]
    assert [each for each in says if each not in answer.text] == []
    assert "Traceback" not in answer.text
    assert "joserfc" not in answer.text


def encoded(part: dict[str, Any] | bytes) -> str:
    data = part if isinstance(part, bytes) else json.dumps(part).encode()
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def by_issuer(issuer: Issuer, payload: dict[str, Any] | bytes, **header: Any) -> str:
    """What the issuer itself signs: everything but the attack is right."""
    return forged(GOOD | header, payload, issuer.keys["RS256"])


@pytest.mark.parametrize("name", ["none", "None", "NONE", "nOnE", ""])
@pytest.mark.parametrize("signature", ["", "AAAA"])
def test_a_token_without_signature(service: Service, name: str, signature: str) -> None:
    token = f"{encoded({'alg': name, 'kid': KID})}.{encoded(claims_of())}.{signature}"
    assert_refused(ask(service, token), "not allowed")


def test_a_token_whose_signature_was_cut_off(service: Service, issuer: Issuer) -> None:
    assert_refused(ask(service, issuer.token().rpartition(".")[0] + "."), "signature")


@pytest.mark.parametrize("form", ["pem", "der", "n"])
def test_hs256_signed_with_the_public_key(service: Service, issuer: Issuer, form: str) -> None:
    key = issuer.keys["RS256"]
    assert isinstance(key, RSAKey)
    public = {
        "pem": key.as_pem(private=False),
        "der": key.as_der(private=False),
        "n": str(issuer.published()[0]["n"]).encode(),
    }[form]
    # by hand: the library refuses to sign with what looks like a public key
    signed = f"{encoded({'alg': 'HS256', 'kid': KID})}.{encoded(claims_of())}"
    signature = encoded(hmac.digest(public, signed.encode(), "sha256"))
    assert_refused(ask(service, f"{signed}.{signature}"), "not allowed")


def test_a_key_of_one_kind_named_for_the_algorithm_of_another(service: Service) -> None:
    assert_refused(ask(service, forged({"alg": "ES256", "kid": KID}, claims_of(), new_key("ES256", KID))))


def test_a_token_signed_by_a_stranger_under_the_issuers_key_name(service: Service) -> None:
    assert_refused(ask(service, forged(GOOD, claims_of(), STRANGER)), "signature")


def test_a_token_whose_claims_were_changed_after_signing(service: Service, issuer: Issuer) -> None:
    head, _, signature = issuer.token("eve").split(".")
    assert_refused(ask(service, f"{head}.{encoded(claims_of('ada'))}.{signature}"), "signature")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"exp": time.time() - 60}, "expired"),
        ({"exp": 0}, "expired"),
        ({"exp": -1e18}, "expired"),
        ({"exp": "4102444800"}, "exp"),
        ({"exp": None}, "exp"),
        ({"exp": True}, "exp"),
        ({"exp": [4102444800]}, "exp"),
        ({"nbf": time.time() + 7200}, "nbf"),
        ({"nbf": "soon"}, "nbf"),
        ({"iat": time.time() + 7200}, "iat"),
        ({"aud": "another"}, "aud"),
        ({"aud": ["another", "third"]}, "aud"),
        ({"aud": [{"x": AUDIENCE}]}, "aud"),
        ({"aud": f"{AUDIENCE}.example.org"}, "aud"),
        ({"aud": None}, "aud"),
        ({"aud": ""}, "aud"),
        ({"iss": "https://evil.example.org"}, "iss"),
        ({"iss": f"{ISSUER}.evil.example.org"}, "iss"),
        ({"iss": [ISSUER]}, "iss"),
        ({"iss": ISSUER.upper()}, "iss"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_a_token_that_is_over_of_the_future_or_for_somebody_else(
    service: Service, issuer: Issuer, changed: dict[str, Any], says: str
) -> None:
    assert_refused(ask(service, by_issuer(issuer, claims_of() | changed)), says)


@pytest.mark.parametrize("left_out", ["exp", "iss", "aud", "sub"])
def test_a_token_that_leaves_out_what_limits_it(service: Service, issuer: Issuer, left_out: str) -> None:
    payload = {name: value for name, value in claims_of().items() if name != left_out}
    assert_refused(ask(service, by_issuer(issuer, payload)), left_out)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_an_expiry_that_no_clock_reaches(service: Service, issuer: Issuer, number: str) -> None:
    payload = json.dumps(claims_of()).replace(str(claims_of()["exp"]), number)
    assert number in payload
    assert_refused(ask(service, by_issuer(issuer, payload.encode())))


@pytest.mark.parametrize(
    "kid",
    [
        "../../../../etc/passwd",
        "/dev/null",
        "x' UNION SELECT 'secret' --",
        "http://127.0.0.1/keys",
        "a\r\nX-Injected: 1",
        "\0",
        "k" * 1000,
        ["RS256-1"],
        {"kid": KID},
        7,
        True,
    ],
)
def test_a_key_name_that_is_a_path_a_statement_or_no_name(service: Service, kid: object) -> None:
    token = f"{encoded({'alg': 'RS256', 'kid': kid})}.{encoded(claims_of())}.{'A' * 342}"
    answer = ask(service, token)
    assert_refused(answer)
    assert "passwd" not in answer.text
    assert "x-injected" not in answer.headers


@pytest.mark.parametrize("length", [17 * 1024, 24 * 1024])
def test_a_token_that_is_too_long(service: Service, length: int) -> None:
    assert_refused(ask(service, "A" * length), "longer than 16 KiB")


@pytest.mark.parametrize("where", ["token", "kid"])
def test_a_token_of_a_megabyte(service: Service, where: str) -> None:
    head = encoded({"alg": "RS256", "kid": "k" * 1024**2}) if where == "kid" else "A" * 1024**2
    request = f"GET {MINE} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {head}.e30.AAAA\r\nConnection: close\r\n\r\n"
    try:
        answer = exchange(service.url, request.encode())
    except OSError:
        return  # hung up on while still sending
    assert answer.status in (400, 401, 431)
    assert b"total_active" not in answer.body


@pytest.mark.parametrize("name", ["jku", "x5u"])
def test_a_header_that_says_where_to_fetch_the_key(service: Service, forbidden: str, name: str) -> None:
    token = forged(GOOD | {name: f"{forbidden}/keys"}, claims_of(), STRANGER)
    assert_refused(ask(service, token), "signature")


def test_a_header_that_brings_the_key_along(service: Service) -> None:
    public: Any = STRANGER.as_dict(private=False)
    assert_refused(ask(service, forged(GOOD | {"jwk": public}, claims_of(), STRANGER)), "signature")


def test_a_header_that_brings_a_certificate_along(service: Service) -> None:
    assert_refused(ask(service, forged(GOOD | {"x5c": ["MIIB"]}, claims_of(), STRANGER)), "signature")


@pytest.mark.parametrize("crit", [["b64"], ["exp"], ["unheard-of"], [], "alg"])
def test_a_header_that_demands_an_extension(service: Service, issuer: Issuer, crit: object) -> None:
    header = encoded(GOOD | {"crit": crit, "b64": False, "unheard-of": 1, "exp": 1})
    _, payload, signature = issuer.token().split(".")
    assert_refused(ask(service, f"{header}.{payload}.{signature}"))


@pytest.mark.parametrize("typ", ["logout+jwt", "dpop+jwt", "secevent+jwt", "JOSE", 7])
def test_a_token_of_another_kind(service: Service, issuer: Issuer, typ: object) -> None:
    token = issuer.token()
    signed = by_issuer(issuer, claims_of(), typ=typ) if isinstance(typ, str) else token
    if not isinstance(typ, str):
        signed = f"{encoded(GOOD | {'typ': typ})}.{token.partition('.')[2]}"
    assert_refused(ask(service, signed), "another kind")


def test_two_authorization_headers(service: Service, issuer: Issuer) -> None:
    twice = [("Authorization", f"Bearer {issuer.token('ada')}"), ("Authorization", f"Bearer {issuer.token('eve')}")]
    assert_refused(httpx.get(service.url + MINE, headers=twice, verify=TLS), "only once")


@pytest.mark.parametrize("joined", ["Bearer {0}, Bearer {0}", "Bearer {0} {0}", "Bearer\t{0}", "Bearer={0}", "{0}"])
def test_an_authorization_header_in_another_shape(service: Service, issuer: Issuer, joined: str) -> None:
    answer = httpx.get(service.url + MINE, headers={"Authorization": joined.format(issuer.token())}, verify=TLS)
    assert (answer.status_code, list(answer.json())) == (401, ["detail"])


def test_a_token_in_the_address_or_a_cookie(service: Service, issuer: Issuer) -> None:
    answer = httpx.get(f"{service.url}{MINE}?access_token={issuer.token()}", verify=TLS)
    assert answer.status_code in (401, 422)
    cookie = httpx.get(service.url + MINE, headers={"Cookie": f"access_token={issuer.token()}"}, verify=TLS)
    assert cookie.status_code == 401


@pytest.mark.parametrize("twice", ['"sub":"eve"', '"exp":1', '"aud":"another"'])
def test_a_claim_that_comes_twice(service: Service, issuer: Issuer, twice: str) -> None:
    payload = json.dumps(claims_of())
    for text in (f"{{{twice},{payload[1:]}", f"{payload[:-1]},{twice}}}"):
        assert_refused(ask(service, by_issuer(issuer, text.encode())))


def test_a_header_field_that_comes_twice(service: Service, issuer: Issuer) -> None:
    header = b'{"alg":"none",' + json.dumps(GOOD).encode()[1:]
    assert_refused(ask(service, f"{encoded(header)}.{issuer.token().partition('.')[2]}"))


def test_an_encrypted_token(service: Service, issuer: Issuer) -> None:
    public: Any = issuer.published()[0]
    key = RSAKey.import_key({name: public[name] for name in ("kty", "n", "e")})
    header = {"alg": "RSA-OAEP", "enc": "A128GCM", "kid": KID}
    assert_refused(ask(service, jwe.encrypt_compact(header, json.dumps(claims_of()), key)), "no signed JWT")


@pytest.mark.parametrize(
    "token",
    ["x", "..", "a.b.c", "e30.e30.", "e30.e30.AAAA", "bnVsbA.e30.AA", "W10.e30.AA", "=.=.=", "Ww" * 4000 + ".e30.AA"],
)
def test_bytes_that_are_no_token(service: Service, token: str) -> None:
    assert_refused(ask(service, token))


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_header_that_is_nested_without_end(service: Service, opening: str) -> None:
    assert_refused(ask(service, f"{encoded((opening * 2000).encode())}.e30.AA"))


@pytest.mark.parametrize("payload", [b"[]", b"7", b"null", b"", b"\xff\xfe", b'"ada"', b"[" * 5000])
def test_a_payload_that_is_no_set_of_claims(service: Service, issuer: Issuer, payload: bytes) -> None:
    assert_refused(ask(service, by_issuer(issuer, payload)))


@pytest.mark.parametrize(
    "user",
    ["ada:x", "ada ", " ada", "ada\n", "ada\0", "*", "../ada", "", "ä", "a" * 129, 7, None, True, ["ada"], {"x": 1}],
)
def test_a_user_name_that_could_be_taken_for_anothers(service: Service, issuer: Issuer, user: object) -> None:
    assert_refused(ask(service, by_issuer(issuer, claims_of() | {"sub": user})), "sub")


def test_another_users_name_in_claims_that_do_not_count(service: Service, issuer: Issuer) -> None:
    payload = claims_of("eve") | {"user": "ada", "email": "ada", "preferred_username": "ada", "X-User-ID": "ada"}
    assert ask(service, by_issuer(issuer, payload)).json()["user_id"] == "eve"


def test_unheard_of_key_names_at_speed(_service: Service, issuer: Issuer) -> None:
    ask(_service, issuer.token())
    before = issuer.fetches
    tokens = [forged(GOOD | {"kid": f"unheard-of-{number}"}, claims_of(), STRANGER) for number in range(8)]

    def attack(number: int) -> int:
        return ask(_service, tokens[number % len(tokens)]).status_code

    with ThreadPoolExecutor(16) as many:
        assert set(many.map(attack, range(200))) == {401}
    assert issuer.fetches - before <= 1  # 0, where the keys were fetched less than a minute before
    assert ask(_service, issuer.token()).status_code == 200


def test_no_token_and_no_secret_stands_in_the_log(_service: Service, issuer: Issuer) -> None:
    token = issuer.token()
    ask(_service, token)
    ask(_service, token + "x")
    log = _service.log.read_text()
    assert token not in log
    assert token.split(".")[1] not in log
