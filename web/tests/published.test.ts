import assert from "node:assert/strict";
import { test } from "node:test";
import type { Row } from "../src/api.ts";
import { folded, narrowed, periodsOf, placesOf } from "../src/published.ts";

const row = (id: string, first_day: string | null, more: Partial<Row> = {}): Row => ({
  id, kind: "talks", status: "held", date: first_day, first_day, certainty: "sure", topics: [], according_to: [], reports: 1,
  independent_origins: 1, one_side: null, contradicted: false, recalled: false,
  place: { name: "Rabat", names: { ar: "الرباط" }, venue: null, country: "MA", lat: null, lon: null },
  participants: [{ person: "p1", name: "Anna Söder", names: { Arab: "آنا سودر" }, office: null, offices: {}, organisation: null, country: "SE", role: "guest", certainty: "sure" }],
  ...more,
});
const rows = { total: 3, next: null, items: [row("a", "2022-04-07"), row("b", null), row("c", "2023-01-01", { status: "denied" })] };
const ids = (filter: Record<string, string>) => narrowed(rows, new URLSearchParams(filter)).items.map((one) => one.id);

test("a dossier finds names in any script and way to write them", () => {
  assert.deepEqual(ids({ q: "soder rab" }), ["c", "a", "b"]);
  assert.deepEqual(ids({ q: "انا" }), ["c", "a", "b"]);
  assert.deepEqual(ids({ q: "nobody" }), []);
  assert.equal(folded("الإِسْتقبال"), folded("الاستقبال"));
});

test("a dossier filters as the server does", () => {
  assert.deepEqual(ids({ status: "denied" }), ["c"]);
  assert.deepEqual(ids({ from: "2022", to: "2022-04" }), ["a"]);
  assert.deepEqual(ids({ flag: "undated" }), ["b"]);
  assert.deepEqual(ids({ country: "SE" }), ["c", "a", "b"]);
  assert.deepEqual(ids({ country: "FR" }), []);
});

test("a dossier counts periods and places", () => {
  assert.deepEqual(periodsOf(rows.items, "year"), { unit: "year", periods: [{ start: "2022", encounters: 1 }, { start: "2023", encounters: 1 }], undated: 1 });
  assert.equal(placesOf(rows.items).places[0]!.encounters, 3);
});
