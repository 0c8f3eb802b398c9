import type { Keyword, KeywordType, Result } from "@cueweave/client";
import { type Cell, withoutRow, withRow, written } from "./cells.js";
import { addKeyword, changeKeyword, removeKeyword } from "./keywords.js";
import { joinWithNext, retitle, splitParagraph } from "./structure.js";
import { moveVisual, removeVisual, reviseContent, reviseVisual, type VisualRevision } from "./visuals.js";
import { fixWord, removeParagraph, removeWord, rewriteParagraph } from "./words.js";

/** What can be done to a result, as a value; `at` is a paragraph's index. */
export type Edit =
  | { readonly kind: "rewrite"; readonly at: number; readonly text: string }
  | { readonly kind: "fix-word"; readonly at: number; readonly word: number; readonly text: string }
  | { readonly kind: "remove-word"; readonly at: number; readonly word: number }
  | { readonly kind: "remove"; readonly at: number }
  | { readonly kind: "split"; readonly at: number; readonly word: number }
  | { readonly kind: "join"; readonly at: number }
  | { readonly kind: "title"; readonly at: number; readonly title: string }
  | { readonly kind: "add-keyword"; readonly at: number; readonly word: string; readonly type: KeywordType }
  | { readonly kind: "change-keyword"; readonly at: number; readonly index: number; readonly keyword: Keyword }
  | { readonly kind: "remove-keyword"; readonly at: number; readonly index: number }
  | { readonly kind: "revise-visual"; readonly at: number; readonly revision: VisualRevision }
  | { readonly kind: "write-cell"; readonly at: number; readonly cell: Cell; readonly text: string }
  | { readonly kind: "add-row"; readonly at: number; readonly row: number }
  | { readonly kind: "remove-row"; readonly at: number; readonly row: number }
  | { readonly kind: "move-visual"; readonly at: number; readonly to: number }
  | { readonly kind: "remove-visual"; readonly at: number };

/** The result after the edit; the same object if it changes nothing. Raises EditRefused. */
export function edited(result: Result, edit: Edit): Result {
  switch (edit.kind) {
    case "rewrite":
      return rewriteParagraph(result, edit.at, edit.text);
    case "fix-word":
      return fixWord(result, edit.at, edit.word, edit.text);
    case "remove-word":
      return removeWord(result, edit.at, edit.word);
    case "remove":
      return removeParagraph(result, edit.at);
    case "split":
      return splitParagraph(result, edit.at, edit.word);
    case "join":
      return joinWithNext(result, edit.at);
    case "title":
      return retitle(result, edit.at, edit.title);
    case "add-keyword":
      return addKeyword(result, edit.at, edit.word, edit.type);
    case "change-keyword":
      return changeKeyword(result, edit.at, edit.index, edit.keyword);
    case "remove-keyword":
      return removeKeyword(result, edit.at, edit.index);
    case "revise-visual":
      return reviseVisual(result, edit.at, edit.revision);
    case "write-cell":
      return reviseContent(result, edit.at, (content) => written(content, edit.cell, edit.text));
    case "add-row":
      return reviseContent(result, edit.at, (content) => withRow(content, edit.row));
    case "remove-row":
      return reviseContent(result, edit.at, (content) => withoutRow(content, edit.row));
    case "move-visual":
      return moveVisual(result, edit.at, edit.to);
    case "remove-visual":
      return removeVisual(result, edit.at);
  }
}
