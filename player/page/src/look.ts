/** What the page's elements share of their look. */
import { css } from "lit";

export { base, tokens } from "../../player/src/tokens.js";

export const look = css`
  :host {
    display: block;
    color: var(--cw-text);
    font: 1rem / 1.5 var(--cw-font);
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.1rem);
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  h2 {
    font-size: 0.8125rem;
    font-weight: 650;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--cw-muted);
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--cw-accent);
    text-underline-offset: 0.2em;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 2.5rem;
    padding: 0.35rem 0.9rem;
    border: 1px solid var(--cw-line);
    border-radius: var(--cw-radius);
    background: var(--cw-bg);
    color: var(--cw-text);
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
    transition: border-color 0.15s, background-color 0.15s;
  }
  button:hover:not(:disabled),
  .button:hover {
    border-color: var(--cw-accent);
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .main {
    border-color: var(--cw-accent);
    background: var(--cw-accent);
    color: var(--cw-accent-text);
  }
  .main:hover:not(:disabled) {
    background: color-mix(in oklab, var(--cw-accent), var(--cw-text) 18%);
  }
  .danger {
    border-color: var(--cw-danger);
    color: var(--cw-danger);
  }
  .quiet {
    border-color: transparent;
    background: none;
    color: var(--cw-muted);
  }
  .quiet:hover:not(:disabled) {
    border-color: var(--cw-line);
    color: var(--cw-text);
  }
  input,
  select {
    min-block-size: 2.5rem;
    max-inline-size: 100%;
    padding: 0.35rem 0.7rem;
    border: 1px solid color-mix(in oklab, var(--cw-line), var(--cw-text) 45%);
    border-radius: var(--cw-radius);
    background: var(--cw-bg);
  }
  label {
    font-weight: 550;
  }
  .muted {
    color: var(--cw-muted);
  }
  .small {
    font-size: 0.875rem;
  }
  .wrong {
    color: var(--cw-danger);
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--cw-line);
    color: var(--cw-accent);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--cw-line);
  }
  progress::-webkit-progress-value {
    background: var(--cw-accent);
    border-radius: 3px;
    transition: inline-size 0.4s;
  }
  progress::-moz-progress-bar {
    background: var(--cw-accent);
    border-radius: 3px;
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;

/** A row of a list: a name, what is said about it, and what can be done. */
export const row = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.35rem 1rem;
    padding-block: 0.9rem;
    border-block-end: 1px solid var(--cw-line);
  }
  h3 {
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9rem;
    font-size: 0.875rem;
    color: var(--cw-muted);
  }
  .doing {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.4rem;
  }
  progress {
    grid-column: 1 / -1;
  }
  @media (max-width: 30rem) {
    article.said {
      grid-template-columns: minmax(0, 1fr);
    }
    article.said .doing {
      justify-content: start;
    }
  }
`;

/** What a button lets fall down below it: a menu, a few fields. */
export const panel = css`
  .panel {
    position: absolute;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline-end: 0;
    z-index: 5;
    border: 1px solid var(--cw-line);
    border-radius: var(--cw-radius);
    background: var(--cw-bg);
    box-shadow: 0 12px 32px rgb(0 0 0 / 0.22);
  }
`;
