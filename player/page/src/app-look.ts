import { css } from "lit";

export const appLook = css`
  :host {
    display: grid;
    grid-template: auto auto 1fr / minmax(0, 1fr);
    min-block-size: 100dvh;
    background: var(--cw-bg);
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.6rem max(1rem, env(safe-area-inset-left));
    border-block-end: 1px solid var(--cw-line);
  }
  .mark {
    margin-inline-end: auto;
    color: inherit;
    font-size: 1.125rem;
    font-weight: 700;
    letter-spacing: -0.02em;
    text-decoration: none;
  }
  .who {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 30rem) {
    .as {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  header button {
    flex: none;
  }
  main {
    inline-size: 100%;
    max-inline-size: 46rem;
    margin-inline: auto;
    padding: clamp(1.25rem, 4vw, 2.5rem) 1rem 4rem;
  }
  main:focus {
    outline: none;
  }
  main.full {
    max-inline-size: 90rem;
  }
  .connection:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.4rem 1rem;
    padding: 0.5rem 1rem;
    background: color-mix(in oklab, var(--cw-surface), var(--cw-callout) 16%);
    font-size: 0.9375rem;
    text-align: center;
  }
  .starting {
    animation: appear 0.3s 0.4s both;
  }
  .nowhere {
    margin-block-start: 0.75rem;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .skip {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 1;
    padding: 0.5rem 1rem;
    border-radius: var(--cw-radius);
    background: var(--cw-accent);
    color: var(--cw-accent-text);
  }
  .skip:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media print {
    header,
    .connection {
      display: none;
    }
  }
`;
