import { css } from "lit";

export const sharedLook = css`
  main {
    max-inline-size: 90rem;
    margin-inline: auto;
    padding: clamp(0.75rem, 2vw, 1.5rem);
  }
  h1 {
    margin-block-end: 0.75rem;
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
`;
