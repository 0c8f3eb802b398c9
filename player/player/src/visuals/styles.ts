import { css } from "lit";

/** How visuals look: as wide as their place, and as high from the beginning as they will be. */
export const visualStyles = css`
  :host {
    display: block;
    container: visual / inline-size;
    color: var(--cw-text);
    font: 0.9375rem / 1.5 var(--cw-font);
    --cw-chart-4: light-dark(#1f6fb2, #7fbdf2);
    --cw-chart-6: light-dark(#55741a, #b9d36f);
    --cw-chart-7: light-dark(#a03a86, #f0a6da);
    --cw-chart-soft: color-mix(in srgb, var(--cw-accent) 18%, transparent);
  }
  figure {
    margin: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin-block-end: 0.5rem;
  }
  .title {
    font-weight: 650;
    line-height: 1.35;
    text-wrap: balance;
  }
  figcaption button {
    font-size: 0.8125rem;
  }
  .chart {
    position: relative;
    block-size: max(clamp(13rem, 62cqi, 22rem), var(--bars, 0) * 2.75rem);
  }
  .chart.radar {
    block-size: clamp(16rem, 80cqi, 26rem);
  }
  .probe {
    position: absolute;
    visibility: hidden;
    transition: none !important; /* else reduced motion, which shortens all transitions, would give it one */
  }
  .watch {
    position: absolute;
    visibility: hidden;
    color: var(--cw-text);
    transition: color 1ms step-end;
  }
  .scroll {
    max-block-size: 24rem;
    overflow: auto;
    border: 1px solid var(--cw-line);
    border-radius: var(--cw-radius);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding: 0.5rem 0.75rem;
    color: var(--cw-muted);
    font-size: 0.875rem;
    text-align: start;
  }
  th,
  td {
    padding: 0.45rem 0.75rem;
    border-block-start: 1px solid var(--cw-line);
    text-align: start;
    vertical-align: top;
    min-inline-size: 7.5rem;
    overflow-wrap: break-word;
  }
  th.number,
  td.number {
    min-inline-size: 0;
    white-space: nowrap;
  }
  thead th {
    border-block-start: 0;
    background: var(--cw-surface);
    font-weight: 650;
  }
  caption + thead th {
    border-block-start: 1px solid var(--cw-line);
  }
  tbody th {
    font-weight: 500;
  }
  .number {
    text-align: end;
  }
  .enlarge {
    position: relative;
    display: block;
    inline-size: 100%;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--cw-line);
    border-radius: var(--cw-radius);
    background: var(--cw-surface);
    cursor: zoom-in;
  }
  .enlarge img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    object-fit: contain;
  }
  .enlarge .corner {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline-end: 0.5rem;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 8px;
    background: var(--cw-bg);
    opacity: 0.9;
  }
  .missing {
    display: grid;
    place-content: center;
    aspect-ratio: 16 / 9;
    margin: 0;
    padding: 1rem;
    border: 1px dashed var(--cw-line);
    border-radius: var(--cw-radius);
    color: var(--cw-muted);
    text-align: center;
  }
  dialog img {
    display: block;
    max-inline-size: 100%;
    max-block-size: calc(94vh - 7rem);
    min-inline-size: min(60vw, 40rem);
    object-fit: contain;
    border-radius: 6px;
    background: var(--cw-surface);
  }
  @media print {
    button:not(.enlarge),
    .enlarge .corner {
      display: none;
    }
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
