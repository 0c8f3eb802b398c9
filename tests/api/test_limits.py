"""What a client learns before it sends anything."""

from api.service import Service


def test_limits_are_told_to_anybody(narrow: Service) -> None:
    with narrow.client(None) as client:
        assert client.get("/limits").json() == {
            "auth": "header",
            "max_media_bytes": 1024**2,
            "max_subtitle_bytes": 10 * 1024**2,
            "max_slides_bytes": 100 * 1024**2,
            "max_media_seconds": 10.0,
            "max_active_tasks": 5,
        }
