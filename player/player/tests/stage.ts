/** What the browser tests mount single elements from: all of them, and the tokens for a page without a player. */
import { tokens } from "../src/tokens.js";
import "../src/chapters/element.js";
import "../src/edit/element.js";
import "../src/keyboard/shortcuts.js";
import "../src/legend/element.js";
import "../src/print/element.js";
import "../src/search/element.js";
import "../src/visuals/element.js";

export { transcriptOf } from "../src/model/transcript.js";
export { search } from "../src/search/search.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(tokens.cssText.replace(":host", ":root"));
document.adoptedStyleSheets.push(sheet);
