// A published dossier filters by itself: it has no server to ask.
import type { Periods, Places, Row, Rows } from "./api.ts";

// Readers type without marks and in any form of alef.
export const folded = (text: string): string =>
  text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase().replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647");

const wordsOf = (row: Row): string =>
  folded([
    ...row.participants.flatMap((one) => [one.name, ...Object.values(one.names), one.office ?? "", ...Object.values(one.offices)]),
    row.place.name ?? "", ...Object.values(row.place.names), row.place.venue ?? "", row.place.country ?? "", ...row.topics.map((topic) => topic.text),
  ].join(" "));

const endOf = (day: string) => day + "-12-31".slice(day.length - 4);

function passes(row: Row, filter: URLSearchParams): boolean {
  const is = (field: string, ...values: (string | null | undefined)[]) => !filter.get(field) || values.includes(filter.get(field)!);
  const flag = filter.get("flag");
  const flagged = { contradicted: row.contradicted, one_side: row.one_side !== null, single_origin: row.independent_origins === 1, undated: !row.first_day, recalled: row.recalled };
  if (flag && !flagged[flag as keyof typeof flagged]) return false;
  const [from, to] = [filter.get("from"), filter.get("to")];
  if ((from || to) && !row.first_day) return false;
  if (from && row.first_day! < from.padEnd(10, "-01")) return false;
  if (to && row.first_day! > endOf(to)) return false;
  const words = filter.get("q") ? folded(filter.get("q")!).split(/\s+/) : [];
  const text = words.length > 0 ? wordsOf(row) : "";
  return is("kind", row.kind) && is("status", row.status) && is("certainty", row.certainty)
    && is("country", row.place.country, ...row.participants.map((one) => one.country))
    && is("person", ...row.participants.map((one) => one.person))
    && is("language", ...(row.languages ?? [])) && is("outlet", ...(row.outlets ?? []))
    && words.every((word) => text.includes(word));
}

export function narrowed(rows: Rows, filter: URLSearchParams, order: "date" | "-date" = "-date"): Rows {
  const items = rows.items.filter((row) => passes(row, filter));
  const sign = order === "date" ? 1 : -1;
  items.sort((a, b) => Number(!a.first_day) - Number(!b.first_day) || sign * (a.first_day ?? "").localeCompare(b.first_day ?? ""));
  return { total: items.length, next: null, items };
}

export function periodsOf(rows: Row[], unit: Periods["unit"]): Periods {
  const length = { year: 4, month: 7, day: 10 }[unit];
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.first_day) counts.set(row.first_day.slice(0, length), (counts.get(row.first_day.slice(0, length)) ?? 0) + 1);
  }
  const periods = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([start, encounters]) => ({ start, encounters }));
  return { unit, periods, undated: rows.filter((row) => !row.first_day).length };
}

export function placesOf(rows: Row[]): Places {
  const places = new Map<string, Places["places"][number]>();
  let unplaced = 0;
  for (const { place } of rows) {
    if (!place.name && !place.country) {
      unplaced++;
      continue;
    }
    const key = `${place.name}/${place.country}`;
    const known = places.get(key);
    if (known) known.encounters++;
    else places.set(key, { name: place.name, names: place.names, country: place.country, lat: place.lat, lon: place.lon, encounters: 1 });
  }
  return { places: [...places.values()].sort((a, b) => b.encounters - a.encounters), unplaced };
}
