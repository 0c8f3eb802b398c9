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
  .screen {
    position: sticky;
    inset-block-start: var(--cw-sticky-top, 0px);
    z-index: 3;
    margin: 0;
    padding-block-end: 0.25rem;
    border-block-end: 1px solid var(--cw-line);
    background: var(--cw-bg);
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    max-block-size: 42svh;
    aspect-ratio: 16 / 9;
    margin-inline: auto;
    overflow: hidden;
    background: #000;
  }
  .audio .picture {
    aspect-ratio: auto;
    background: none;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  video::cue {
    background: rgb(0 0 0 / 0.78);
    color: #fff;
    font-family: var(--cw-font);
  }
  .trouble {
    z-index: 1;
    max-inline-size: 32rem;
    margin: 0;
    padding: 0.75rem 1.25rem;
    border-radius: var(--cw-radius);
    background: var(--cw-surface);
    color: var(--cw-text);
    text-align: center;
  }
  .screen:fullscreen {
    display: flex;
    flex-direction: column;
    padding: 0;
  }
  .screen:fullscreen .picture {
    flex: 1;
    inline-size: 100%;
    max-block-size: none;
    aspect-ratio: auto;
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
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0 0.5rem 0.75rem;
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
    .screen {
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
    .screen {
      position: static;
      flex: none;
      border-block-end: 0;
    }
    .picture {
      inline-size: 100%;
      border-radius: var(--cw-radius);
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
  }
  @media print {
    .screen,
    .toolbar {
      display: none;
    }
  }
`;
