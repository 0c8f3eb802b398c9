import type { KeywordType } from "@cueweave/client";
import { css } from "lit";

/** The class of each type's mark. */
export const KEYWORD_CLASS: Readonly<Record<KeywordType, string>> = {
  main: "main",
  "Key Terms": "term",
  Callouts: "callout",
  Warnings: "warning",
};

/** How the types are marked, wherever they are: by a line of its own kind, so that no colour is needed. */
export const keywordMarks = css`
  .keyword {
    text-decoration: underline 2px;
    text-underline-offset: 0.28em;
    text-decoration-skip-ink: none;
  }
  .main {
    text-decoration-color: var(--cw-main);
  }
  .term {
    text-decoration-style: dotted;
    text-decoration-color: var(--cw-term);
  }
  .callout {
    text-decoration-style: dashed;
    text-decoration-color: var(--cw-callout);
  }
  .warning {
    text-decoration-style: double;
    text-decoration-color: var(--cw-warning);
  }
`;
