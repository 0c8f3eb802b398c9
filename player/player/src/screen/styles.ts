import { css } from "lit";

/** The picture keeps the place of 16:9 from the beginning, so that nothing moves when the medium arrives. */
export const screenStyles = css`
  :host {
    display: block;
    background: var(--cw-bg);
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    max-block-size: var(--cw-picture-height, none);
    aspect-ratio: 16 / 9;
    margin-inline: auto;
    overflow: hidden;
    border-radius: var(--cw-picture-radius, 0);
    background: #000;
  }
  .audio {
    aspect-ratio: auto;
    background: none;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  video::cue {
    background: rgb(0 0 0 / 0.78);
    color: #fff;
    font-family: var(--cw-font);
  }
  .trouble {
    z-index: 1;
    max-inline-size: 32rem;
    margin: 0.5rem;
    padding: 0.75rem 1.25rem;
    border-radius: var(--cw-radius);
    background: var(--cw-surface);
    color: var(--cw-text);
    text-align: center;
  }
  :host(:fullscreen) {
    display: flex;
    flex-direction: column;
    padding: 0;
  }
  :host(:fullscreen) .picture {
    flex: 1;
    inline-size: 100%;
    max-block-size: none;
    aspect-ratio: auto;
    border-radius: 0;
  }
`;
