import type { ChartContent } from "@cueweave/client";
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  RadarController,
  RadialLinearScale,
  Tooltip,
} from "chart.js";
import { isLying, LINE } from "./lying.js";
import type { Palette } from "./palette.js";

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  RadarController,
  RadialLinearScale,
  Tooltip,
);

/** Labels side by side have room for so many characters in all, and each gets at least `SHORTEST`. */
const ROW = 40;
const SHORTEST = 8;
/** A label has at most so many lines. */
const LINES = 4;

/** A chart on a canvas. */
export interface Drawing {
  end(): void;
}

/** Draws the chart in the palette's colours; `duration` in milliseconds is how long it grows, 0 for not at all. */
export function draw(canvas: HTMLCanvasElement, content: ChartContent, palette: Palette, duration: number): Drawing {
  const chart = new Chart(canvas, {
    type: content.chart_type,
    data: {
      labels: content.data.labels.map((label) => lines(label, lineOf(content))),
      datasets: [dataset(content, palette)],
    },
    options: options(content, palette, duration),
  });
  return { end: () => chart.destroy() };
}

function dataset(content: ChartContent, palette: Palette): ChartDataset {
  const common = { data: content.data.datasets, label: content.title };
  const line = { borderColor: palette.accent, backgroundColor: palette.soft, borderWidth: 2.5, fill: true };
  const dots = { pointBackgroundColor: palette.accent, pointBorderColor: palette.background, pointRadius: 4 };
  switch (content.chart_type) {
    case "bar":
      return { ...common, backgroundColor: palette.accent, hoverBackgroundColor: palette.accent, ...BARS };
    case "line":
      return { ...common, ...line, ...dots, pointHoverRadius: 6, tension: 0.25 };
    case "radar":
      return { ...common, ...line, ...dots, pointHoverRadius: 6 };
    default:
      return { ...common, ...slices(content.data.datasets.length, palette) };
  }
}

const BARS = { borderRadius: 4, maxBarThickness: 56, categoryPercentage: 0.75 };

function slices(count: number, palette: Palette): Record<string, unknown> {
  const colours = Array.from({ length: count }, (_, at) => palette.series[at % palette.series.length]);
  const border = { borderColor: palette.background, hoverBorderColor: palette.background, borderWidth: 2 };
  return { backgroundColor: colours, hoverBackgroundColor: colours, ...border, hoverOffset: 6 };
}

function options(content: ChartContent, palette: Palette, duration: number): Record<string, unknown> {
  const isRound = content.chart_type === "pie" || content.chart_type === "doughnut";
  const font = { family: palette.font, size: 13 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: duration > 0 ? { duration } : false,
    color: palette.text,
    font,
    locale: document.documentElement.lang || undefined,
    layout: { padding: 4 },
    ...(isLying(content) ? { indexAxis: "y" } : {}),
    ...(content.chart_type === "doughnut" ? { cutout: "58%" } : {}),
    scales: isRound ? {} : scales(content, palette, font),
    plugins: {
      legend: isRound
        ? { position: "right", labels: { color: palette.text, font, boxWidth: 14, padding: 12 } }
        : { display: false },
      tooltip: {
        backgroundColor: palette.text,
        titleColor: palette.background,
        bodyColor: palette.background,
        bodyFont: font,
      },
    },
  };
}

function scales(
  content: ChartContent,
  palette: Palette,
  font: { family: string; size: number },
): Record<string, unknown> {
  const grid = { color: palette.line, tickColor: "transparent" };
  const ticks = { color: palette.muted, font };
  if (content.chart_type === "radar") {
    const round = { ...ticks, backdropColor: "transparent", maxTicksLimit: 5 };
    const names = { color: palette.text, font };
    return { r: { beginAtZero: true, grid, angleLines: { color: palette.line }, ticks: round, pointLabels: names } };
  }
  const labels = {
    grid: { display: false },
    border: { color: palette.line },
    ticks: { ...ticks, color: palette.text, autoSkip: !isLying(content) },
  };
  const numbers = { beginAtZero: content.chart_type === "bar", grid, border: { display: false }, ticks };
  return isLying(content) ? { x: numbers, y: labels } : { x: labels, y: numbers };
}

/** How long a line of a label is, in characters: bars and points that stand side by side share the width. */
function lineOf(content: ChartContent): number {
  if (isLying(content)) return 2 * LINE;
  const isRow = content.chart_type === "bar" || content.chart_type === "line";
  return isRow ? Math.max(Math.floor(ROW / content.data.labels.length), SHORTEST) : LINE;
}

/** A label in lines, as Chart.js takes them. */
function lines(label: string, length: number): string | string[] {
  const broken: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + word.length < length) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  if (broken.length > LINES) return [...broken.slice(0, LINES - 1), `${broken[LINES - 1]}…`];
  return broken.length > 1 ? broken : label;
}
