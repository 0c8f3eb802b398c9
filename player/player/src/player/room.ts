/** From this width on, in pixels, the recording stands beside the text. */
const WIDE = 896;

/** How much room the player has, and how much of the screen its own parts take from the text. */
export class Room {
  private readonly observer = new ResizeObserver(() => this.measure());
  private screen: HTMLElement | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly tell: (wide: boolean) => void,
  ) {}

  /** Measure from now on; `screen` is the recording, which sticks to the top where there is little room. */
  watch(screen?: HTMLElement): void {
    if (screen && screen === this.screen) return; // observing it anew would measure, and lay out, once more
    this.screen = screen;
    this.observer.observe(this.host);
    if (screen) this.observer.observe(screen);
    else this.measure();
  }

  /** Measure no more. */
  end(): void {
    this.observer.disconnect();
    this.screen = undefined;
  }

  /** How far down the screen something covers the text: the bar above it where it sticks, or the recording. */
  covered(bar: HTMLElement | undefined): number {
    const sticks = bar && getComputedStyle(bar).position === "sticky";
    const above = sticks ? bar : this.wide ? undefined : this.screen;
    return Math.max(0, above?.getBoundingClientRect().bottom ?? 0);
  }

  private get wide(): boolean {
    return this.host.getBoundingClientRect().width >= WIDE;
  }

  private measure(): void {
    this.host.style.setProperty("--covered", `${this.wide ? 0 : (this.screen?.offsetHeight ?? 0)}px`);
    this.tell(this.wide);
  }
}
