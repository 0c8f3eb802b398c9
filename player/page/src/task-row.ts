import type { TaskStatus } from "@cueweave/client";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { duration, moment } from "./format.js";
import { base, look, row } from "./look.js";
import { hashOf } from "./route.js";
import { strings } from "./strings.js";

const say = strings.tasks;
const chevron = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
  <path d="m9 5 7 7-7 7" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;

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
      .link {
        position: relative;
      }
      /* the whole row leads there, for fingers */
      h3 a::after {
        content: "";
        position: absolute;
        inset: 0;
      }
      .link:hover a {
        color: var(--cw-accent);
      }
      svg {
        color: var(--cw-muted);
        transition: translate 0.15s;
      }
      .link:hover svg {
        color: var(--cw-accent);
        translate: 3px 0;
      }
      :host(:dir(rtl)) svg {
        scale: -1 1;
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
      <article class="link">
        <div>
          <h3 dir="auto"><a href=${hashOf(task_id)}>${this.name}</a></h3>
          <p class="about">${say.started(moment(created_at))}</p>
        </div>
        ${chevron}
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
