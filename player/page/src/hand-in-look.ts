import { css } from "lit";

export const handInLook = css`
  .drop {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: clamp(1.75rem, 6vw, 3.25rem) 1.25rem;
    border: 1.5px dashed color-mix(in oklab, var(--cw-line), var(--cw-text) 30%);
    border-radius: calc(var(--cw-radius) * 1.6);
    background: var(--cw-surface);
    text-align: center;
    transition: border-color 0.15s, background-color 0.15s;
  }
  .drop.small-drop {
    padding-block: 1.1rem;
  }
  .drop.hovered {
    border-style: solid;
    border-color: var(--cw-accent);
    background: color-mix(in oklab, var(--cw-surface), var(--cw-accent) 12%);
  }
  .lead {
    font-size: 1.125rem;
    font-weight: 550;
    text-wrap: balance;
  }
  input:focus-visible + label {
    outline: 2px solid var(--cw-accent);
    outline-offset: 2px;
  }
  .messages p {
    margin-block-start: 0.75rem;
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: 0 2rem;
    margin-block-start: 0.75rem;
  }
  .slot {
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--cw-line);
  }
  dd {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 2.5rem;
  }
  .name {
    overflow-wrap: anywhere;
    font-weight: 550;
  }
  dd .numbers {
    flex: none;
  }
  dd button {
    flex: none;
    min-inline-size: 2.5rem;
    margin-inline-start: auto;
  }
  .last {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 1rem;
    margin-block-start: 1rem;
  }
  .language {
    display: grid;
    gap: 0.2rem;
  }
  @media (max-width: 30rem) {
    .last > * {
      inline-size: 100%;
    }
    select {
      inline-size: 100%;
    }
  }
`;
