import type { TaskStatus } from "@cueweave/client";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Showing } from "./changes.js";
import type { Confirm } from "./confirm.js";
import "./confirm.js";
import type { Desk } from "./desk.js";
import type { Job } from "./files.js";
import type { HandIn } from "./hand-in.js";
import "./hand-in.js";
import { base, look } from "./look.js";
import type { Names } from "./memory.js";
import { strings } from "./strings.js";
import "./task-row.js";
import type { Upload } from "./uploads.js";
import "./upload-row.js";
import { inWords } from "./words.js";

const say = strings.tasks;

/** Where files are handed in, and what has become of those before. */
@customElement("cueweave-home")
export class Home extends LitElement {
  static override styles = [
    base,
    look,
    css`
      h1 {
        margin-block-end: 1.25rem;
      }
      section {
        margin-block-start: 2.5rem;
      }
      section > h2 {
        padding-block-end: 0.4rem;
        border-block-end: 1px solid var(--cw-line);
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
      }
      .none {
        padding-block: 1.5rem;
        color: var(--cw-muted);
      }
      .none strong {
        display: block;
        font-weight: 600;
        color: var(--cw-text);
      }
      .more {
        margin-block-start: 1rem;
      }
      .ghost {
        block-size: 1.1rem;
        margin-block: 1.2rem;
        border-radius: 4px;
        background: var(--cw-surface);
      }
      .ghost:nth-child(odd) {
        inline-size: 70%;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private missing = { names: "", language: "" };
  @state() private problem = "";
  @state() private loadingMore = false;
  @query("cueweave-confirm") private confirm!: Confirm;
  @query("cueweave-hand-in") private handIn!: HandIn;
  @query("#under-way") private underWay!: HTMLElement | null;

  constructor() {
    super();
    new Showing(this, () => [this.desk.board.changes, this.desk.uploads.changes, this.desk.naming.changes]);
  }

  override render(): unknown {
    const { board, uploads, limits } = this.desk;
    return html`
      <h1 tabindex="-1">${strings.handIn.heading}</h1>
      <cueweave-hand-in
        .limits=${limits}
        .active=${board.active.length + uploads.sending}
        .missing=${this.missing}
        @cw-hand-in=${({ detail }: CustomEvent<Job>) => this.start(detail)}
      ></cueweave-hand-in>
      <p class="wrong" role="alert">${this.problem}</p>
      ${this.running()} ${this.finished()}
      <cueweave-confirm></cueweave-confirm>
    `;
  }

  private running(): unknown {
    const { board, uploads } = this.desk;
    if (board.active.length + uploads.all.length === 0) return nothing;
    return html`
      <section
        aria-labelledby="under-way"
        @cw-stop=${({ detail }: CustomEvent<Upload>) => this.stopUpload(detail)}
        @cw-again=${({ detail }: CustomEvent<Upload>) => this.again(detail)}
        @cw-cancel=${({ detail }: CustomEvent<TaskStatus>) => this.cancel(detail)}
      >
        <h2 id="under-way" tabindex="-1">${say.underWay}</h2>
        <ul>
          ${repeat(
            uploads.all,
            ({ id }) => id,
            (upload) => html`<li><cueweave-upload .upload=${upload}></cueweave-upload></li>`,
          )}
        </ul>
        <ul>
          ${this.rows(board.active)}
        </ul>
      </section>
    `;
  }

  private finished(): unknown {
    const { board } = this.desk;
    return html`
      <section
        aria-labelledby="finished"
        aria-busy=${board.known ? "false" : "true"}
        @cw-resend=${({ detail }: CustomEvent<TaskStatus>) => this.resend(detail)}
      >
        <h2 id="finished" tabindex="-1">${say.finished}</h2>
        ${board.known ? this.list() : this.loading()}
      </section>
    `;
  }

  private loading(): unknown {
    return html`<p class="unseen">${say.loading}</p>
      <div class="ghost"></div>
      <div class="ghost"></div>
      <div class="ghost"></div>`;
  }

  private list(): unknown {
    const { board } = this.desk;
    if (board.finished.length === 0) {
      return html`<p class="none"><strong>${say.none}</strong> ${say.noneHint}</p>`;
    }
    return html`
      <ul>
        ${this.rows(board.finished)}
      </ul>
      ${
        board.hasMore
          ? html`<button class="more" ?disabled=${this.loadingMore} @click=${this.more}>
              ${this.loadingMore ? say.moreBusy : say.more}
            </button>`
          : nothing
      }
    `;
  }

  private rows(tasks: readonly TaskStatus[]): unknown {
    const { board } = this.desk;
    return repeat(
      tasks,
      ({ task_id }) => task_id,
      (task) =>
        html`<li>
          <cueweave-task .task=${task} .name=${this.desk.nameOf(task)} .left=${board.leftOf(task)}></cueweave-task>
        </li>`,
    );
  }

  private start(job: Job): void {
    this.missing = { names: "", language: "" };
    this.problem = "";
    this.desk.uploads.start(job);
  }

  private stopUpload(upload: Upload): void {
    this.desk.uploads.remove(upload);
    this.desk.say(strings.uploads.stopped(upload.media));
    this.catchFocus();
  }

  private again(upload: Upload): void {
    if (this.desk.uploads.again(upload)) this.catchFocus();
    else this.choose(upload, upload.language);
  }

  private resend(task: TaskStatus): void {
    const job = this.desk.uploads.jobOf(task.task_id);
    if (job) this.start(job);
    else this.choose(this.desk.names.of(task.task_id) ?? { media: this.desk.nameOf(task), subtitles: null }, "");
  }

  private choose({ media, subtitles, slides }: Names, language: string): void {
    this.missing = { names: [media, subtitles, slides].filter(Boolean).join(" + "), language };
    this.handIn.focus();
  }

  private async cancel(task: TaskStatus): Promise<void> {
    const { confirm } = strings;
    if (!(await this.confirm.ask({ ...confirm, heading: confirm.heading(this.desk.nameOf(task)) }))) return;
    try {
      await this.desk.board.cancel(task.task_id);
      this.problem = "";
    } catch (error) {
      this.problem = inWords(error);
      this.desk.board.look();
    }
    this.catchFocus();
  }

  private async more(): Promise<void> {
    this.loadingMore = true;
    try {
      const before = this.desk.board.finished.length;
      await this.desk.board.more();
      await this.updateComplete;
      const row = this.renderRoot.querySelectorAll("section:last-of-type cueweave-task")[before];
      row?.shadowRoot?.querySelector<HTMLElement>("a, button")?.focus();
      this.problem = "";
    } catch (error) {
      this.problem = inWords(error);
    } finally {
      this.loadingMore = false;
    }
  }

  /** The row that had the focus is gone. */
  private async catchFocus(): Promise<void> {
    await this.updateComplete;
    if (this.underWay) this.underWay.focus();
    else this.handIn.focus();
  }
}
