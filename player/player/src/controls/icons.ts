import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

const drawing = (inside: SVGTemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${inside}</svg>`;

const speaker = svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" fill="currentColor" />`;
const line = (d: string): SVGTemplateResult =>
  svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />`;
const ten = svg`<text x="12" y="15.4" font-size="7.6" font-weight="700" text-anchor="middle" fill="currentColor">10</text>`;

/** The pictures on the buttons; each button has a name beside its picture. */
export const icons = {
  play: drawing(
    svg`<path d="M8 5.2v13.6a.6.6 0 0 0 .9.5l10.6-6.8a.6.6 0 0 0 0-1L8.9 4.7a.6.6 0 0 0-.9.5z" fill="currentColor" />`,
  ),
  pause: drawing(svg`<path d="M7 5h3.6v14H7zM13.4 5H17v14h-3.6z" fill="currentColor" />`),
  back: drawing(svg`${line("M4.3 8.2A8.5 8.5 0 1 1 3.6 13.5M4.3 3.8v4.5h4.5")}${ten}`),
  forward: drawing(svg`${line("M19.7 8.2A8.5 8.5 0 1 0 20.4 13.5M19.7 3.8v4.5h-4.5")}${ten}`),
  loud: drawing(svg`${speaker}${line("M15 9a4.2 4.2 0 0 1 0 6M17.5 6.5a7.8 7.8 0 0 1 0 11")}`),
  mute: drawing(svg`${speaker}${line("M15.5 9.5l5 5M20.5 9.5l-5 5")}`),
  captions: drawing(
    svg`${line("M4.5 5.5h15a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5z")}${line("M10.5 10.5a2 2 0 1 0 0 3M17 10.5a2 2 0 1 0 0 3")}`,
  ),
  fullscreen: drawing(line("M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15")),
  window: drawing(line("M9 4.5V9H4.5M19.5 9H15V4.5M15 19.5V15h4.5M4.5 15H9v4.5")),
} as const;
