/** A time as people write it, `1:23` or `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(Math.floor(seconds), 0);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The time for `<time datetime>`, `PT1M23S`. */
export function machineTime(seconds: number): string {
  const whole = Math.max(Math.floor(seconds), 0);
  return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${whole % 60}S`;
}
