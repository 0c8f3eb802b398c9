import { css } from "lit";

/** How a paragraph looks while it is edited: as in the transcript, with its tools below it. */
export const rowStyles = css`
  :host {
    display: block;
    color: var(--cw-text);
    font: 0.9375rem / 1.5 var(--cw-font);
  }
  .row {
    display: grid;
    grid-template-columns: 3.75rem minmax(0, 1fr);
    gap: 0.25rem 0.5rem;
    padding: 0.6rem 0.75rem 0.9rem 0;
    border-radius: var(--cw-radius);
  }
  .row:focus-within {
    background: var(--cw-surface);
  }
  .time {
    align-self: start;
    padding-inline: 0.35rem;
    color: var(--cw-muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .title {
    grid-column: 2;
    display: flex;
    gap: 0.25rem;
    align-items: center;
    margin-block: 0.75rem 0.25rem;
  }
  .title input {
    flex: 1;
    border-color: var(--cw-line);
    min-inline-size: 0;
    font-size: 1.25rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .grown {
    display: grid;
    font-size: var(--cw-text-size, 1.0625rem);
    line-height: 1.75;
  }
  .grown::after {
    content: attr(data-text) " ";
    visibility: hidden;
    white-space: pre-wrap;
  }
  .grown::after,
  textarea {
    grid-area: 1 / 1;
    min-inline-size: 0;
    padding: 0.15rem 0.6rem;
    border: 1px solid transparent;
    border-radius: 8px;
    font: inherit;
    overflow-wrap: anywhere;
  }
  textarea {
    overflow: hidden;
    border-color: var(--cw-line);
    background: var(--cw-bg);
    resize: none;
  }
  textarea:focus {
    border-color: var(--cw-accent);
    outline: 1px solid var(--cw-accent);
    outline-offset: 0;
  }
  .room {
    block-size: 2.25rem;
  }
  .room.seen {
    block-size: 5rem;
  }
  cueweave-keyword-chips {
    margin-block-start: 0.4rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
    font-size: 0.8125rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    padding-inline-start: 0.7rem;
    border: 1px solid var(--cw-line);
    border-radius: 999px;
    background: var(--cw-bg);
  }
  .chip select {
    appearance: none;
    field-sizing: content;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    padding: 0 0.4rem;
    border-color: transparent;
    background: none;
    color: var(--cw-muted);
  }
  .chip button {
    min-block-size: 1.75rem;
    min-inline-size: 1.75rem;
    color: var(--cw-muted);
  }
  .chip svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .small {
    padding-inline: 0.6rem;
    color: var(--cw-muted);
    font-size: 0.8125rem;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  form input {
    inline-size: 16rem;
    max-inline-size: 100%;
  }
  .visual {
    margin-block-start: 0.5rem;
    border: 1px solid var(--cw-line);
    border-radius: 8px;
    background: var(--cw-bg);
    font-size: 0.875rem;
  }
  summary {
    padding: 0.35rem 0.75rem;
    border-radius: 8px;
    cursor: pointer;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.6rem 1rem;
    padding: 0.4rem 0.75rem 0.75rem;
  }
  label {
    display: grid;
    gap: 0.15rem;
    color: var(--cw-muted);
    font-size: 0.8125rem;
  }
  label input,
  label select {
    color: var(--cw-text);
    font-size: 0.9375rem;
  }
  .moves {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    padding: 0 0.75rem 0.75rem;
  }
  .danger {
    margin-inline-start: auto;
    border-color: var(--cw-danger);
    color: var(--cw-danger);
  }
  @container editor (inline-size < 34rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      padding-inline: 0.5rem;
    }
    .title {
      grid-column: 1;
    }
    .time {
      justify-self: start;
    }
  }
`;
