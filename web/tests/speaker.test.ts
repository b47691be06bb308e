import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readPhrases } from "../made/words.ts";
import { makeSpeaker } from "../src/speaker.ts";

const table = readPhrases(fileURLToPath(new URL("../../lexicon", import.meta.url)));

test("every language says the same things", () => {
  const keys = Object.keys(table["en"]!).sort();
  assert.deepEqual(Object.keys(table).sort(), ["ar", "en", "fr"]);
  for (const language of Object.keys(table)) assert.deepEqual(Object.keys(table[language]!).sort(), keys, language);
});

test("phrases count as their language does", () => {
  assert.equal(makeSpeaker("en", table).say("reports", 1), "1 report");
  assert.equal(makeSpeaker("fr", table).say("reports", 0), "0 article");
  assert.equal(makeSpeaker("ar", table).say("reports", 2), "مقالان");
  assert.equal(makeSpeaker("ar", table).say("reports", 5), "5 مقالات");
  assert.equal(makeSpeaker("en", table).say("encounters", 0), "no encounter");
  assert.equal(makeSpeaker("en", table).say("silent", 3), "3 reports tell no encounter");
});

test("what an argument holds is no pattern", () => {
  assert.equal(makeSpeaker("en", table).say("origin.of", "{1}", "{0,plural,other{#}}"), "{1} of {0,plural,other{#}}");
  assert.equal(makeSpeaker("en", table).say("no.such.key"), "no.such.key");
});

test("dates say as much as is known", () => {
  const [en, fr, ar] = ["en", "fr", "ar"].map((language) => makeSpeaker(language, table));
  assert.equal(fr!.date("2022-04-07"), "7 avril 2022");
  assert.equal(ar!.date("2022-04-07"), "7 أبريل 2022");
  assert.equal(en!.date("2022-04"), "April 2022");
  assert.equal(en!.date("XXXX-05-06"), "May 6, year unknown");
  assert.equal(en!.date(null), "date unknown");
  assert.equal(en!.date("2022-09-19/.."), "from September 19, 2022 on");
  assert.equal(en!.date("2022-09-19/2022-09-20"), "September 19, 2022 to September 20, 2022");
  assert.equal(en!.date("{2022,2023}"), "{2022,2023}");
});

test("a country that nobody knows keeps its code", () => {
  assert.equal(makeSpeaker("fr", table).country("MA"), "Maroc");
  assert.equal(makeSpeaker("fr", table).country("no country"), "no country");
});
