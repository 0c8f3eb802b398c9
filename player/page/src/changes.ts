/** Things with a life of their own, and elements that show them. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Tells those who listen that something has changed. */
export class Changes {
  private readonly listeners = new Set<() => void>();

  /** Calls the listener from now on; the answer ends that. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Renders its element anew after every change of what the element shows, as long as it is in the page. */
export class Showing implements ReactiveController {
  private ends: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sources: () => Changes[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.ends = this.sources().map((source) => source.listen(() => this.host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const end of this.ends) end();
    this.ends = [];
  }
}
