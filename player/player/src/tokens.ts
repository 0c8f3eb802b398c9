import { css } from "lit";

/**
 * The look as CSS custom properties, light and dark by the `color-scheme` that the page gives. Only the outermost
 * element (`cueweave-player`, `cueweave-app`) includes it, the others inherit: a page then changes any of them with
 * `cueweave-player { --cw-accent: … }`.
 * Contrasts are at least 4.5:1 for text and 3:1 for marks, in both schemes.
 */
export const tokens = css`
  :host {
    --cw-bg: light-dark(#fdfcfa, #16181c);
    --cw-surface: light-dark(#f4f2ed, #1f2228);
    --cw-text: light-dark(#1d1e20, #e8e6e1);
    --cw-muted: light-dark(#5f6167, #a5a8b0);
    --cw-line: light-dark(#dedad2, #343841);
    --cw-accent: light-dark(#0b5f66, #6fd0d3);
    --cw-accent-text: light-dark(#ffffff, #0d1c1e);
    --cw-lit: light-dark(#ffdc73, #7a5a00);
    --cw-hit: light-dark(#c9e4ff, #1d4a72);
    --cw-main: light-dark(#0b5f66, #6fd0d3);
    --cw-term: light-dark(#5b3fa8, #b9a5f5);
    --cw-callout: light-dark(#8a5300, #efb55c);
    --cw-warning: light-dark(#b3261e, #ff9d92);
    --cw-danger: light-dark(#b3261e, #ff9d92);
    --cw-radius: 10px;
    --cw-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
  }
`;

/** What no element goes without: the box model, a visible focus, text for screen readers only, reduced motion. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--cw-accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;
