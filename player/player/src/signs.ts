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
  list: sign("M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.2 6.5h.1M4.2 12h.1M4.2 17.5h.1"),
  link: sign("M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1"),
  print: sign(
    "M7 8.5V4h10v4.5M7 17H5a1.5 1.5 0 0 1-1.5-1.5V10A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5.5A1.5 1.5 0 0 1 19 17h-2M7 14h10v6H7z",
  ),
  keys: sign(
    "M4.5 7h15A1.5 1.5 0 0 1 21 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7zM6.8 10.3h.1M10.3 10.3h.1M13.8 10.3h.1M17.3 10.3h.1M8 13.8h8",
  ),
  close: sign("M6 6l12 12M18 6L6 18"),
  larger: sign("M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5L13.5 10.5M4.5 19.5l6-6"),
  undo: sign("M8.5 5L4.5 9l4 4M5 9h9a5.5 5.5 0 0 1 0 11h-3"),
  redo: sign("M15.5 5l4 4l-4 4M19 9h-9a5.5 5.5 0 0 0 0 11h3"),
  pen: sign("M4.5 19.5l.9-4L15.8 5.1a1.8 1.8 0 0 1 2.6 0l.5.5a1.8 1.8 0 0 1 0 2.6L8.5 18.6zM13.5 7.5l3 3"),
} as const;
