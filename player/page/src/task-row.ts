import type { TaskStatus } from "@cueweave/client";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { duration, moment } from "./format.js";
import { base, look, row } from "./look.js";
import { hashOf } from "./route.js";
import { strings } from "./strings.js";

const say = strings.tasks;

/** A task: what is being done and how far it is, or how it ended; tells `cw-cancel` and `cw-resend`. */
@customElement("cueweave-task")
export class TaskRow extends LitElement {
  static override styles = [
    base,
    look,
    row,
    css`
      h3 a {
        color: inherit;
        text-decoration: none;
      }
      article:has(h3 a):hover h3 a,
      h3 a:hover {
        color: var(--cw-accent);
        text-decoration: underline;
      }
      .error {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) task!: TaskStatus;
  @property() name = "";
  /** Seconds that it will still take, about. */
  @property({ attribute: false }) left: number | null = null;

  /** Whether its name stands above it already, and nothing is done about it here. */
  @property({ type: Boolean }) plain = false;

  override render(): unknown {
    const { status } = this.task;
    if (status === "pending" || status === "processing") return this.underWay();
    return status === "completed" ? this.done() : this.gone();
  }

  private underWay(): unknown {
    const { stage, progress, created_at } = this.task;
    return html`
      <article>
        <div>
          ${this.plain ? nothing : html`<h3 dir="auto">${this.name}</h3>`}
          <p class="about numbers">
            <span>${strings.stages[stage] ?? stage}</span>
            ${progress > 0 ? html`<span>${say.percent(progress)}</span>` : nothing}
            ${this.left === null ? nothing : html`<span>${say.left(duration(this.left))}</span>`}
            <span>${say.started(moment(created_at))}</span>
          </p>
        </div>
        ${this.plain ? nothing : this.cancelling()}
        <progress max="100" .value=${progress} aria-label=${say.progressOf(this.name)}></progress>
      </article>
    `;
  }

  private cancelling(): unknown {
    return html`<div class="doing">
      <button class="quiet" aria-label=${say.cancelOf(this.name)} @click=${() => this.tell("cw-cancel")}>
        ${say.cancel}
      </button>
    </div>`;
  }

  private done(): unknown {
    const { task_id, created_at } = this.task;
    return html`
      <article>
        <div>
          <h3 dir="auto"><a href=${hashOf(task_id)}>${this.name}</a></h3>
          <p class="about">${say.started(moment(created_at))}</p>
        </div>
      </article>
    `;
  }

  private gone(): unknown {
    const { status, created_at, error_message } = this.task;
    const failed = status === "failed";
    return html`
      <article class="said">
        <div>
          <h3 dir="auto">${this.name}</h3>
          <p class="about">
            <span class=${failed ? "wrong" : ""}>${strings.statuses[status] ?? status}</span>
            <span>${say.started(moment(created_at))}</span>
          </p>
          ${failed ? html`<p class="small error" dir="auto">${error_message || say.failed}</p>` : nothing}
        </div>
        <div class="doing">
          <button aria-label=${say.againOf(this.name)} @click=${() => this.tell("cw-resend")}>${say.again}</button>
        </div>
      </article>
    `;
  }

  private tell(name: "cw-cancel" | "cw-resend"): void {
    this.dispatchEvent(new CustomEvent(name, { detail: this.task, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-task": TaskRow;
  }
}
