/** The longest common subsequence of two lists of strings. */

/** Above so many cells the middle that differs is taken for new, as it is in a text pasted over another. */
const MOST_CELLS = 4_000_000;

/** Pairs of indices, rising in both, of the strings that stay. */
export function staying(before: readonly string[], after: readonly string[]): [number, number][] {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const stop = { before: before.length - tail, after: after.length - tail };
  const middle = longest(before.slice(head, stop.before), after.slice(head, stop.after));
  return [
    ...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
    ...middle.map(([left, right]): [number, number] => [left + head, right + head]),
    ...Array.from({ length: tail }, (_, at): [number, number] => [stop.before + at, stop.after + at]),
  ];
}

function commonHead(before: readonly string[], after: readonly string[]): number {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  return head;
}

function commonTail(before: readonly string[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return tail;
}

function longest(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > MOST_CELLS) return [];
  const lengths = lengthsFrom(before, after);
  const width = after.length + 1;
  const pairs: [number, number][] = [];
  let [left, right] = [0, 0];
  while (left < before.length && right < after.length) {
    if (before[left] === after[right]) pairs.push([left++, right++]);
    else if (cell(lengths, (left + 1) * width + right) >= cell(lengths, left * width + right + 1)) left += 1;
    else right += 1;
  }
  return pairs;
}

/** How many strings are common to the ends of both lists, from each pair of places on. */
function lengthsFrom(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const here = left * width + right;
      lengths[here] =
        before[left] === after[right]
          ? cell(lengths, here + width + 1) + 1
          : Math.max(cell(lengths, here + width), cell(lengths, here + 1));
    }
  }
  return lengths;
}

function cell(lengths: Uint32Array, at: number): number {
  return lengths[at] as number;
}
