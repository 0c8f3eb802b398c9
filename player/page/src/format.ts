/** Numbers as people read them; units stay on the line of their number. */

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** A size with at most three digits: 3.4 GB, 12 MB. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/, "")}\u00a0${UNITS[unit]}`;
}

/** A stretch of time, roughly: 45 s, 3 min, 2 h 5 min. */
export function duration(seconds: number): string {
  if (seconds < 59.5) return `${Math.max(Math.round(seconds), 1)}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest ? `\u00a0${rest}\u00a0min` : ""}`;
}

/** A moment in the reader's own way of writing; the time alone where it is today. */
export function moment(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  if (at.toDateString() === now.toDateString()) return at.toLocaleTimeString([], time);
  const year: Intl.DateTimeFormatOptions = at.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
  return at.toLocaleString([], { day: "numeric", month: "short", ...year, ...time });
}
