import { css } from "lit";

/** The bar below the medium: the timeline, then a row of buttons of 40 pixels that loses the least needed ones as it narrows. */
export const controlStyles = css`
  :host {
    display: block;
    container: controls / inline-size;
    color: var(--cw-text);
    font: 0.9375rem / 1.4 var(--cw-font);
  }
  cueweave-timeline {
    margin-inline: 0.5rem;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.125rem;
  }
  button,
  select {
    flex: none;
    min-inline-size: 2.5rem;
    block-size: 2.5rem;
    margin: 0;
    padding: 0 0.45rem;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button {
    display: inline-grid;
    place-items: center;
  }
  select {
    appearance: none;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
    text-align-last: center;
  }
  option {
    background: var(--cw-bg);
    color: var(--cw-text);
  }
  button:hover,
  select:hover {
    background: var(--cw-surface);
  }
  button[aria-pressed="true"] {
    background: color-mix(in srgb, var(--cw-accent) 16%, transparent);
    color: var(--cw-accent);
  }
  .time {
    flex: 0 1 auto;
    padding-inline: 0.35rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .all {
    color: var(--cw-muted);
  }
  .space {
    flex: 1;
  }
  .volume {
    inline-size: 4.5rem;
    block-size: 1.5rem;
    accent-color: var(--cw-accent);
  }
  @container controls (inline-size < 27rem) {
    .volume,
    .skip {
      display: none;
    }
  }
  @container controls (inline-size < 22rem) {
    button,
    select {
      min-inline-size: 2.2rem;
      padding-inline: 0.2rem;
    }
    .row {
      gap: 0;
    }
  }
  @container controls (inline-size < 17rem) {
    .all {
      display: none;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed="true"] {
      border-block-end: 3px solid Highlight;
    }
  }
`;
