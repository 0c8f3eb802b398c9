/** The colours of a chart, as a canvas takes them. */
export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly background: string;
  readonly accent: string;
  /** The accent, nearly transparent. */
  readonly soft: string;
  /** For slices, each at least 3:1 on the background. */
  readonly series: readonly string[];
  readonly font: string;
}

const SERIES = ["accent", "callout", "term", "chart-4", "warning", "chart-6", "chart-7", "muted"];

/**
 * The colours of the tokens where `probe` stands: custom properties keep their `light-dark()` unresolved, the colour of
 * an element doesn't.
 */
export function paletteAt(probe: HTMLElement): Palette {
  const colour = (name: string): string => {
    probe.style.color = `var(--cw-${name})`;
    return getComputedStyle(probe).color;
  };
  return {
    text: colour("text"),
    muted: colour("muted"),
    line: colour("line"),
    background: colour("bg"),
    accent: colour("accent"),
    soft: colour("chart-soft"),
    series: SERIES.map(colour),
    font: getComputedStyle(probe).fontFamily,
  };
}
