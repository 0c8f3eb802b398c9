"""The H5P package by the published rules: those of packages, and the semantics of Interactive Video 1.27."""

import io
import json
import zipfile
from typing import Any

import pytest
import webvtt
from formats.talks import full_talk, picture, said, talk
from jsonschema import Draft202012Validator
from lxml import html

from cueweave.errors import NotExportable
from cueweave.formats import Talk
from cueweave.formats.h5p import to_h5p

ENDINGS = {"json", "png", "jpg", "jpeg", "gif", "svg", "webm", "mp4", "mp3", "m4a", "wav", "vtt", "webvtt", "txt"}
"""Of those that importers let through, the ones that matter here."""


def shape(required: str, optional: str = "", **fields: Any) -> dict[str, Any]:
    """An object with these fields and no others."""
    names = [*required.split(), *optional.split()]
    properties = {name: fields.get(name, {}) for name in names}
    return {"type": "object", "required": required.split(), "additionalProperties": False, "properties": properties}


def listed(item: Any) -> dict[str, Any]:
    return {"type": "array", "items": item}


NUMBER, TEXT, YES_OR_NO = {"type": "number"}, {"type": "string"}, {"type": "boolean"}
NAME = {"type": "string", "pattern": r"^[\w.-]{1,255}$"}
VERSION = {"type": "integer", "minimum": 0, "maximum": 99999}
LICENSE = {"enum": ["U", "CC BY", "CC BY-SA", "PD", "C"]}
PACKAGE = shape(
    "title language mainLibrary embedTypes preloadedDependencies",
    "license defaultLanguage",
    title={"type": "string", "minLength": 1, "maxLength": 255},
    language={"type": "string", "pattern": "^[-a-zA-Z]{1,10}$"},
    defaultLanguage={"type": "string", "pattern": "^[-a-zA-Z]{1,10}$"},
    mainLibrary={"const": "H5P.InteractiveVideo"},
    embedTypes=listed({"enum": ["iframe", "div"]}),
    license=LICENSE,
    preloadedDependencies=listed(
        shape("machineName majorVersion minorVersion", machineName=NAME, majorVersion=VERSION, minorVersion=VERSION)
    ),
)
FILE = shape("path mime copyright", path=TEXT, mime=TEXT, copyright=shape("license", license=LICENSE))
PARAMS = {
    "H5P.Image 1.1": shape("contentName file alt decorative", file=FILE, alt=TEXT, decorative=YES_OR_NO),
    "H5P.Table 1.2": shape("text", text=TEXT),
    "H5P.Text 1.1": shape("text", text=TEXT),
}
"""Of the eighteen libraries that an interaction may have, those that visuals become."""
INTERACTION = shape(
    "duration pause displayType label x y action",
    "buttonOnMobile width height libraryTitle",
    duration={"type": "object", "required": ["from", "to"], "additionalProperties": NUMBER},
    pause=YES_OR_NO,
    displayType={"enum": ["button", "poster"]},
    buttonOnMobile=YES_OR_NO,
    label=TEXT,
    libraryTitle=TEXT,
    x={"type": "number", "minimum": 0, "maximum": 100},
    y={"type": "number", "minimum": 0, "maximum": 100},
    width=NUMBER,
    height=NUMBER,
    action={
        "oneOf": [
            shape("library params subContentId metadata", library={"const": library}, params=params)
            for library, params in PARAMS.items()
        ]
    },
)
VIDEO = shape(
    "files startScreenOptions textTracks",
    files=listed(FILE),
    startScreenOptions=shape("title hideStartTitle", title={"type": "string", "maxLength": 60}),
    textTracks=shape(
        "videoTrack",
        videoTrack=listed(
            shape("kind srcLang track", "label", kind={"enum": ["subtitles", "captions", "descriptions"]}, track=FILE)
        ),
    ),
)
MOMENTS = listed(shape("time label", time=NUMBER, label=TEXT))
ASSETS = shape("interactions bookmarks endscreens", interactions=listed(INTERACTION), bookmarks=MOMENTS)
OVERRIDE = shape("", "startVideoAt autoplay loop showBookmarksmenuOnLoad showRewind10 preventSkipping deactivateSound")
CONTENT = shape(
    "interactiveVideo",
    "override l10n",
    interactiveVideo=shape("video assets", "summary", video=VIDEO, assets=ASSETS),
    override=OVERRIDE,
)


