"""The sample lecture: what its slides show, what its speaker says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines under a title."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, what it means, and how it is measured."""

    term: str
    meaning: str
    unit: str


@dataclass(frozen=True, slots=True)
class Warning:
    """What must not be done, and why."""

    rule: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Numbers that the speaker names, with their unit."""

    unit: str
    bars: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture and the sentences spoken over it. Words stand apart by one space."""

    title: str
    body: Bullets | Definition | Warning | BarChart
    sentences: tuple[str, ...]


LECTURE = (
    Slide(
        "How Batteries Store Energy",
        Bullets(("A short lecture in eight slides", "Cells, materials, charging, ageing")),
        (
            "Welcome to this short lecture about batteries.",
            "Almost everything that we carry with us runs on one, and today we will see how they store energy.",
        ),
    ),
    Slide(
        "Inside a Cell",
        Bullets(
            (
                "Anode: gives electrons away",
                "Cathode: takes electrons up",
                "Electrolyte: lets only ions through",
                "Separator: keeps the two apart",
            )
        ),
        (
            "Every battery cell has two electrodes.",
            "The anode gives electrons away, and the cathode takes them up.",
            "Between them lies the electrolyte, a liquid that lets ions pass but stops the electrons.",
            "So the electrons have to take the long way round, through your phone or your car.",
        ),
    ),
    Slide(
        "Energy Density",
        Definition(
            "Energy density",
            "The energy that a battery stores for each kilogram of its weight",
            "Watt hours per kilogram (Wh/kg)",
        ),
        (
            "Now we need one definition.",
            "Energy density is the amount of energy that a battery stores for each kilogram of its weight.",
            "We measure it in watt hours per kilogram, and more is better.",
        ),
    ),
    Slide(
        "Energy Density by Material",
        BarChart(
            "Wh/kg",
            (("Lead acid", 40), ("Nickel metal", 80), ("Iron phosphate", 160), ("Nickel cobalt", 260)),
        ),
        (
            "Let us compare four materials.",
            "Lead acid reaches 40 watt hours per kilogram, and nickel metal reaches 80.",
            "Iron phosphate doubles that again to 160.",
            "The best cells, with nickel and cobalt, store 260 watt hours in every kilogram.",
        ),
    ),
    Slide(
        "Charging: Two Phases",
        Bullets(
            (
                "1. Constant current, up to about 80 percent",
                "2. Constant voltage, slower and slower",
                "Fast charging works in phase one only",
            )
        ),
        (
            "Charging happens in two phases.",
            "At first the current is constant, and the cell fills quickly to about 80 percent.",
            "After that the voltage is constant, and the last part takes almost as long as the first.",
        ),
    ),
    Slide(
        "Never Charge Below Freezing",
        Warning(
            "Do not charge a lithium cell below 0 degrees",
            ("Metal grows on the anode", "It can pierce the separator", "A short circuit starts a fire"),
        ),
        (
            "Here is an important warning.",
            "Never charge a lithium battery when it is colder than freezing.",
            "Metal grows on the anode like small needles, and they can pierce the separator.",
            "A short circuit follows, and the cell may catch fire.",
        ),
    ),
    Slide(
        "Why Batteries Age",
        Bullets(
            (
                "Each cycle loses a little lithium",
                "Heat makes every loss faster",
                "About 1,000 cycles to 80 percent",
            )
        ),
        (
            "Batteries also grow old.",
            "Each cycle of charging loses a little lithium, and heat makes that loss faster.",
            "After about 1,000 cycles, a typical phone battery holds only 80 percent of what it could store.",
        ),
    ),
    Slide(
        "Summary",
        Bullets(
            (
                "Ions move inside, electrons outside",
                "Energy density decides the weight",
                "Keep it cool, but never charge it frozen",
            )
        ),
        (
            "Let us sum up.",
            "Ions move inside the cell, while electrons travel outside.",
            "Energy density decides how heavy a battery has to be.",
            "Keep your battery cool, but never charge it when it is frozen.",
            "Thank you for listening.",
        ),
    ),
)
