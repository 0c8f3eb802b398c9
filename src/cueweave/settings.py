"""What an operator may set, by environment or a `.env` file."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, IPvAnyNetwork, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

RATE = re.compile(r"[1-9][0-9]{0,6} ?/ ?([1-9][0-9]{0,3} ?)?(second|minute|hour|day)s?", re.ASCII)
GIB = 1024**3
MIB = 1024**2


FrameSource = Annotated[str, Field(pattern=r"^('self'|'none'|https?:|(https?://)?[A-Za-z0-9*.\[\]:-]+)$")]
"""A source of a content security policy; one with a blank or a semicolon would change the rest of it."""
PublicUrl = Annotated[str, Field(pattern=r"^https?://[A-Za-z0-9.\[\]:-]+/?$")]
"""A scheme and a host; it stands in pages that others keep."""


HostPattern = Annotated[str, Field(pattern=r"^(\*|(\*\.)?[a-z0-9.-]+|[0-9a-f:.]+)$")]
"""A host's name in small letters, `*.` and a name for all hosts below it, or `*`."""


class Settings(BaseSettings):
    """Read once, by the command line, and passed on as values."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True)

    redis_url: str | None = Field(default=None, repr=False, validation_alias="REDIS_URL")
    max_tasks_per_user: int = Field(default=5, ge=1, validation_alias="MAX_CONCURRENT_TASKS_PER_USER")
    max_tasks: int = Field(default=20, ge=1, validation_alias="MAX_GLOBAL_CONCURRENT_TASKS")
    auth: Literal["header", "jwt"] = Field(default="header", validation_alias="CUEWEAVE_AUTH")
    trust_user_header: bool = Field(default=False, validation_alias="CUEWEAVE_TRUST_USER_HEADER")
    jwt_secret: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_JWT_SECRET")
    jwt_jwks_url: str | None = Field(default=None, validation_alias="CUEWEAVE_JWT_JWKS_URL")
    jwt_algorithms: Annotated[tuple[str, ...], NoDecode] = Field(default=(), validation_alias="CUEWEAVE_JWT_ALGORITHMS")
    jwt_issuer: str | None = Field(default=None, validation_alias="CUEWEAVE_JWT_ISSUER")
    jwt_audience: str | None = Field(default=None, validation_alias="CUEWEAVE_JWT_AUDIENCE")
    jwt_user_claim: str = Field(default="sub", min_length=1, validation_alias="CUEWEAVE_JWT_USER_CLAIM")
    link_secret: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_LINK_SECRET")
    link_ttl: int = Field(default=3600, ge=1, le=366 * 86400, validation_alias="CUEWEAVE_LINK_TTL")
    max_link_ttl: int | None = Field(default=None, ge=1, le=366 * 86400, validation_alias="CUEWEAVE_MAX_LINK_TTL")
    public_url: PublicUrl | None = Field(default=None, validation_alias="CUEWEAVE_PUBLIC_URL")
    max_media_bytes: int = Field(default=4 * GIB, ge=1, validation_alias="CUEWEAVE_MAX_MEDIA_BYTES")
    max_subtitle_bytes: int = Field(default=10 * MIB, ge=1, validation_alias="CUEWEAVE_MAX_SUBTITLE_BYTES")
    max_uploads_per_user: int = Field(default=20, ge=1, validation_alias="CUEWEAVE_MAX_UPLOADS_PER_USER")
    max_upload_bytes_per_user: int = Field(
        default=20 * GIB, ge=1, validation_alias="CUEWEAVE_MAX_UPLOAD_BYTES_PER_USER"
    )
    upload_ttl: int = Field(default=86400, ge=1, validation_alias="CUEWEAVE_UPLOAD_TTL")
    max_slides_bytes: int = Field(default=100 * MIB, ge=1, validation_alias="CUEWEAVE_MAX_SLIDES_BYTES")
    max_media_seconds: float = Field(default=6 * 3600.0, gt=0, validation_alias="CUEWEAVE_MAX_MEDIA_SECONDS")
    max_pixels: int = Field(default=36_000_000, ge=1, le=2**28, validation_alias="CUEWEAVE_MAX_PIXELS")
    data_dir: Path = Field(default=Path("cueweave-data"), validation_alias="CUEWEAVE_DATA_DIR")
    storage: str | None = Field(default=None, validation_alias="CUEWEAVE_STORAGE")
    s3_presign: bool = Field(default=False, validation_alias="CUEWEAVE_S3_PRESIGN")
    s3_allow_http: bool = Field(default=False, validation_alias="CUEWEAVE_S3_ALLOW_HTTP")
    s3_endpoint: str | None = Field(default=None, validation_alias="AWS_ENDPOINT_URL")
    s3_region: str | None = Field(default=None, validation_alias="AWS_REGION")
    s3_key_id: SecretStr | None = Field(default=None, validation_alias="AWS_ACCESS_KEY_ID")
    s3_key: SecretStr | None = Field(default=None, validation_alias="AWS_SECRET_ACCESS_KEY")
    s3_session_token: SecretStr | None = Field(default=None, validation_alias="AWS_SESSION_TOKEN")
    result_ttl: int = Field(default=7 * 86400, ge=1, validation_alias="CUEWEAVE_RESULT_TTL")
    keep_media: bool = Field(default=True, validation_alias="CUEWEAVE_KEEP_MEDIA")
    reuse_results: Literal["off", "asked", "always"] = Field(default="off", validation_alias="CUEWEAVE_REUSE_RESULTS")
    max_kept_bytes_per_user: int = Field(default=100 * GIB, ge=0, validation_alias="CUEWEAVE_MAX_KEPT_BYTES_PER_USER")
    cors_origins: Annotated[tuple[str, ...] | None, NoDecode] = Field(
        default=None, validation_alias="CUEWEAVE_CORS_ORIGINS"
    )
    trusted_proxies: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = Field(
        default=(), validation_alias="CUEWEAVE_TRUSTED_PROXIES"
    )
    operator_token: SecretStr | None = Field(default=None, min_length=16, validation_alias="CUEWEAVE_OPERATOR_TOKEN")
    rate_limits: Literal["on", "off"] = Field(default="on", validation_alias="CUEWEAVE_RATE_LIMITS")
    rate_create: str | None = Field(default=None, validation_alias="CUEWEAVE_RATE_CREATE")
    rate_poll: str | None = Field(default=None, validation_alias="CUEWEAVE_RATE_POLL")
    rate_all: str | None = Field(default=None, validation_alias="CUEWEAVE_RATE_ALL")
    rate_users_per_address: int = Field(default=5, ge=1, validation_alias="CUEWEAVE_RATE_USERS_PER_ADDRESS")
    frame_ancestors: Annotated[tuple[FrameSource, ...], NoDecode] = Field(
        default=(), validation_alias="CUEWEAVE_FRAME_ANCESTORS"
    )
    sync_timeout: float = Field(default=3600.0, gt=0, validation_alias="CUEWEAVE_SYNC_TIMEOUT")
    lease_seconds: float = Field(default=5.0, ge=1, validation_alias="CUEWEAVE_LEASE_SECONDS")
    max_connections: int = Field(default=1000, ge=1, validation_alias="CUEWEAVE_MAX_CONNECTIONS")
    max_connections_per_address: int | None = Field(
        default=None, ge=1, validation_alias="CUEWEAVE_MAX_CONNECTIONS_PER_ADDRESS"
    )
    head_seconds: float = Field(default=10.0, gt=0, validation_alias="CUEWEAVE_HEAD_SECONDS")
    idle_seconds: float = Field(default=30.0, gt=0, validation_alias="CUEWEAVE_IDLE_SECONDS")
    drain_seconds: float = Field(default=30.0, ge=0, validation_alias="CUEWEAVE_DRAIN_SECONDS")
    child_memory_bytes: int = Field(default=4 * GIB, ge=256 * MIB, validation_alias="CUEWEAVE_CHILD_MEMORY_BYTES")
    task_timeout: float = Field(default=3600.0, gt=0, validation_alias="CUEWEAVE_TASK_TIMEOUT")
    llm: str | None = Field(default=None, validation_alias="CUEWEAVE_LLM")
    llm_base_url: str | None = Field(default=None, validation_alias="CUEWEAVE_LLM_BASE_URL")
    llm_api_key: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_LLM_API_KEY")
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    anthropic_api_key: SecretStr | None = Field(default=None, validation_alias="ANTHROPIC_API_KEY")
    llm_proxy: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_LLM_PROXY")
    llm_timeout: float = Field(default=120.0, gt=0, validation_alias="CUEWEAVE_LLM_TIMEOUT")
    llm_task_timeout: float = Field(default=1800.0, gt=0, validation_alias="CUEWEAVE_LLM_TASK_TIMEOUT")
    llm_concurrency: int = Field(default=4, ge=1, le=64, validation_alias="CUEWEAVE_LLM_CONCURRENCY")
    llm_window_tokens: int = Field(default=16_000, ge=6_000, validation_alias="CUEWEAVE_LLM_WINDOW_TOKENS")
    llm_output: Literal["auto", "tool", "json_schema", "prompt"] = Field(
        default="auto", validation_alias="CUEWEAVE_LLM_OUTPUT"
    )
    callback_url: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_CALLBACK_URL")
    webhook_secrets: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_WEBHOOK_SECRETS")
    outbound_networks: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = Field(
        default=(), validation_alias="CUEWEAVE_OUTBOUND_NETWORKS"
    )
    media_url_hosts: Annotated[tuple[HostPattern, ...], NoDecode] = Field(
        default=(), validation_alias="CUEWEAVE_MEDIA_URL_HOSTS"
    )
    outbound_http: bool = Field(default=False, validation_alias="CUEWEAVE_OUTBOUND_HTTP")
    worker_metrics_port: int | None = Field(
        default=None, ge=1, le=65535, validation_alias="CUEWEAVE_WORKER_METRICS_PORT"
    )
    worker_metrics_host: str = Field(default="127.0.0.1", validation_alias="CUEWEAVE_WORKER_METRICS_HOST")
    transcriber: Literal["auto", "faster-whisper", "openai", "pocketsphinx"] = Field(
        default="auto", validation_alias="CUEWEAVE_TRANSCRIBER"
    )
    transcriber_model: str | None = Field(default=None, validation_alias="CUEWEAVE_TRANSCRIBER_MODEL")
    transcriber_device: Literal["auto", "cpu", "cuda"] = Field(
        default="auto", validation_alias="CUEWEAVE_TRANSCRIBER_DEVICE"
    )
    transcriber_compute_type: Literal["auto", "int8", "int8_float16", "int8_float32", "float16", "float32"] = Field(
        default="auto", validation_alias="CUEWEAVE_TRANSCRIBER_COMPUTE_TYPE"
    )
    transcriber_base_url: str | None = Field(default=None, validation_alias="CUEWEAVE_TRANSCRIBER_BASE_URL")
    transcriber_api_key: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_TRANSCRIBER_API_KEY")
    transcriber_proxy: SecretStr | None = Field(default=None, validation_alias="CUEWEAVE_TRANSCRIBER_PROXY")
    transcriber_timeout: float = Field(default=600.0, gt=0, validation_alias="CUEWEAVE_TRANSCRIBER_TIMEOUT")
    models_dir: Path | None = Field(default=None, validation_alias="CUEWEAVE_MODELS_DIR")
    diarizer: Path | None = Field(default=None, validation_alias="CUEWEAVE_DIARIZER")
    log_format: Literal["auto", "json", "text"] = Field(default="auto", validation_alias="CUEWEAVE_LOG_FORMAT")
    log_users: Literal["plain", "hashed", "none"] = Field(default="plain", validation_alias="CUEWEAVE_LOG_USERS")

    @field_validator("rate_create", "rate_poll", "rate_all")
    @classmethod
    def _check_rate(cls, value: str | None) -> str | None:
        if value and not RATE.fullmatch(value):
            raise ValueError("write it like 30/minute or 100/5 minutes")
        return value or None

    @field_validator(
        "cors_origins",
        "frame_ancestors",
        "jwt_algorithms",
        "media_url_hosts",
        "outbound_networks",
        "trusted_proxies",
        mode="before",
    )
    @classmethod
    def _split(cls, value: object) -> object:
        """A list in an environment variable is separated by commas or blanks."""
        if isinstance(value, str):
            return tuple(part for part in re.split(r"[\s,]+", value) if part)
        return value