def opened(one: Talk) -> zipfile.ZipFile:
    package = zipfile.ZipFile(io.BytesIO(to_h5p(one)))
    assert package.testzip() is None
    return package


def content(one: Talk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(opened(one).read("content/content.json"))
    return found


@pytest.mark.parametrize(
    "one",
    [full_talk(), full_talk(asset=lambda _: None), full_talk(title="x" * 900), full_talk(medium="https://a.org/b?c=d")],
    ids=["everything", "no pictures", "long title", "address"],
)
def test_package_and_content_keep_to_the_published_rules(one: Talk) -> None:
    Draft202012Validator(PACKAGE).validate(json.loads(opened(one).read("h5p.json")))
    Draft202012Validator(CONTENT).validate(content(one))


def test_every_library_that_is_used_is_named_with_its_version() -> None:
    named = {
        f"{each['machineName']} {each['majorVersion']}.{each['minorVersion']}"
        for each in json.loads(opened(full_talk()).read("h5p.json"))["preloadedDependencies"]
    }
    used = {each["action"]["library"] for each in content(full_talk())["interactiveVideo"]["assets"]["interactions"]}
    assert used == {"H5P.Image 1.1", "H5P.Table 1.2"}
    assert used | {"H5P.InteractiveVideo 1.27"} <= named


def test_interactions_stand_at_the_times_of_the_visuals_and_bookmarks_at_those_of_the_chapters() -> None:
    assets = content(full_talk())["interactiveVideo"]["assets"]
    times = [(each["duration"]["from"], each["duration"]["to"]) for each in assets["interactions"]]
    assert times == [(0.5, 20.5), (30, 50), (70, 90)]
    assert [each["time"] for each in assets["bookmarks"]] == [0, 30, 120]


def test_tables_are_html_in_which_text_stays_text() -> None:
    table = content(full_talk())["interactiveVideo"]["assets"]["interactions"][1]
    assert "<towns>" not in table["label"]
    found = html.fromstring(table["action"]["params"]["text"])
    assert [each.text_content() for each in found.iter("th", "td")] == [
        "River",
        "km",
        "Volga",
        "3530",
        "Danube",
        "2850",
    ]


def test_the_files_that_the_content_names_are_inside_and_importers_let_them_through() -> None:
    package, found = opened(full_talk()), content(full_talk())["interactiveVideo"]
    image = found["assets"]["interactions"][0]["action"]["params"]["file"]["path"]
    assert package.read(f"content/{image}") == picture()
    track = found["video"]["textTracks"]["videoTrack"][0]["track"]["path"]
    captions = webvtt.from_buffer(io.StringIO(package.read(f"content/{track}").decode())).captions
    assert len(" ".join(each.text for each in captions).split()) == len(said(full_talk()))
    assert {name.rpartition(".")[2] for name in package.namelist()} <= ENDINGS


def test_the_video_is_an_address_or_a_file_where_packages_have_their_videos() -> None:
    def file(medium: str) -> tuple[str, str]:
        (found,) = content(full_talk(medium=medium))["interactiveVideo"]["video"]["files"]
        return found["path"], found["mime"]

    assert file("https://media.example.org/rivers.webm?x=1") == (
        "https://media.example.org/rivers.webm?x=1",
        "video/webm",
    )
    assert file("../lectures/rivers.mp4") == ("videos/rivers.mp4", "video/mp4")


def test_without_a_recording_there_is_no_video() -> None:
    with pytest.raises(NotExportable, match="where its recording is"):
        to_h5p(talk())


def test_no_library_is_inside() -> None:
    assert {name.partition("/")[0] for name in opened(full_talk()).namelist()} == {"h5p.json", "content"}
