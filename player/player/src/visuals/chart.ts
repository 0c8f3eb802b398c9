import type { ChartContent } from "@cueweave/client";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { base } from "../tokens.js";
import type { Drawing } from "./chart-drawing.js";
import { isLying } from "./lying.js";
import { paletteAt } from "./palette.js";
import { strings } from "./strings.js";
import { visualStyles } from "./styles.js";

const GROWING = 500;
/** What draws, once the first chart has fetched it. */
let drawer: typeof import("./chart-drawing.js") | null = null;

/**
 * A chart on a canvas. Chart.js is fetched when there is one to draw. It is drawn again when the scheme of colours changes,
 * which the transition of an unseen element tells, whatever the reason is.
 *
 * @fires cw-undrawn - Chart.js couldn't be fetched; doesn't bubble
 */
export class CueweaveChart extends LitElement {
  static override styles = [base, visualStyles];
  static override properties = { content: { attribute: false }, still: { type: Boolean } };

  declare content: ChartContent | null;
  /** Whether it is there at once, without growing. */
  declare still: boolean;

  private readonly canvas = createRef<HTMLCanvasElement>();
  private readonly probe = createRef<HTMLElement>();
  private drawing: Drawing | null = null;

  constructor() {
    super();
    this.content = null;
    this.still = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.forPaper);
    addEventListener("afterprint", this.again);
    if (this.hasUpdated) void this.draw(0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.forPaper);
    removeEventListener("afterprint", this.again);
    this.drawing?.end();
    this.drawing = null;
  }

  /** When it is drawn, or it is known that it can't be. */
  async drawn(): Promise<void> {
    await this.updateComplete;
    await this.draw(0);
  }

  protected override render(): TemplateResult {
    const label = this.content ? strings.chart(this.content.chart_type, this.content.title) : "";
    const kind = this.content?.chart_type ?? "";
    return html`<div class="chart ${kind}">
      <span class="probe" aria-hidden="true" ${ref(this.probe)}></span>
      <span class="watch" aria-hidden="true" @transitionend=${this.again}></span>
      <canvas role="img" aria-label=${label} ${ref(this.canvas)}></canvas>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("content")) return;
    const bars = this.content && isLying(this.content) ? this.content.data.labels.length : 0;
    this.style.setProperty("--bars", String(bars));
    const still = this.still || matchMedia("(prefers-reduced-motion: reduce)").matches;
    void this.draw(still ? 0 : GROWING);
  }

  private readonly again = (): void => {
    void this.draw(0);
  };

  /** On paper the scheme is light; nothing may be awaited here, so only a chart that was drawn before is drawn. */
  private readonly forPaper = (): void => {
    if (!this.probe.value) return;
    this.probe.value.style.colorScheme = "light";
    this.drawNow(0);
    this.probe.value.style.colorScheme = "";
  };

  private async draw(duration: number): Promise<void> {
    drawer ??= await import("./chart-drawing.js").catch(() => null);
    if (drawer) this.drawNow(duration);
    else this.dispatchEvent(new CustomEvent("cw-undrawn"));
  }

  private drawNow(duration: number): void {
    const [canvas, probe] = [this.canvas.value, this.probe.value];
    if (!drawer || !this.content || !this.isConnected || !canvas || !probe) return;
    this.drawing?.end();
    this.drawing = drawer.draw(canvas, this.content, paletteAt(probe), duration);
  }
}

customElements.define("cueweave-chart", CueweaveChart);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-chart": CueweaveChart;
  }
}
