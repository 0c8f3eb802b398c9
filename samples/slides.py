"""Slides drawn as pictures, 1280x720."""

from lecture import BarChart, Bullets, Definition, Slide, Warning
from PIL import Image, ImageDraw, ImageFont

SIZE = (1280, 720)
PAPER, INK, QUIET, ACCENT = "#fbfaf6", "#1d2a3a", "#6b7785", "#1f6feb"
ALERT_PAPER, ALERT = "#fff1ee", "#c0271b"
MARGIN, TOP = 90, 210


def draw(slide: Slide, number: int, count: int) -> Image.Image:
    """The slide as `number` of `count`."""
    is_warning = isinstance(slide.body, Warning)
    picture = Image.new("RGB", SIZE, ALERT_PAPER if is_warning else PAPER)
    pen = ImageDraw.Draw(picture)
    accent = ALERT if is_warning else ACCENT
    pen.rectangle((0, 0, SIZE[0], 14), fill=accent)
    _write(pen, (MARGIN, 70), slide.title, 62, INK)
    pen.rectangle((MARGIN, 158, MARGIN + 160, 164), fill=accent)
    _write(pen, (SIZE[0] - MARGIN - 60, SIZE[1] - 55), f"{number} / {count}", 26, QUIET)
    match slide.body:
        case Bullets(lines):
            _bullets(pen, lines, TOP + 30)
        case Definition():
            _definition(pen, slide.body)
        case Warning():
            _warning(pen, slide.body)
        case BarChart():
            _bars(pen, slide.body)
    return picture


def _write(pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int, colour: str) -> None:
    pen.text(place, text, font=ImageFont.load_default(size=size), fill=colour)


def _bullets(pen: ImageDraw.ImageDraw, lines: tuple[str, ...], top: int) -> None:
    for row, line in enumerate(lines):
        y = top + row * 90
        pen.ellipse((MARGIN, y + 14, MARGIN + 20, y + 34), fill=ACCENT)
        _write(pen, (MARGIN + 50, y), line, 42, INK)


def _definition(pen: ImageDraw.ImageDraw, body: Definition) -> None:
    pen.rounded_rectangle((MARGIN, TOP + 10, SIZE[0] - MARGIN, TOP + 300), 24, fill="white", outline=ACCENT, width=4)
    _write(pen, (MARGIN + 40, TOP + 40), f"{body.term}:", 48, ACCENT)
    half = body.meaning.rfind(" ", 0, len(body.meaning) // 2 + 8)
    _write(pen, (MARGIN + 40, TOP + 125), body.meaning[:half], 42, INK)
    _write(pen, (MARGIN + 40, TOP + 185), body.meaning[half + 1 :], 42, INK)
    _write(pen, (MARGIN + 40, TOP + 340), f"Measured in: {body.unit}", 36, QUIET)


def _warning(pen: ImageDraw.ImageDraw, body: Warning) -> None:
    pen.polygon(((MARGIN + 100, TOP), (MARGIN, TOP + 170), (MARGIN + 200, TOP + 170)), fill=ALERT)
    pen.text((MARGIN + 100, TOP + 110), "!", font=ImageFont.load_default(size=110), fill="white", anchor="mm")
    _write(pen, (MARGIN + 250, TOP + 60), body.rule, 40, ALERT)
    for row, reason in enumerate(body.reasons):
        _write(pen, (MARGIN + 250, TOP + 190 + row * 75), f"-  {reason}", 38, INK)


def _bars(pen: ImageDraw.ImageDraw, body: BarChart) -> None:
    floor, height, step = 590, 320, (SIZE[0] - 2 * MARGIN) / len(body.bars)
    highest = max(value for _, value in body.bars)
    small = ImageFont.load_default(size=32)
    _write(pen, (MARGIN, TOP - 25), f"in {body.unit}", 30, QUIET)
    for column, (label, value) in enumerate(body.bars):
        middle = MARGIN + step * (column + 0.5)
        top = floor - height * value / highest
        pen.rectangle((middle - 70, top, middle + 70, floor), fill=ACCENT)
        pen.text((middle, top - 24), str(value), font=small, fill=INK, anchor="mm")
        pen.text((middle, floor + 30), label, font=small, fill=INK, anchor="mm")
    pen.line((MARGIN, floor, SIZE[0] - MARGIN, floor), fill=INK, width=3)
