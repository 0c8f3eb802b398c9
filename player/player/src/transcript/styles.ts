import { css } from "lit";

/** How the text looks: a column to read, times in its margin, marks that need no colour to be told apart. */
export const transcriptStyles = css`
  :host {
    display: block;
    position: relative;
    color: var(--cw-text);
    font: var(--cw-text-size, 1.0625rem) / 1.75 var(--cw-font);
  }
  .page {
    max-inline-size: 72ch;
    overflow-wrap: anywhere;
  }
  .chapter {
    margin: 1.7em 0 0.35em;
    padding-inline: 4.25rem 0.75rem;
    font-size: 1.3em;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .chapter:first-child {
    margin-block-start: 0;
  }
  .paragraph {
    position: relative;
    padding: 0.55rem 0.75rem 0.55rem;
    padding-inline-start: 4.25rem;
    border-radius: var(--cw-radius);
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--lines) * 1.86rem + 1.1rem);
    transition: background-color 0.25s;
  }
  .paragraph.now {
    background: var(--cw-surface);
  }
  .paragraph.now::before {
    content: "";
    position: absolute;
    inset-block: 0.75rem;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 3px;
    background: var(--cw-accent);
  }
  ::slotted(*) {
    display: block;
    margin: 0.75rem 0.75rem 1.25rem;
    margin-inline-start: 4.25rem;
  }
  .text {
    margin: 0;
    text-align: start;
    hyphens: manual;
  }
  .time {
    position: absolute;
    inset-inline-start: 0.35rem;
    inset-block-start: 0.55rem;
    inline-size: 3.4rem;
    padding-inline: 0.35rem;
    border-radius: 6px;
    color: var(--cw-muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.86rem;
    text-align: end;
    text-decoration: none;
  }
  .speaker {
    color: var(--cw-muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .time:hover {
    color: var(--cw-accent);
    text-decoration: underline;
  }
  .word {
    scroll-margin-block: calc(var(--covered, 0px) + 4rem) 5rem;
    border-radius: 3px;
    cursor: pointer;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .warning {
    color: var(--cw-warning);
  }
  .no-main .main,
  .no-term .term,
  .no-callout .callout,
  .no-warning .warning {
    text-decoration: none;
    color: inherit;
  }
  .hit {
    background: var(--cw-hit);
  }
  .hit.found {
    outline: 2px solid var(--cw-accent);
    outline-offset: 1px;
  }
  .lit {
    background: var(--cw-lit);
    box-shadow: 0 0 0 2px var(--cw-lit);
    color: var(--cw-text);
  }
  @media (hover: hover) {
    .word:hover:not(.lit) {
      background: color-mix(in srgb, var(--cw-accent) 16%, transparent);
    }
  }
  .follow {
    position: sticky;
    inset-block-end: 1rem;
    block-size: 0;
    display: flex;
    justify-content: center;
    align-items: flex-end;
    z-index: 1;
  }
  .follow button {
    min-block-size: 2.5rem;
    padding: 0.35rem 1.1rem;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--cw-accent);
    color: var(--cw-accent-text);
    font: 600 0.9375rem / 1.3 var(--cw-font);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.25);
    cursor: pointer;
  }
  .follow button:focus-visible {
    outline-color: var(--cw-text);
  }
  @container transcript (inline-size < 34rem) {
    .chapter,
    .paragraph {
      padding-inline-start: 0.75rem;
    }
    .paragraph {
      contain-intrinsic-block-size: auto calc(var(--lines) * 2.9rem + 2.4rem);
    }
    ::slotted(*) {
      margin-inline-start: 0.75rem;
    }
    .time {
      position: static;
      display: inline-block;
      inline-size: auto;
      margin-inline-start: -0.35rem;
    }
  }
  @media (forced-colors: active) {
    .lit {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      box-shadow: 0 0 0 2px Highlight;
    }
    .hit {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
    .paragraph.now::before {
      background: Highlight;
    }
    .keyword {
      text-decoration-color: CanvasText;
    }
  }
  @media print {
    .follow {
      display: none;
    }
    .paragraph {
      content-visibility: visible;
    }
  }
`;
