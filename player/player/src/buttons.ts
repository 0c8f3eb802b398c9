import { css } from "lit";

/** Buttons and fields of what stands beside the transcript: at least 32 pixels high, quiet until they are needed. */
export const buttons = css`
  button,
  select,
  input,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
  }
  button,
  select {
    min-block-size: 2rem;
    min-inline-size: 2rem;
    padding: 0.2rem 0.7rem;
    border: 1px solid var(--cw-line);
    border-radius: 999px;
    background: var(--cw-bg);
    cursor: pointer;
  }
  button:hover:not(:disabled),
  select:hover {
    border-color: var(--cw-accent);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  button.bare {
    border-color: transparent;
    background: none;
  }
  button.bare:hover:not(:disabled) {
    background: var(--cw-surface);
  }
  button.chief {
    border-color: var(--cw-accent);
    background: var(--cw-accent);
    color: var(--cw-accent-text);
    font-weight: 600;
  }
  button.chief:focus-visible {
    outline-color: var(--cw-text);
  }
  button.icon {
    display: inline-grid;
    place-items: center;
    padding: 0;
  }
  button svg {
    display: block;
  }
  input,
  textarea {
    min-block-size: 2rem;
    padding: 0.25rem 0.6rem;
    border: 1px solid color-mix(in srgb, var(--cw-muted) 80%, transparent);
    border-radius: 8px;
    background: var(--cw-bg);
  }
  option {
    background: var(--cw-bg);
    color: var(--cw-text);
  }
`;

/** A sheet over the page; the browser keeps the focus in it and gives it back. */
export const sheets = css`
  dialog {
    max-inline-size: min(96vw, 80rem);
    max-block-size: 94vh;
    padding: 1.25rem;
    border: 1px solid var(--cw-line);
    border-radius: calc(var(--cw-radius) * 1.4);
    background: var(--cw-bg);
    color: var(--cw-text);
    box-shadow: 0 20px 60px rgb(0 0 0 / 0.35);
  }
  dialog::backdrop {
    background: rgb(10 12 16 / 0.6);
  }
  .sheet-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1rem;
    margin-block-end: 0.75rem;
  }
  .sheet-head h2 {
    margin: 0;
    font-size: 1.15rem;
    line-height: 2rem;
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear 0.18s ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
  }
`;
