import { KEYWORD_CLASS } from "../keyword-marks.js";
import { directionOf } from "../model/direction.js";
import { keywordSpans } from "../model/keywords.js";
import { spacing } from "../model/spacing.js";
import { clockTime } from "../model/time.js";
import type { ParagraphRef, Transcript } from "../model/transcript.js";
import { withMoment } from "../moments/moments.js";
import { strings } from "../strings.js";

const LINE_OF_TEXT = 62;

/**
 * The text as elements. Paragraphs begin as plain text, which is cheap and can be read and found at once; their words become
 * elements when they come near the screen or are asked for. That changes nothing that is seen.
 */
export class Paper {
  /** What goes into the page: headings, paragraphs, and after each paragraph with a visual a slot `after-N`. */
  readonly content = document.createDocumentFragment();
  private readonly blocks: HTMLElement[] = [];
  private readonly texts: HTMLElement[] = [];
  private readonly spans: HTMLElement[] = [];
  private readonly filled = new Set<number>();
  private readonly nearby: IntersectionObserver;
  private readonly direction: "ltr" | "rtl" | "auto";

  constructor(
    private readonly transcript: Transcript,
    private readonly whenFilled: (paragraph: number) => void,
  ) {
    this.direction = directionOf(transcript.result.media?.language);
    this.nearby = new IntersectionObserver((entries) => this.fillSeen(entries), { rootMargin: "60% 0px" });
    transcript.paragraphs.forEach((paragraph, at) => {
      if (paragraph.paragraph.title) this.content.append(heading(paragraph.paragraph.title));
      this.content.append(this.block(paragraph, at));
      if (paragraph.paragraph.visuals) this.content.append(slot(at));
    });
  }

  /** Let go of the page. */
  end(): void {
    this.nearby.disconnect();
  }

  /** The element of a paragraph. */
  paragraph(at: number): HTMLElement | undefined {
    return this.blocks[at];
  }

  /** The element of a word; makes those of its paragraph if there are none yet. */
  word(index: number): HTMLElement | undefined {
    const ref = this.transcript.words[index];
    if (!ref) return undefined;
    this.fill(ref.paragraph);
    return this.spans[index];
  }

  /** The element of a word only if it is there already. */
  made(index: number): HTMLElement | undefined {
    return this.spans[index];
  }

  /** Make elements of a paragraph's words. */
  private fill(at: number): void {
    const ref = this.transcript.paragraphs[at];
    if (!ref || this.filled.has(at)) return;
    this.filled.add(at);
    this.nearby.unobserve(this.blocks[at] as HTMLElement);
    this.texts[at]?.replaceChildren(this.words(ref));
    this.whenFilled(at);
  }

  private fillSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) this.fill(Number((target as HTMLElement).dataset.paragraph));
    }
  }

  private block({ paragraph, start, first }: ParagraphRef, at: number): HTMLElement {
    const block = element("div", "paragraph");
    block.dataset.paragraph = String(at);
    const lines = Math.max(1, Math.ceil(paragraph.paragraph_text.length / LINE_OF_TEXT)) + (paragraph.speaker ? 1 : 0);
    block.style.setProperty("--lines", String(lines));
    const text = element("p", "text");
    if (this.direction === "auto") text.dir = "auto"; // else an Arabic paragraph that begins with "DNA" would run wrongly
    text.textContent = paragraph.paragraph_text;
    block.append(moment(this.transcript.words[first]?.start ?? start));
    if (paragraph.speaker) block.append(named(paragraph.speaker));
    block.append(text);
    this.blocks.push(block);
    this.texts.push(text);
    this.nearby.observe(block);
    return block;
  }

  private words(ref: ParagraphRef): DocumentFragment {
    const made = document.createDocumentFragment();
    const gaps = spacing(ref.paragraph);
    const keywords = keywordSpans(ref.paragraph);
    let next = 0;
    let place: HTMLElement | DocumentFragment = made;
    for (let at = 0; at <= ref.last - ref.first; at++) {
      const keyword = keywords[next];
      place.append(gaps[at] ?? " ");
      if (keyword?.first === at) {
        place = element("span", `keyword ${KEYWORD_CLASS[keyword.type] ?? "main"}`);
        made.append(place);
      }
      place.append(this.span(ref.first + at));
      if (keyword?.last === at) {
        place = made;
        next++;
      }
    }
    made.append(gaps[gaps.length - 1] ?? "");
    return made;
  }

  private span(index: number): HTMLElement {
    const span = element("span", "word");
    span.dataset.word = String(index);
    span.textContent = this.transcript.words[index]?.text ?? "";
    this.spans[index] = span;
    return span;
  }
}

function heading(title: string): HTMLElement {
  const made = element("h3", "chapter");
  made.append(document.createElement("bdi"));
  (made.firstChild as HTMLElement).textContent = title;
  return made;
}

/** Who speaks. */
function named(speaker: string): HTMLElement {
  const made = element("div", "speaker");
  made.append(document.createElement("bdi"));
  (made.firstChild as HTMLElement).textContent = speaker;
  return made;
}

/** The paragraph's time, a link to its moment; a page's own route stays in it, so that it leads here from anywhere. */
function moment(start: number): HTMLElement {
  const link = element("a", "time");
  link.setAttribute("href", withMoment(location.hash, Math.floor(start * 10) / 10));
  link.setAttribute("aria-label", strings.playFrom(clockTime(start)));
  link.dataset.start = String(start);
  link.textContent = clockTime(start);
  return link;
}

function slot(at: number): HTMLElement {
  const made = document.createElement("slot");
  made.name = `after-${at}`;
  return made;
}

function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
