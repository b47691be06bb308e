// Foreign text on a page: offsets are code points, and no character may rule over its neighbours.

// Characters that would reorder or hide what stands around them, and controls: shown as what they are.
const unruly = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

// A word longer than any language has lays itself out at the square of its length: it may be broken here and there.
const endless = /\S{500}/gu;

export function visible(text: string): string {
  return text.replace(endless, "$&\u200b").replace(unruly, (one) => `\u27e8${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}\u27e9`);
}

// The code points from `start` up to `end` of a text.
export function slicer(text: string): (start: number, end: number) => string {
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

export function shortened(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join("")}…`;
}

const rightToLeft = /^(ar|fa|he|ur|ps|sd|ug|yi|ckb|dv)\b/;

export const directionOf = (language: string | null): "rtl" | "ltr" | "auto" =>
  language === null ? "auto" : rightToLeft.test(language) ? "rtl" : "ltr";

// An address that may be followed: of the web, and nothing else.
export function webAddress(url: string | null): string | null {
  if (url === null) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
  } catch {
    return null;
  }
}

export interface Mark {
  start: number;
  end: number;
  kind: string;
}

export interface Piece {
  text: string;
  kinds: string[];
  start: number;
}

// A text cut where marks begin and end; marks may overlap.
export function pieces(text: string, marks: Mark[]): Piece[] {
  const points = Array.from(text);
  const cuts = new Set([0, points.length]);
  for (const mark of marks) {
    cuts.add(Math.min(Math.max(mark.start, 0), points.length));
    cuts.add(Math.min(Math.max(mark.end, 0), points.length));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((start, i) => {
    const end = at[i + 1]!;
    const kinds = marks.filter((m) => m.start <= start && end <= m.end && m.start < m.end).map((m) => m.kind);
    return { text: points.slice(start, end).join(""), kinds: [...new Set(kinds)], start };
  });
}

export interface Word {
  text: string;
  same: boolean;
}

const longest = 400; // words of a sentence that are compared one by one

// Which words of two sentences are in both, in order (longest common subsequence), for each side.
export function sharedWords(left: string, right: string): [Word[], Word[]] {
  const a = left.split(/(\s+)/).filter((w) => w !== "");
  const b = right.split(/(\s+)/).filter((w) => w !== "");
  const plain = (words: string[]) => words.map((text) => ({ text, same: true }));
  if (a.length > longest || b.length > longest) return [plain(a), plain(b)];
  const length: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  }
  const [x, y]: [Word[], Word[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      x.push({ text: a[i++]!, same: true });
      y.push({ text: b[j++]!, same: true });
    } else if (j >= b.length || (i < a.length && length[i + 1]![j]! >= length[i]![j + 1]!)) {
      x.push({ text: a[i]!, same: a[i++]!.trim() === "" });
    } else {
      y.push({ text: b[j]!, same: b[j++]!.trim() === "" });
    }
  }
  return [x, y];
}
