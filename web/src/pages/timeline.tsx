// Encounters by date.
import { useEffect, useState } from "preact/hooks";
import type { Periods, PersonPage, Row, Rows } from "../api.ts";
import { changed, filterOf, withQuery } from "../filter.ts";
import { go } from "../move.ts";
import { narrowed, periodsOf } from "../published.ts";
import { addressOf } from "../route.ts";
import { ask, embedded } from "../source.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Chips, Filters, SearchBox } from "../parts/filters.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { PeriodBars, unitOf } from "../parts/periods.tsx";
import { EncounterRow } from "../parts/row.tsx";

export function Timeline({ search }: { search: URLSearchParams }) {
  useTitle(say("nav.timeline"));
  const filter = filterOf(search);
  const order = search.get("order") === "date" ? "date" : "-date";
  const first = useAnswer<Rows>(embedded ? "/api/encounters" : withQuery("/api/encounters", filter, { order }));
  const counted = useAnswer<Periods>(embedded ? null : withQuery("/api/periods", filter, { unit: unitOf(search) }));
  const person = useAnswer<PersonPage>(filter.get("person") ? `/api/people/${encodeURIComponent(filter.get("person")!)}` : null);
  const rows = embedded && first.answer ? narrowed(first.answer, filter, order) : first.answer;
  const periods = embedded && rows ? periodsOf(rows.items, unitOf(search)) : counted.answer;
  const named = person.answer?.person;
  return (
    <>
      <h1 class="unseen">{say("nav.timeline")}</h1>
      <div class="with-filters">
        <div class="ask">
          <SearchBox search={search} label={say("search.encounters")} />
          <Filters search={search} />
        </div>
        <div class="found">
          {periods && periods.periods.length > 0 && <PeriodBars periods={periods} search={search} />}
          <div class="above">
            <p role="status" class="count">{rows ? say("encounters", rows.total) : first.error ? "" : say("waiting")}</p>
            <Chips search={search} nameOfPerson={named && speaker.name(named.names, named.id)} />
            <p class="tools">
              <button type="button" onClick={() => go(addressOf("timeline", [], changed(search, "order", order === "date" ? null : "date")))}>
                {say(order === "date" ? "order.new" : "order.old")}
              </button>
              <a href={addressOf("map", [], filter)}>{say("nav.map")}</a>
              {!embedded && rows && <Exports filter={filter} total={rows.total} />}
            </p>
          </div>
          {first.error ? <Waiting error={first.error} /> : rows && <List rows={rows} question={withQuery("/api/encounters", filter, { order })} />}
        </div>
      </div>
    </>
  );
}

const formats = { csv: "CSV", jsonl: "JSON Lines", json: "JSON" };
const mostExported = 10_000;

// What is filtered, to take away.
function Exports({ filter, total }: { filter: URLSearchParams; total: number }) {
  return (
    <>
      {Object.entries(formats).map(([format, name]) => (
        <a key={format} href={withQuery("/api/export", filter, { format })} download={`encounters.${format}`}>{say("export", name)}</a>
      ))}
      {total > mostExported && <span class="faint">{say("export.most", mostExported)}</span>}
    </>
  );
}

function List({ rows, question }: { rows: Rows; question: string }) {
  const [more, setMore] = useState<Row[]>([]);
  const [next, setNext] = useState(rows.next);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    setMore([]);
    setNext(rows.next);
  }, [rows]);
  const load = () => {
    ask<Rows>(`${question}&${new URLSearchParams({ cursor: next! })}`).then((answer) => {
      setMore((before) => [...before, ...answer.items]);
      setNext(answer.next);
    }, setFailed);
  };
  if (rows.total === 0) return <p class="nothing">{say("nothing_found")}</p>;
  return (
    <>
      {byMonth([...rows.items, ...more]).map(({ month, items }) => (
        <section key={month} class="month">
          <h2>{month === "" ? say("date.unknown") : speaker.date(month)}</h2>
          <ol class="rows">{items.map((row) => <EncounterRow key={row.id} row={row} />)}</ol>
        </section>
      ))}
      {failed && <Waiting error={failed} />}
      {next && <p class="more"><button type="button" onClick={load}>{say("show_more")}</button></p>}
    </>
  );
}

function byMonth(rows: Row[]): { month: string; items: Row[] }[] {
  const groups: { month: string; items: Row[] }[] = [];
  for (const row of rows) {
    const day = row.first_day ?? "";
    const month = /^\d{4}$/.test(row.date ?? "") ? day.slice(0, 4) : day.slice(0, 7);
    const last = groups.at(-1);
    if (last?.month === month) last.items.push(row);
    else groups.push({ month, items: [row] });
  }
  return groups;
}
