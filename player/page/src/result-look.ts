import { css } from "lit";

export const resultLook = css`
  .back {
    margin-block-end: 0.75rem;
    font-size: 0.875rem;
  }
  .back a {
    text-decoration: none;
  }
  .back a:hover {
    text-decoration: underline;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    margin-block-end: 1.25rem;
  }
  h1 {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .downloads {
    position: relative; /* what opens from it ends where it ends */
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    margin-inline-start: auto;
  }
  .downloads p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .downloads p:not(:empty) {
    margin-inline-end: 1rem;
  }
  cueweave-task {
    max-inline-size: 44rem;
  }
  .stale p {
    display: inline-block;
    margin-inline-end: 0.75rem;
  }
  .stale:not(:empty) {
    margin-block-end: 1rem;
  }
  @media print {
    .back,
    .downloads,
    .stale {
      display: none;
    }
  }
`;
