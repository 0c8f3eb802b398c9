/** How far from the screen an element is near. */
const AHEAD = "600px";

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls `act` once, as soon as the element is on the screen or near it. */
export function whenNear(element: Element, act: () => void): void {
  observer ??= new IntersectionObserver(seen, { rootMargin: AHEAD });
  waiting.set(element, act);
  observer.observe(element);
}

function seen(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer?.unobserve(target);
    waiting.get(target)?.();
    waiting.delete(target);
  }
}
