import assert from "node:assert/strict";
import { test } from "node:test";
import type { AskedTelling, Question } from "../src/api.ts";
import { back, emptyQueue, filled, letterOf, open, passed } from "../src/queue.ts";

const telling = (id: string) => ({ telling: id }) as AskedTelling;
const question = (left: string, right: string | null): Question => ({ why: "close", left: telling(left), right: right === null ? null : telling(right) });
const names = (queue: Parameters<typeof open>[0]) => open(queue).map((one) => one.left.telling);

test("what was judged or put off does not come again, also the other way round", () => {
  const [ab, ba, c] = [question("a", "b"), question("b", "a"), question("c", null)];
  let queue = filled(emptyQueue, [ab, c], 2);
  queue = passed(queue, ab, true);
  assert.deepEqual(names(queue), ["c"]);
  assert.equal(queue.total, 1);
  queue = filled(queue, [ba, c], 2);
  assert.deepEqual(names(queue), ["c"]);
  queue = passed(queue, c, false);
  assert.deepEqual([names(queue), queue.total], [[], 2]);
});

test("what was undone comes back first", () => {
  const [ab, c] = [question("a", "b"), question("c", null)];
  let queue = passed(filled(emptyQueue, [ab, c], 2), ab, true);
  queue = back(filled(queue, [c], 1), ab);
  assert.deepEqual([names(queue), queue.total], [["a", "c"], 2]);
});

test("a key is a letter in any layout", () => {
  assert.equal(letterOf({ key: "S", code: "KeyS" }), "s");
  assert.equal(letterOf({ key: "س", code: "KeyS" }), "s");
  assert.equal(letterOf({ key: "z", code: "KeyW" }), "z");
  assert.equal(letterOf({ key: "&", code: "Digit1" }), "1");
  assert.equal(letterOf({ key: "Enter", code: "Enter" }), "");
});
