import { css } from "lit";

/**
 * Where things stand. Narrow: the medium sticks to the top and the text runs below. Wide: the medium, chapters and the visual in a
 * column that stays, the text beside it. Nothing that comes later moves what is there.
 */
export const playerStyles = css`
  :host {
    display: block;
    container: player / inline-size;
    background: var(--cw-bg);
    color: var(--cw-text);
    font: 1rem / 1.5 var(--cw-font);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .stage {
    display: contents;
  }
  cueweave-screen {
    --cw-picture-height: 42svh;
    position: sticky;
    inset-block-start: var(--cw-sticky-top, 0px);
    z-index: 3;
    padding-block-end: 0.25rem;
    border-block-end: 1px solid var(--cw-line);
  }
  .beside:empty {
    display: none;
  }
  .beside {
    padding: 0.75rem;
  }
  .reading {
    min-inline-size: 0;
    padding: 0.75rem 0.25rem 35svh;
    container: transcript / inline-size;
  }
  cueweave-visual.small {
    max-inline-size: 15rem;
  }
  cueweave-toolbar {
    z-index: 2;
    padding: 0 0.5rem 0.5rem;
    background: var(--cw-bg);
  }
  cueweave-toolbar.searching {
    position: sticky;
    inset-block-start: calc(var(--cw-sticky-top, 0px) + var(--covered, 0px));
    padding-block-start: 0.5rem;
  }
  cueweave-legend {
    padding: 0.25rem 0.5rem 1.25rem;
  }
  .note {
    margin: 3rem auto;
    padding: 0 1rem;
    max-inline-size: 30rem;
    color: var(--cw-muted);
    text-align: center;
  }
  .note.error {
    color: var(--cw-text);
  }
  .note button {
    display: block;
    min-block-size: 2.5rem;
    margin: 1rem auto 0;
    padding: 0.4rem 1.2rem;
    border: 1px solid var(--cw-accent);
    border-radius: 999px;
    background: none;
    color: var(--cw-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .bones {
    max-inline-size: 72ch;
    padding: 0.6rem 0.75rem;
  }
  .bones div {
    block-size: 0.8rem;
    margin-block: 1.06rem;
    border-radius: 4px;
    background: var(--cw-line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .bones div:nth-child(4n) {
    inline-size: 55%;
    margin-block-end: 2.6rem;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (max-height: 30rem) {
    cueweave-screen {
      position: static;
    }
  }
  @container player (inline-size >= 56rem) {
    .frame {
      display: grid;
      grid-template-columns: clamp(22rem, 40%, 36rem) minmax(0, 1fr);
      align-items: start;
      gap: 2.5rem;
      padding: 1.25rem;
    }
    .stage {
      position: sticky;
      inset-block-start: calc(var(--cw-sticky-top, 0px) + 1.25rem);
      display: flex;
      flex-direction: column;
      max-block-size: calc(100svh - var(--cw-sticky-top, 0px) - 2.5rem);
    }
    cueweave-screen {
      --cw-picture-height: none;
      --cw-picture-radius: var(--cw-radius);
      position: static;
      flex: none;
      border-block-end: 0;
    }
    .beside {
      flex: 1 1 auto;
      min-block-size: 0;
      overflow-y: auto;
      padding: 0.5rem 0.25rem 0.25rem;
    }
    .reading {
      padding-block-start: 0;
    }
    cueweave-toolbar,
    cueweave-toolbar.searching {
      position: sticky;
      inset-block-start: var(--cw-sticky-top, 0px);
      margin-block-start: -1.25rem;
      padding-block: 1.25rem 0.5rem;
    }
  }
  @media print {
    .frame {
      display: none;
    }
  }
`;
