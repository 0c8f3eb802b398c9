/** Moments in addresses: `#t=83.2` as media fragments have it, and `#/tasks/ID?t=83.2` beside a page's own routes. */

/** The seconds that a hash names, such as `#t=83.2`, `#t=1:23`, `#t=npt:1:02:03,90` or `#/tasks/1?t=83`; else null. */
export function momentIn(hash: string): number | null {
  const value = parted(hash).find((part) => part.startsWith("t="));
  return value === undefined ? null : secondsOf(decoded(value.slice(2)));
}

/** The hash with the moment; a page's own route and its parameters stay. */
export function withMoment(hash: string, time: number): string {
  const rest = withoutMoment(hash);
  const moment = `t=${Math.max(Math.round(time * 10) / 10, 0)}`;
  if (!rest.startsWith("#/")) return `#${[...parted(rest).filter((part) => part.includes("=")), moment].join("&")}`;
  return `${rest}${rest.includes("?") ? "&" : "?"}${moment}`;
}

/** The hash as the page itself wrote it. */
export function withoutMoment(hash: string): string {
  const [route, parameters] = halves(hash);
  const kept = parameters.filter((part) => part !== "" && !part.startsWith("t="));
  if (route !== null) return `#${[route, ...(kept.length > 0 ? [kept.join("&")] : [])].join("?")}`;
  return kept.length > 0 ? `#${kept.join("&")}` : "";
}

/** The address of a moment on the page at `address`. */
export function linkTo(address: string, time: number): string {
  const url = new URL(address);
  url.hash = withMoment(url.hash, time);
  return url.href;
}

function parted(hash: string): string[] {
  return halves(hash)[1];
}

/** A route, which begins with a slash, and the parameters, which a page may set off by `?` or `&`. */
function halves(hash: string): [string | null, string[]] {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith("/")) return [null, text.split("&")];
  const mark = text.search(/[?&]/);
  return mark < 0 ? [text, []] : [text.slice(0, mark), text.slice(mark + 1).split("&")];
}

/** `83.2`, `1:23`, `1:02:03.5` or `1m23s`; of a range the beginning. */
function secondsOf(value: string): number | null {
  const [text = ""] = value.replace(/^npt:/, "").split(",");
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d*)?)s)?$/.exec(text);
  if (text !== "" && units) return sexagesimal(units.slice(1));
  return /^(?:(?:\d+:)?[0-5]?\d:)?\d+(?:\.\d*)?$/.test(text) ? sexagesimal(text.split(":")) : null;
}

function sexagesimal(parts: readonly (string | undefined)[]): number {
  return parts.reduce((sum, part) => sum * 60 + Number(part ?? 0), 0);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
