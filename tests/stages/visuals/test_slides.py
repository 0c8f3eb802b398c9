"""Each slide is found once, at its fullest, from key frames; what isn't a slide is never shown."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image as Pictures
from stages.visuals.films import SIZE, Pixels, Shot, black, blurred, film, scenery, slide, text

from cueweave.domain.transcript import Medium
from cueweave.domain.visuals import Image, Visual
from cueweave.stages.visuals import find_slides

A, B, C = slide(0, 2, 3), slide(1, 4, 5), slide(0, 3, 6)


def silent(share: float) -> None:
    """Nobody watches."""


def found(folder: Path, shots: list[Shot], *, group: int = 5, codec: str = "mpeg4") -> list[Visual]:
    medium = film(folder / "film.mp4", shots, group=group, codec=codec)
    return find_slides(folder / "film.mp4", medium, folder / "assets", silent)


def files(slides: list[Visual]) -> list[str]:
    return [slide.content.file for slide in slides if isinstance(slide.content, Image)]


def shown(folder: Path, visual: Visual) -> Pixels:
    """The picture as it was written."""
    assert isinstance(visual.content, Image)
    return np.asarray(Pictures.open(folder / "assets" / visual.content.file))


def looks_like(one: Pixels, other: Pixels) -> bool:
    return float(np.abs(one.astype(int) - other).mean()) < 6


def starts(slides: list[Visual]) -> list[float]:
    return [slide.start for slide in slides]


def test_each_change_gives_one_slide_and_black_gives_none(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(black(), 2), Shot(A, 6), Shot(B, 4), Shot(black(), 3), Shot(C, 4)])
    assert [(image.start, image.end) for image in slides] == [(2.0, 8.0), (8.0, 12.0), (15.0, 19.0)]
    assert all(looks_like(shown(tmp_path, one), wanted) for one, wanted in zip(slides, (A, B, C), strict=True))


def test_a_slide_that_grows_is_one_slide_shown_at_its_fullest(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(slide(*range(count)), 3) for count in range(1, 6)] + [Shot(C, 4)])
    assert starts(slides) == [0.0, 15.0]
    assert looks_like(shown(tmp_path, slides[0]), slide(*range(5)))


def test_the_last_bullet_is_shown_though_no_key_frame_saw_it(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(slide(0), 6), Shot(slide(0, 1), 3), Shot(slide(0, 1, 2), 3), Shot(C, 6)], group=60)
    assert starts(slides) == [0.0, 12.0]
    assert looks_like(shown(tmp_path, slides[0]), slide(0, 1, 2))


def test_a_slide_between_two_key_frames_is_found_at_its_time(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(A, 5), Shot(B, 6), Shot(C, 9)], group=100)
    assert starts(slides) == pytest.approx([0.0, 5.0, 11.0], abs=0.25)


def test_a_speaker_who_moves_in_the_corner_is_no_slide(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(A, 15, camera=0.3), Shot(B, 15, camera=0.3)])
    assert starts(slides) == [0.0, 15.0]


@pytest.mark.parametrize("seconds", [1, 4])
def test_a_blurred_picture_is_never_chosen(tmp_path: Path, seconds: float) -> None:
    slides = found(tmp_path, [Shot(A, 6), Shot(blurred(B), seconds), Shot(B, 6), Shot(blurred(B), 2)])
    assert len(slides) == 2
    assert looks_like(shown(tmp_path, slides[1]), B)


def test_a_fade_is_part_of_the_slide_that_it_leads_to(tmp_path: Path) -> None:
    fade = [Shot((A * (1 - share) + B * share).astype(np.uint8), 0.2) for share in np.linspace(0.1, 0.9, 7)]
    slides = found(tmp_path, [Shot(A, 6), *fade, Shot(B, 6)])
    assert starts(slides) == pytest.approx([0.0, 6.0], abs=1.0)
    assert looks_like(shown(tmp_path, slides[1]), B)


def test_one_line_that_is_replaced_makes_another_slide(tmp_path: Path) -> None:
    before, after = (
        text("Costs of a cell", "Anode 12 and cathode 30", last) for last in ("In total 42", "As a share 7")
    )
    assert starts(found(tmp_path, [Shot(before, 5), Shot(after, 5)])) == [0.0, 5.0]


def test_a_slide_that_comes_back_is_shown_again_by_the_same_file(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(A, 5), Shot(B, 5), Shot(A, 5)])
    assert files(slides) == ["slide-001.jpg", "slide-002.jpg", "slide-001.jpg"]
    assert sorted(file.name for file in (tmp_path / "assets").iterdir()) == ["slide-001.jpg", "slide-002.jpg"]


def test_a_slide_goes_on_after_the_camera_showed_the_speaker(tmp_path: Path) -> None:
    moving = [Shot(np.roll(scenery(5), 30 * step, axis=1), 0.2) for step in range(40)]
    slides = found(tmp_path, [Shot(A, 6), *moving, Shot(A, 6)])
    assert [(image.start, image.end) for image in slides] == [(0.0, 20.0)]


def test_a_camera_that_pans_gives_at_most_one_picture(tmp_path: Path) -> None:
    assert len(found(tmp_path, [Shot(np.roll(scenery(5), 12 * step, axis=1), 0.2) for step in range(200)])) <= 1


def test_a_photo_on_a_slide_is_a_slide(tmp_path: Path) -> None:
    slides = found(tmp_path, [Shot(A, 5), Shot(scenery(3), 5), Shot(scenery(4), 5), Shot(B, 5)])
    assert starts(slides) == [0.0, 5.0, 10.0, 15.0]


def test_a_video_of_key_frames_only_is_read_about_once_a_second(tmp_path: Path) -> None:
    assert starts(found(tmp_path, [Shot(A, 5), Shot(B, 5)], group=1)) == [0.0, 5.0]


def test_a_torn_end_takes_nothing_from_what_came_before(tmp_path: Path) -> None:
    medium = film(tmp_path / "film.ts", [Shot(A, 6), Shot(B, 6), Shot(C, 6)], codec="mpeg2video")
    data = (tmp_path / "film.ts").read_bytes()
    (tmp_path / "film.ts").write_bytes(data[: len(data) * 5 // 6])
    slides = find_slides(tmp_path / "film.ts", medium, tmp_path / "assets", silent)
    assert len(slides) == 3


def test_sound_alone_has_no_slides(tmp_path: Path) -> None:
    assert find_slides(tmp_path / "no.mp3", Medium(9.0, has_sound=True, has_picture=False), tmp_path, silent) == []


def test_a_picture_is_shown_upright(tmp_path: Path) -> None:
    film(tmp_path / "film.mp4", [Shot(A, 6)])
    with av.open(str(tmp_path / "film.mp4")) as source, av.open(str(tmp_path / "turned.mp4"), "w") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        stream.set_display_rotation(90) if hasattr(stream, "set_display_rotation") else pytest.skip("can't be written")
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    medium = Medium(6.0, has_sound=False, has_picture=True)
    [visual] = find_slides(tmp_path / "turned.mp4", medium, tmp_path / "assets", silent)
    assert shown(tmp_path, visual).shape[:2] == SIZE[::-1]


def test_nothing_is_left_behind_when_it_is_stopped(tmp_path: Path) -> None:
    medium = film(tmp_path / "film.mp4", [Shot(A, 5), Shot(B, 5)])

    def stop(share: float) -> None:
        if share > 0.9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_slides(tmp_path / "film.mp4", medium, tmp_path / "assets", stop)
    assert [file.name for file in (tmp_path / "assets").glob("*")] == []


def test_progress_rises_to_one(tmp_path: Path) -> None:
    medium = film(tmp_path / "film.mp4", [Shot(A, 5), Shot(B, 5)])
    told: list[float] = []
    find_slides(tmp_path / "film.mp4", medium, tmp_path / "assets", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
