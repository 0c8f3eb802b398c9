/** The result document as the server gives it; times are seconds in the medium. */

export interface Word {
  word: string;
  start: number;
  end: number;
  /** The probability that the start lies within 100 ms of the truth. */
  confidence: number;
}

export type KeywordType = "main" | "Key Terms" | "Callouts" | "Warnings";

export interface Keyword {
  word: string;
  type: KeywordType;
}

export type ChartType = "bar" | "line" | "pie" | "radar" | "doughnut";

export interface ChartContent {
  type: "chart";
  chart_type: ChartType;
  title: string;
  data: { labels: string[]; datasets: number[] };
}

export interface TableContent {
  type: "table";
  title: string;
  caption: string | null;
  headers: string[];
  data: string[][];
}

export interface ImageContent {
  type: "image";
  title: string;
  alt_text: string | null;
  url: string;
}

export type VisualContent = ChartContent | TableContent | ImageContent;

/** What appears beside the text from `start_time` to `end_time`. */
export interface Visual {
  type: VisualContent["type"];
  title: string;
  start_time: number;
  end_time: number;
  content: VisualContent;
}

export interface Paragraph {
  paragraph_id: number;
  paragraph_text: string;
  start_time: number;
  end_time: number;
  /** Set where a new topic starts. */
  title: string | null;
  keywords: Keyword[];
  words: Word[];
  visuals: Visual | null;
  /** Who says all of it, where that is known. */
  speaker?: string | undefined;
}

export interface Result {
  paragraphs: Paragraph[];
  media?: { duration: number; kind: "video" | "audio"; language: string | null };
  alignment?: Record<string, unknown>;
  analysis?: { method: string };
}
