"""Settings from the environment, turned into the values that the floors below take."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cueweave.errors import SetupError

if TYPE_CHECKING:
    from pydantic import ValidationError

    from cueweave.api.config import ApiConfig, Rates
    from cueweave.settings import Settings
    from cueweave.telemetry.users import Users
    from cueweave.work.config import WorkConfig

SENTINEL_SCHEMES = ("redis+sentinel://", "rediss+sentinel://")
REDIS_SCHEMES = ("redis://", "rediss://", "unix://", *SENTINEL_SCHEMES)


def read_settings(*, data_dir: Path | None = None) -> Settings:
    """What the environment and `.env` say. Raises SetupError with a sentence that names the variable."""
    from pydantic import ValidationError

    from cueweave.settings import Settings

    try:
        settings = Settings(data_dir=data_dir) if data_dir else Settings()
    except ValidationError as error:
        raise SetupError(_sentence(error)) from None
    except (UnicodeDecodeError, OSError) as error:
        raise SetupError(f"The file .env can't be read: {error}.") from None
    if settings.redis_url:
        _check_store(settings.redis_url)
    return settings.model_copy(update={"redis_url": settings.redis_url or None})


def _check_store(url: str) -> None:
    """Raises SetupError, in which the address, which may hold a password, isn't told."""
    if "+cluster://" in url:
        raise SetupError("REDIS_URL names a cluster, which Cueweave can't use: name one server, or its Sentinels.")
    if not url.startswith(REDIS_SCHEMES):
        raise SetupError("REDIS_URL is no Redis address: write it like redis://localhost:6379.")
    if not url.startswith(SENTINEL_SCHEMES):
        return
    from cueweave.store.connections import watched_at

    try:
        watched_at(url)
    except ValueError:
        example = "redis+sentinel://host1:26379,host2:26379/mymaster"
        raise SetupError(f"REDIS_URL names no master that Sentinels know: write it like {example}.") from None


def _sentence(error: ValidationError) -> str:
    """The first fault, with the name of its variable and without the value, which may be a secret."""
    first = error.errors()[0]
    return f"The setting {first['loc'][0]} is wrong: {first['msg'][:1].lower()}{first['msg'][1:]}."


def work_config(settings: Settings) -> WorkConfig:
    """What takes tasks in, or works on them, must know. Raises SetupError; what works on them adds its diarizer."""
    from cueweave.cli.llm import language_model
    from cueweave.cli.outbound import allowed, webhooks
    from cueweave.cli.transcriber import chosen

    hears = chosen(settings)
    return replace(
        store_config(settings),
        llm=language_model(settings),
        engine=hears.engine,
        engine_because=hears.because,
        outbound=allowed(settings),
        media_hosts=settings.media_url_hosts,
        webhooks=webhooks(settings),
    )


def store_config(settings: Settings, redis_url: str | None = None) -> WorkConfig:
    """Where tasks are kept, and their limits; no engine is looked for. Raises SetupError where no store is known."""
    from cueweave.cli.storage import bucket
    from cueweave.work.config import WorkConfig

    url = redis_url or settings.redis_url
    if not url:
        raise SetupError(
            "REDIS_URL is not set: set it to the address of your Redis or Valkey, "
            "or use `cueweave up`, which brings its own store."
        )
    return WorkConfig(
        redis_url=url,
        data_dir=settings.data_dir.absolute(),
        bucket=bucket(settings),
        max_tasks_per_user=settings.max_tasks_per_user,
        max_tasks=settings.max_tasks,
        max_media_bytes=settings.max_media_bytes,
        max_subtitle_bytes=settings.max_subtitle_bytes,
        max_uploads_per_user=settings.max_uploads_per_user,
        max_upload_bytes_per_user=settings.max_upload_bytes_per_user,
        upload_ttl=settings.upload_ttl,
        max_slides_bytes=settings.max_slides_bytes,
        max_media_seconds=settings.max_media_seconds,
        max_pixels=settings.max_pixels,
        result_ttl=settings.result_ttl,
        keep_media=settings.keep_media,
        reuse_results=settings.reuse_results,
        max_kept_bytes_per_user=settings.max_kept_bytes_per_user,
        lease_seconds=settings.lease_seconds,
        drain_seconds=settings.drain_seconds,
        child_memory_bytes=settings.child_memory_bytes,
        task_timeout=settings.task_timeout,
    )


def api_config(settings: Settings) -> ApiConfig:
    """What the floor `api` takes. Raises SetupError where callers could not be told apart safely."""
    from cueweave.api.config import ApiConfig, ConnectionLimits
    from cueweave.cli.identity import link_secret, token_rules

    connections = ConnectionLimits(
        most=settings.max_connections,
        most_per_address=settings.max_connections_per_address,
        head_seconds=settings.head_seconds,
        idle_seconds=settings.idle_seconds,
    )
    token = settings.operator_token
    return ApiConfig(
        cors_origins=settings.cors_origins,
        sync_timeout=settings.sync_timeout,
        tokens=token_rules(settings),
        link_secret=link_secret(settings),
        link_ttl=settings.link_ttl,
        max_link_ttl=settings.max_link_ttl,
        public_url=(settings.public_url or "").rstrip("/"),
        rates=rates(settings) if settings.rate_limits == "on" else None,
        trusted_proxies=settings.trusted_proxies,
        operator_token=token.get_secret_value() if token else "",
        frame_ancestors=settings.frame_ancestors,
        connections=connections,
    )


def rates(settings: Settings) -> Rates:
    """How often users and addresses may ask: what is set, and what no honest client meets for the rest."""
    from cueweave.api.config import Rates
    from cueweave.store.rates import Rate

    usual = Rates.for_tasks(settings.max_tasks_per_user)
    return Rates(
        create=Rate.of(settings.rate_create) if settings.rate_create else usual.create,
        poll=Rate.of(settings.rate_poll) if settings.rate_poll else usual.poll,
        everything=Rate.of(settings.rate_all) if settings.rate_all else usual.everything,
        users_per_address=settings.rate_users_per_address,
    )


def start_logging(settings: Settings) -> None:
    """Logs to stderr: text for a person at a terminal, JSON for a machine."""
    import sys

    from cueweave.telemetry import configure_logging

    format = settings.log_format
    if format == "auto":
        format = "text" if sys.stderr.isatty() else "json"
    configure_logging(format=format, secrets=secrets_of(settings), users=users_in_logs(settings))


def users_in_logs(settings: Settings) -> Users:
    """How logs name users; hashes are keyed by a secret that all processes share, where one is set."""
    from cueweave.telemetry.users import Users

    secret = settings.link_secret or settings.operator_token
    return Users(settings.log_users, key=secret.get_secret_value() if secret else "")


def secrets_of(settings: Settings) -> list[str]:
    """What must stand in no log, however it gets there: all that is set as a secret, and the store's password."""
    from pydantic import SecretStr

    from cueweave.cli.servers import texts_of
    from cueweave.store.connections import passwords_in

    values = [value.get_secret_value() for _, value in settings if isinstance(value, SecretStr)]
    return [
        each for each in (*values, *texts_of(settings.webhook_secrets), *passwords_in(settings.redis_url or "")) if each
    ]
