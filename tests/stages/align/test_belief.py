"""Which stretches are taken for what is said."""

from cueweave.stages.align.belief import belief
from cueweave.stages.align.heard import Heard


def stretch(loss: float, count: int = 20) -> dict[int, Heard]:
    return {at: Heard(at, at + 0.5, loss) for at in range(count)}


def test_a_stretch_far_worse_than_usual_is_not_believed() -> None:
    believed = belief([stretch(2.6), stretch(2.8), stretch(3.0), stretch(6.5)], "de")
    assert believed.holds(stretch(3.5))
    assert not believed.holds(stretch(6.5))


def test_where_nothing_fits_nothing_is_believed() -> None:
    believed = belief([stretch(8.0), stretch(9.0), {}], "de")
    assert not believed.holds(stretch(8.0))
    assert not believed.holds({})


def test_english_must_fit_better_since_its_model_is_english() -> None:
    found = [stretch(5.0)] * 3
    assert belief(found, "de").holds(stretch(5.0))
    assert not belief(found, "en").holds(stretch(5.0))
