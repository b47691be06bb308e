// The questions of a sitting: what was judged or put off does not come again, what was undone comes back.
import type { Question } from "./api.ts";

export const keyOf = (question: Question): string => [question.left.telling, question.right?.telling ?? ""].sort().join(" ");

export interface Queue {
  items: Question[]; // as the register gave them
  passed: Set<string>; // of this sitting
  total: number;
}

export const emptyQueue: Queue = { items: [], passed: new Set(), total: 0 };

export const open = (queue: Queue): Question[] => queue.items.filter((one) => !queue.passed.has(keyOf(one)));

export function filled(queue: Queue, items: Question[], total: number): Queue {
  return { ...queue, items, total };
}

export function passed(queue: Queue, question: Question, judged: boolean): Queue {
  return { ...queue, passed: new Set([...queue.passed, keyOf(question)]), total: queue.total - (judged ? 1 : 0) };
}

export function back(queue: Queue, question: Question): Queue {
  const left = new Set(queue.passed);
  left.delete(keyOf(question));
  const others = queue.items.filter((one) => keyOf(one) !== keyOf(question));
  return { items: [question, ...others], passed: left, total: queue.total + 1 };
}

// A letter by its place on the keyboard where the layout has other letters.
export function letterOf(event: { key: string; code: string }): string {
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1]?.toLowerCase() ?? "";
}
