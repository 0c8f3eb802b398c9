/** How fast something goes forward, and how long it will still take. */

interface Sample {
  time: number;
  done: number;
}

/** Progress over the last while; times are seconds of any clock that goes forward. */
export class Pace {
  private samples: Sample[] = [];

  /** Looks back for so many seconds, and says nothing before it has seen `least` of them. */
  constructor(
    private readonly window: number,
    private readonly least: number,
  ) {}

  /** So much is done at this time. */
  add(time: number, done: number): void {
    this.samples.push({ time, done });
    while (this.samples.length > 2 && time - (this.samples[1]?.time ?? time) >= this.window) this.samples.shift();
  }

  /** How much is done in a second; null as long as that can't be told. */
  get speed(): number | null {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last || last.time - first.time < this.least) return null;
    const speed = (last.done - first.done) / (last.time - first.time);
    return speed > 0 ? speed : null;
  }

  /** Seconds until `total` is done. */
  left(total: number): number | null {
    const last = this.samples.at(-1);
    return this.speed === null || !last ? null : Math.max(total - last.done, 0) / this.speed;
  }
}
