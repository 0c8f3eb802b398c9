"""Results and tasks as a person reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from cueweave.store.crew import Member


def show_json(value: object) -> None:
    """As one JSON document on stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def clock(seconds: float) -> str:
    """`1:02:03.4`, or `02:03.4` within the first hour."""
    tenths = round(seconds * 10)
    minutes = f"{tenths // 600 % 60:02}:{tenths // 10 % 60:02}.{tenths % 10}"
    return f"{tenths // 36000}:{minutes}" if tenths >= 36000 else minutes


def paragraph_lines(result: Mapping[str, Any]) -> Iterator[str]:
    """Each paragraph with its times, keywords and visual, under its title if it has one."""
    for paragraph in result["paragraphs"]:
        if paragraph["title"]:
            yield f"# {paragraph['title']}"
        times = f"[{clock(paragraph['start_time'])} - {clock(paragraph['end_time'])}]"
        yield f"{times} {paragraph['paragraph_text']}"
        if paragraph["keywords"]:
            yield "  " + ", ".join(f"{each['word']} ({each['type']})" for each in paragraph["keywords"])
        if paragraph["visuals"]:
            yield f"  {_visual(paragraph['visuals'])}"
        yield ""


def _visual(visual: Mapping[str, Any]) -> str:
    """What is shown, from when on."""
    content, shown = visual["content"], f"{visual['title']} [{clock(visual['start_time'])}]"
    match content["type"]:
        case "chart":
            data = zip(content["data"]["labels"], content["data"]["datasets"], strict=True)
            return f"{content['chart_type']} chart: {shown}: " + ", ".join(
                f"{label} {value:,.10g}" for label, value in data
            )
        case "table":
            rows = ("; ".join(row) for row in [content["headers"], *content["data"]])
            return f"table: {shown}: " + " | ".join(rows)
        case _:
            return f"picture: {shown}"


def crew_line(workers: Sequence[Member]) -> str:
    """How many workers there are, and how busy they are all together."""
    places = sum(worker.concurrency for worker in workers)
    running = sum(len(worker.tasks) for worker in workers)
    crew = "1 worker" if len(workers) == 1 else f"{len(workers)} workers"
    return f"{crew}, {running} of {places} places taken"


def state_of(worker: Member) -> str:
    """Whether it takes tasks, in a word."""
    return "drains" if worker.draining else "works"


def task_line(task: Mapping[str, Any]) -> str:
    """One task on one line."""
    reason = f"  {task['error_message']}" if task.get("error_message") else ""
    return f"{task['task_id']}  {task['status']:<10}  {task['stage']:<14}  {task['progress']:3}%{reason}"
