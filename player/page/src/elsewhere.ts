import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Tells a menu or a panel that somebody clicked or touched the page elsewhere. */
export class Elsewhere implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly close: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("pointerdown", this.look);
  }

  hostDisconnected(): void {
    document.removeEventListener("pointerdown", this.look);
  }

  private readonly look = (event: Event): void => {
    if (!event.composedPath().includes(this.host)) this.close();
  };
}
