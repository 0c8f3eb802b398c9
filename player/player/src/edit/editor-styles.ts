import { css } from "lit";

/** The bar stays in sight; rows that are far away aren't drawn. */
export const editorStyles = css`
  :host {
    display: block;
    container: editor / inline-size;
    color: var(--cw-text);
    font: 0.9375rem / 1.5 var(--cw-font);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    padding: 0.5rem 0.25rem;
  }
  :host([editing]) .bar {
    position: sticky;
    inset-block-start: var(--covered, var(--cw-sticky-top, 0px));
    z-index: 2;
    border-block-end: 1px solid var(--cw-line);
    background: var(--cw-bg);
  }
  .status {
    flex: 1;
    color: var(--cw-muted);
    font-size: 0.875rem;
  }
  .with {
    display: inline-block;
    margin-inline-end: 0.4rem;
    vertical-align: -0.3rem;
  }
  .trouble {
    flex: 1 0 100%;
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--cw-danger);
    border-radius: 4px;
    background: var(--cw-surface);
  }
  .how {
    margin: 0.75rem 0.25rem;
    color: var(--cw-muted);
    font-size: 0.875rem;
  }
  .rows {
    max-inline-size: 80ch;
  }
  cueweave-paragraph {
    border-inline-start: 3px solid transparent;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 11rem;
  }
  cueweave-paragraph.now {
    border-inline-start-color: var(--cw-accent);
  }
  @media print {
    .bar,
    .how {
      display: none;
    }
  }
`;
