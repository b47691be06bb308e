// Where the ribbons between two columns run, and how the columns scroll together.
import type { Pair } from "../api.ts";

export type Which = "left" | "right";
type Partners = Record<Which, Map<number, Pair>>;

export function partnersOf(rows: Pair[], which: Which): Map<number, Pair> {
  return new Map(rows.flatMap((row) => (row[which] === null || row.left === null || row.right === null ? [] : [[row[which]!, row]])));
}

// From the inner edge of one sentence to that of the other, bounded by the panes; null where both are out of sight.
export function ribbonPath(frame: HTMLElement, pair: Pair): string | null {
  if (pair.left === null || pair.right === null) return null;
  const a = frame.querySelector<HTMLElement>(`#left-${pair.left}`);
  const b = frame.querySelector<HTMLElement>(`#right-${pair.right}`);
  const gutter = frame.querySelector(".ribbons")?.getBoundingClientRect();
  if (!a || !b || !gutter) return null;
  const [one, other] = [inPane(a, gutter), inPane(b, gutter)];
  if (one.hidden && other.hidden) return null;
  const mirrored = a.getBoundingClientRect().left > b.getBoundingClientRect().left;
  const [from, to] = mirrored ? [other, one] : [one, other];
  const middle = gutter.width / 2;
  const curve = (y0: number, x1: number, y1: number) => `C ${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`;
  return `M 0 ${from.top} ${curve(from.top, gutter.width, to.top)} L ${gutter.width} ${to.bottom} ${curve(to.bottom, 0, from.bottom)} Z`;
}

function inPane(sentence: HTMLElement, gutter: DOMRect) {
  const box = sentence.getBoundingClientRect();
  const pane = sentence.parentElement!.getBoundingClientRect();
  const within = (y: number) => Math.min(Math.max(y, pane.top), pane.bottom) - gutter.top;
  return { top: within(box.top), bottom: within(box.bottom), hidden: box.bottom < pane.top || box.top > pane.bottom };
}

const line = 0.3; // of the pane's height: where one reads

// Scrolling one column brings the other to the sentence that says the same as the one being read.
export function tie(left: HTMLElement, right: HTMLElement, partners: Partners, redraw: () => void): () => void {
  let leading: HTMLElement | null = null; // the column that the reader moves
  let settle = 0;
  const follow = (from: HTMLElement, to: HTMLElement, which: Which) => () => {
    redraw();
    if (leading !== null && leading !== from) return;
    leading = from;
    clearTimeout(settle);
    settle = window.setTimeout(() => (leading = null), 160);
    const target = placeIn(from, to, which, partners);
    if (target !== null) to.scrollTop = target;
  };
  const [a, b] = [follow(left, right, "left"), follow(right, left, "right")];
  left.addEventListener("scroll", a, { passive: true });
  right.addEventListener("scroll", b, { passive: true });
  return () => {
    clearTimeout(settle);
    left.removeEventListener("scroll", a);
    right.removeEventListener("scroll", b);
  };
}

function placeIn(from: HTMLElement, to: HTMLElement, which: Which, partners: Partners): number | null {
  const other = which === "left" ? "right" : "left";
  const reading = from.scrollTop + from.clientHeight * line;
  const sentences = [...from.children] as HTMLElement[];
  let best: { here: HTMLElement; there: HTMLElement } | null = null;
  sentences.forEach((sentence, i) => {
    const partner = partners[which].get(i)?.[other];
    const there = partner === null || partner === undefined ? undefined : (to.children[partner] as HTMLElement | undefined);
    if (there && (best === null || sentence.offsetTop <= reading)) best = { here: sentence, there };
  });
  if (best === null) return null;
  const { here, there } = best as { here: HTMLElement; there: HTMLElement };
  const share = Math.min(Math.max((reading - here.offsetTop) / Math.max(1, here.offsetHeight), 0), 1);
  return there.offsetTop + share * there.offsetHeight - to.clientHeight * line;
}
