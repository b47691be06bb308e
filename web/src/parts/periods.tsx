// How many encounters each year, month or day has; a click looks closer.
import type { Periods } from "../api.ts";
import { go } from "../move.ts";
import { say, speaker } from "../words.ts";

export type Unit = Periods["unit"];

// From the years one looks into the months of one, from there into its days.
export function unitOf(search: URLSearchParams): Unit {
  const [from, to] = [search.get("from") ?? "", search.get("to") ?? ""];
  if (from.length >= 7 && from.slice(0, 7) === to.slice(0, 7)) return "day";
  return from.length >= 4 && from.slice(0, 4) === to.slice(0, 4) ? "month" : "year";
}

function closer(search: URLSearchParams, start: string): string {
  const next = new URLSearchParams(search);
  next.set("from", start);
  next.set("to", start);
  return `${location.pathname}?${next}`;
}

function further(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  const year = (search.get("from") ?? "").slice(0, 4);
  for (const field of ["from", "to"]) {
    if (unitOf(search) === "day") next.set(field, year);
    else next.delete(field);
  }
  const query = next.toString();
  return location.pathname + (query === "" ? "" : `?${query}`);
}

// Years without an encounter between others are shown empty: a gap is news too.
function filled(periods: Periods): Periods["periods"] {
  if (periods.unit !== "year" || periods.periods.length < 2) return periods.periods;
  const byYear = new Map(periods.periods.map((one) => [Number(one.start), one]));
  const [first, last] = [Number(periods.periods[0]!.start), Number(periods.periods.at(-1)!.start)];
  if (last - first > 120) return periods.periods;
  return Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i) ?? { start: String(first + i), encounters: 0 });
}

const short = (unit: Unit, start: string): string =>
  unit === "year" ? start : unit === "day" ? String(Number(start.slice(8))) : speaker.month(start);

export function PeriodBars({ periods, search }: { periods: Periods; search: URLSearchParams }) {
  const bars = filled(periods);
  const most = Math.max(1, ...bars.map((one) => one.encounters));
  const step = Math.ceil(bars.length / 12);
  const follow = (address: string) => (event: Event) => {
    event.preventDefault();
    go(address);
  };
  return (
    <figure class="periods">
      <figcaption>
        {say(`per.${periods.unit}`)}
        {periods.unit !== "year" && <> · <a href={further(search)} onClick={follow(further(search))}>{say("zoom.out")}</a></>}
        {periods.undated > 0 && <> · {say("undated.count", periods.undated)}</>}
      </figcaption>
      <ol>
        {bars.map(({ start, encounters }, i) => {
          const told = say("period.says", speaker.date(start), say("encounters", encounters));
          const share = `${Math.max(encounters === 0 ? 0 : 4, (encounters / most) * 100)}%`;
          const label = <span class={i % step === 0 ? "tick" : "tick off"} aria-hidden="true">{short(periods.unit, start)}</span>;
          const bar = <span class="bar" style={{ blockSize: share }} />;
          return (
            <li key={start}>
              {encounters === 0 ? <span class="period">{bar}{label}</span>
                : <a class="period" href={closer(search, start)} onClick={follow(closer(search, start))} title={told} aria-label={told}>{bar}{label}</a>}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
