/** Keys by which readers scroll. */
const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "]);
/** The part of the visible height that the spoken word stays in, and where it is put when it leaves it. */
const BAND = { top: 0.06, bottom: 0.72, target: 0.3 } as const;
const LONGEST_SCROLL = 1200;

/**
 * Keeps the spoken word on the screen until the reader scrolls, by wheel, touch, key or scrollbar; then it keeps still until it is
 * told to follow again.
 */
export class Follow {
  private following = true;
  private busyUntil = 0;
  private barHeld = false;
  private readonly stop = new AbortController();
  private scroller: HTMLElement | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly inset: () => number,
    private readonly changed: (following: boolean) => void,
  ) {
    const options = { signal: this.stop.signal, passive: true, capture: true };
    window.addEventListener("wheel", this.byWheel, options);
    window.addEventListener("touchmove", this.byTouch, options);
    window.addEventListener("pointerdown", this.byBar, options);
    window.addEventListener("pointerup", this.barFree, options);
    window.addEventListener("scroll", this.byScroll, options);
    window.addEventListener("scrollend", this.arrived, options);
    window.addEventListener("keydown", this.byKey, { signal: this.stop.signal, passive: true });
  }

  /** Let go of the page. */
  end(): void {
    this.stop.abort();
  }

  /** Follow again, or leave the page to the reader. */
  set(following: boolean): void {
    if (this.following === following) return;
    this.following = following;
    this.changed(following);
  }

  /** Bring `word` on the screen if it has left the comfortable part of it; `at once` for jumps. */
  show(word: HTMLElement, { atOnce = false } = {}): void {
    if (!this.following || (performance.now() < this.busyUntil && !atOnce)) return;
    const scroller = this.scrolls();
    const { top, height } = this.view(scroller);
    const { top: at, bottom } = word.getBoundingClientRect();
    if (at >= top + height * BAND.top && bottom <= top + height * BAND.bottom) return;
    const goal = scroller.scrollTop + at - top - height * BAND.target;
    this.busyUntil = performance.now() + LONGEST_SCROLL;
    scroller.scrollTo({ top: goal, behavior: atOnce || stillness() ? "instant" : "smooth" });
  }

  private scrolls(): HTMLElement {
    if (!this.scroller?.isConnected) this.scroller = scrollerOf(this.host);
    return this.scroller;
  }

  /** The part of the screen in which text is seen: below what sticks to its top. */
  private view(scroller: HTMLElement): { top: number; height: number } {
    const whole = scroller === document.scrollingElement;
    const rect = whole ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
    const top = Math.max(rect.top, this.inset());
    return { top, height: Math.max(120, Math.min(rect.bottom, window.innerHeight) - top) };
  }

  private readonly byWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && this.concerns(event)) this.set(false);
  };

  private readonly byTouch = (event: TouchEvent): void => {
    if (this.concerns(event)) this.set(false);
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !SCROLL_KEYS.has(event.key) || ownKeys(event)) return;
    this.set(false);
  };

  /** A pointer beyond the width of the content holds the scrollbar. */
  private readonly byBar = (event: PointerEvent): void => {
    const scroller = this.scrolls();
    const whole = scroller === document.scrollingElement;
    const { left, top } = whole ? { left: 0, top: 0 } : scroller.getBoundingClientRect();
    const [x, y] = [event.clientX - left - scroller.clientLeft, event.clientY - top];
    const inside = y >= 0 && y <= scroller.clientHeight;
    this.barHeld = inside && (x >= scroller.clientWidth ? x < scroller.offsetWidth + 32 : x < 0 && x > -32);
  };

  private readonly barFree = (): void => {
    this.barHeld = false;
  };

  private readonly byScroll = (): void => {
    if (this.barHeld) this.set(false);
  };

  private readonly arrived = (): void => {
    this.busyUntil = 0;
  };

  private concerns(event: Event): boolean {
    return event.composedPath().includes(this.scrolls());
  }
}

/** Whether a field, a menu or a slider takes the key for itself. */
function ownKeys(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable], [role=slider]");
}

function stillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The nearest element around `host`, through shadow roots, that scrolls; the page itself if there is none. */
function scrollerOf(host: HTMLElement): HTMLElement {
  for (let at: Node | null = host; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (!(at instanceof HTMLElement) || at === document.body || at === document.documentElement) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return (document.scrollingElement ?? document.documentElement) as HTMLElement;
}
