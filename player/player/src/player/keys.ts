import { RATES } from "../controls/element.js";
import { type Action, actionOf } from "../keyboard/actions.js";
import { placeOf } from "../keyboard/place.js";
import type { CueweavePlayer } from "./element.js";

/** All players on the page; keys pressed outside of them go to the one that was used last. */
const players: CueweavePlayer[] = [];

/** What has no use for letters: nothing, a heading or the like to which a script gave the focus, a link or a button. */
const SPARE = "html, body, [tabindex='-1']:not([role]), a[href]:not([role]), button:not([role]), summary:not([role])";

/** Let the page's keys work this player; the answer ends that. */
export function listenToKeys(player: CueweavePlayer, screen: () => EventTarget | null): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const use = (): void => {
    players.sort((a, b) => Number(b === player) - Number(a === player));
  };
  players.push(player);
  player.addEventListener("pointerdown", use, { signal });
  player.addEventListener("focusin", use, { signal });
  const byKey = (event: KeyboardEvent): void => {
    const within = event.composedPath().includes(player);
    if (!within && (players[0] !== player || !spares(event))) return;
    const action = actionOf(event, placeOf(event, screen()));
    if (!action) return;
    event.preventDefault();
    act(player, action);
  };
  window.addEventListener("keydown", byKey, { signal });
  return () => {
    stop.abort();
    players.splice(players.indexOf(player), 1);
  };
}

/** Whether what has the focus outside of all players can spare the key. Within closed shadow trees nobody knows. */
function spares(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.matches(SPARE);
}

type Act<Kind extends Action["kind"]> = (player: CueweavePlayer, action: Extract<Action, { kind: Kind }>) => void;

const ACTS: { readonly [Kind in Action["kind"]]: Act<Kind> } = {
  "play-pause": (player) => player.togglePlay(),
  skip: (player, { seconds }) => player.seek(player.currentTime + seconds),
  "go-to-share": (player, { share }) => player.seek(share * player.duration),
  volume: ({ mediaElement: media }, { step }) => {
    if (media) media.volume = Math.min(1, Math.max(0, media.volume + step));
  },
  rate: ({ mediaElement: media }, { step }) => {
    if (media) media.playbackRate = rateBeside(media.playbackRate, step);
  },
  mute: ({ mediaElement: media }) => {
    if (media) media.muted = !media.muted;
  },
  captions: (player) => player.toggleCaptions(),
  fullscreen: (player) => player.toggleFullscreen(),
  search: (player) => player.search?.focus(),
  "next-hit": (player) => player.search?.step(1),
  "previous-hit": (player) => player.search?.step(-1),
  help: (player) => player.help(),
};

function act<Kind extends Action["kind"]>(player: CueweavePlayer, action: Extract<Action, { kind: Kind }>): void {
  (ACTS[action.kind as Kind] as Act<Kind>)(player, action);
}

function rateBeside(rate: number, step: 1 | -1): number {
  const beside = step > 0 ? RATES.find((each) => each > rate) : RATES.findLast((each) => each < rate);
  return beside ?? rate;
}
