import { css } from "lit";

/** Cells that are edited: a sheet that scrolls in itself where it is wider than its place. */
export const gridStyles = css`
  :host {
    display: block;
    font: 0.9375rem / 1.5 var(--cw-font);
  }
  .cells {
    padding: 0 0.75rem 0.75rem;
  }
  .scroll {
    overflow-x: auto;
    padding: 2px;
  }
  table {
    border-spacing: 0 0.25rem;
  }
  td {
    padding: 0;
    padding-inline-end: 0.25rem;
  }
  .head input {
    inline-size: 100%;
    font-weight: 650;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .small {
    padding-inline: 0.6rem;
    color: var(--cw-muted);
    font-size: 0.8125rem;
  }
  .remove {
    color: var(--cw-muted);
  }
`;
