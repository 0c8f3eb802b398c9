import type { Limits } from "@cueweave/client";
import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { appLook } from "./app-look.js";
import { Showing } from "./changes.js";
import type { Confirm } from "./confirm.js";
import "./confirm.js";
import { type Desk, enter } from "./desk.js";
import "./home.js";
import { base, look, tokens } from "./look.js";
import { forgetIdentity, type Identity, recallIdentity } from "./memory.js";
import "./result-view.js";
import type { ResultView } from "./result-view.js";
import { hashOf, momentOf, type Route, routeOf } from "./route.js";
import "./sign-in.js";
import { Reaching } from "./reaching.js";
import { strings } from "./strings.js";
import { titleOf } from "./title.js";

/** The page: who is there, where they are, and whether the server can be reached. */
@customElement("cueweave-app")
export class App extends LitElement {
  static override styles = [tokens, base, look, appLook];

  @state() private route: Route = routeOf(location.hash);
  @state() private limits: Limits | null = null;
  @state() private stage: "starting" | "signed out" | "signed in" = "starting";
  @state() private notice = "";
  @query("cueweave-confirm") private confirm!: Confirm;
  @query("cueweave-result") private result!: ResultView | null;
  private desk: Desk | null = null;
  private readonly reaching = new Reaching(() => this.desk?.board ?? null);
  private unlisten: (() => void)[] = [];

  constructor() {
    super();
    new Showing(this, () => [this.reaching.changes]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", () => this.go());
    window.addEventListener("beforeunload", (event) => this.desk?.uploads.sending && event.preventDefault());
    // a file that misses its place must not take the page away
    for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
    void this.start();
  }

  override render(): unknown {
    return html`
      <header>
        <a class="skip" href="#main" @click=${this.skip}>${strings.skip}</a>
        <a class="mark" href="#/">${strings.name}</a>
        ${
          this.desk
            ? html`<span class="who small muted"><span class="as">${strings.signIn.as}</span> <bdi>${this.desk.user}</bdi></span>
                <button class="quiet small" @click=${this.signOut}>${strings.signIn.out}</button>`
            : nothing
        }
      </header>
      <div class="connection" role="status">${this.connection()}</div>
      <main id="main" tabindex="-1" class=${this.route.view === "task" && this.desk ? "full" : ""}>${this.content()}</main>
      <p class="unseen" role="status">${this.desk?.said ?? ""}</p>
      <cueweave-confirm></cueweave-confirm>
    `;
  }

  protected override updated(): void {
    document.title = titleOf(this.desk, this.route, this.result?.name ?? null);
  }

  private content(): unknown {
    if (this.stage === "starting") return html`<p class="muted starting">${strings.signIn.waiting}</p>`;
    if (!this.desk) {
      return html`<cueweave-sign-in
        .auth=${this.limits?.auth ?? "header"}
        .notice=${this.notice}
        .enter=${(identity: Identity) => this.signIn(identity)}
      ></cueweave-sign-in>`;
    }
    switch (this.route.view) {
      case "home":
        return html`<cueweave-home .desk=${this.desk}></cueweave-home>`;
      case "task":
        return html`<cueweave-result
          .desk=${this.desk}
          .taskId=${this.route.taskId}
          .time=${this.route.time}
          @cw-opening=${() => this.requestUpdate()}
        ></cueweave-result>`;
      case "nowhere":
        return html`<h1 tabindex="-1">${strings.nowhere.heading}</h1>
          <p class="nowhere">${strings.nowhere.text} <a href="#/">${strings.result.back}</a></p>`;
    }
  }

  private connection(): unknown {
    const { state } = this.reaching;
    if (state === "good") return nothing;
    const now = html`<button class="small" @click=${() => this.reaching.tryNow()}>${strings.connection.now}</button>`;
    return html`<p>${state === "offline" ? strings.connection.offline : strings.connection.lost}</p>
      ${state === "offline" ? nothing : now}`;
  }

  /** Learns how the server wants callers to say who they are, and goes on as whom the browser remembers. */
  private async start(): Promise<void> {
    this.limits = await this.reaching.limits();
    const known = recallIdentity(this.limits?.auth ?? "header");
    if (!known) {
      this.stage = "signed out";
      return;
    }
    try {
      await this.reaching.patiently(() => this.signIn(known));
    } catch {
      this.refuse();
    }
  }

  private async signIn(identity: Identity): Promise<void> {
    const desk = await enter(identity, this.limits, () => this.refuse());
    this.notice = "";
    this.desk = desk;
    this.stage = "signed in";
    const sources = [desk.changes, desk.board.changes, desk.uploads.changes, desk.naming.changes];
    this.unlisten = sources.map((source) => source.listen(() => this.requestUpdate()));
    desk.board.open();
    this.requestUpdate();
    void this.focusHeading();
  }

  private readonly signOut = async (): Promise<void> => {
    const { leaveHeading: heading, leaveText: text, leaveNo: no, leaveYes: yes } = strings.confirm;
    if (this.desk?.uploads.sending && !(await this.confirm.ask({ heading, text, no, yes }))) return;
    this.leave("");
    location.hash = "#/";
  };

  /** The server no longer knows who this is. */
  private refuse(): void {
    if (this.stage !== "signed out") this.leave(strings.signIn.expired);
  }

  private leave(notice: string): void {
    for (const end of this.unlisten.splice(0)) end();
    this.desk?.close();
    this.desk = null;
    forgetIdentity();
    this.notice = notice;
    this.stage = "signed out";
    this.requestUpdate();
    void this.focusHeading();
  }

  private go(): void {
    const time = momentOf(location.hash);
    if (time !== null && this.route.view === "task") {
      // the player's own links know nothing of the page that it stands in
      history.replaceState(null, "", hashOf(this.route.taskId, time));
      this.result?.seek(time);
      return;
    }
    const before = this.route;
    this.route = routeOf(location.hash);
    const same = before.view === "task" && this.route.view === "task" && before.taskId === this.route.taskId;
    if (same && this.route.view === "task" && this.route.time !== null) this.result?.seek(this.route.time);
    if (!same) void this.focusHeading();
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>("main")?.focus();
  }

  /** What is new begins with its heading, for those who listen; the first view of a page has no need of that. */
  private async focusHeading(): Promise<void> {
    await this.updateComplete;
    const view = this.renderRoot.querySelector<LitElement>("main > :first-child");
    await view?.updateComplete;
    const heading = view?.matches("h1") ? view : view?.shadowRoot?.querySelector<HTMLElement>("h1");
    (heading as HTMLElement | null | undefined)?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}
