import { html, svg, type TemplateResult } from "lit";

const sign = (d: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    ${svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />`}
  </svg>`;

/** The pictures on buttons beside the transcript; each button has a name as well. */
export const signs = {
  search: sign("M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM15.3 15.3L20 20"),
  up: sign("M5.5 14.5L12 8l6.5 6.5"),
  down: sign("M5.5 9.5L12 16l6.5-6.5"),
  close: sign("M6 6l12 12M18 6L6 18"),
  larger: sign("M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5L13.5 10.5M4.5 19.5l6-6"),
  undo: sign("M8.5 5L4.5 9l4 4M5 9h9a5.5 5.5 0 0 1 0 11h-3"),
  redo: sign("M15.5 5l4 4l-4 4M19 9h-9a5.5 5.5 0 0 0 0 11h3"),
  pen: sign("M4.5 19.5l.9-4L15.8 5.1a1.8 1.8 0 0 1 2.6 0l.5.5a1.8 1.8 0 0 1 0 2.6L8.5 18.6zM13.5 7.5l3 3"),
} as const;
