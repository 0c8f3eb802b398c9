import { css } from "lit";

/** One row at every width; on a phone the chapters' name gives way to their sign. */
export const toolbarStyles = css`
  :host {
    display: block;
    container: toolbar / inline-size;
    position: relative;
    color: var(--cw-text);
    font: 0.9375rem / 1.4 var(--cw-font);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  cueweave-search {
    flex: 1 1 12rem;
    min-inline-size: 0;
    max-inline-size: 26rem;
    margin-inline-end: auto;
  }
  .bar button {
    min-block-size: 2.5rem;
    min-inline-size: 2.5rem;
  }
  .menu button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    padding-inline: 0.6rem;
  }
  .panel {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 0.25rem);
    z-index: 4;
    max-inline-size: 28rem;
    margin-inline-start: auto;
    max-block-size: min(24rem, 55svh);
    padding: 0.5rem;
    overflow-y: auto;
    border: 1px solid var(--cw-line);
    border-radius: var(--cw-radius);
    background: var(--cw-bg);
    box-shadow: 0 12px 32px rgb(0 0 0 / 0.22);
  }
  .said:empty {
    display: none;
  }
  .said {
    position: absolute;
    inset-inline-end: 0;
    inset-block-start: calc(100% + 0.25rem);
    z-index: 3;
    max-inline-size: 100%;
    padding: 0.35rem 0.8rem;
    overflow-wrap: anywhere;
    border-radius: 8px;
    background: var(--cw-text);
    color: var(--cw-bg);
    font-size: 0.875rem;
  }
  @container toolbar (inline-size < 30rem) {
    .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .menu button {
      padding-inline: 0;
    }
    .bar .rare,
    :host(.searching) .bar > :not(cueweave-search) {
      display: none;
    }
    cueweave-search {
      max-inline-size: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
