import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf, pieces, sharedWords, shortened, visible, webAddress } from "../src/text.ts";

test("characters that rule over others are shown, not obeyed", () => {
  assert.equal(visible("a\u202eb\u0000c\u2066d"), "a⟨202E⟩b⟨0000⟩c⟨2066⟩d");
  assert.equal(visible("الرباط\nRabat"), "الرباط\nRabat");
});

test("only addresses of the web may be followed", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " java\nscript:alert(1)", "nowhere", "//a.example/x", null])
    assert.equal(webAddress(url), null, String(url));
  assert.equal(webAddress("https://a.example/x"), "https://a.example/x");
});

test("marks count code points and may overlap", () => {
  const found = pieces("𝒜bcdef", [{ start: 1, end: 4, kind: "told" }, { start: 2, end: 99, kind: "sought" }]);
  assert.deepEqual(found.map((one) => [one.text, one.kinds]), [["𝒜", []], ["b", ["told"]], ["cd", ["told", "sought"]], ["ef", ["sought"]]]);
  assert.equal(found.map((one) => one.text).join(""), "𝒜bcdef");
});

test("of two sentences the words of one alone are known", () => {
  const [left, right] = sharedWords("Il a reçu le ministre.", "Il a reçu jeudi le ministre.");
  assert.deepEqual(left.filter((word) => !word.same), []);
  assert.deepEqual(right.filter((word) => !word.same).map((word) => word.text), ["jeudi"]);
  assert.equal(right.map((word) => word.text).join(""), "Il a reçu jeudi le ministre.");
});

test("a long text is cut between code points, and directions are those of the script", () => {
  assert.equal(shortened("𝒜𝒜𝒜", 2), "𝒜…");
  assert.equal(directionOf("ar"), "rtl");
  assert.equal(directionOf("fr"), "ltr");
  assert.equal(directionOf(null), "auto");
});
