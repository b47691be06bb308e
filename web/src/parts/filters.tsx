// What is wanted of the encounters: search as one types, choices with how many each leaves, what is chosen as chips.
import { useEffect, useState } from "preact/hooks";
import type { Choices } from "../api.ts";
import { certainties, changed, fields, filterOf, flags, kinds, statuses, withQuery } from "../filter.ts";
import { adjust, go } from "../move.ts";
import { embedded } from "../source.ts";
import { useAnswer, useWidth } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Foreign } from "./foreign.tsx";

const patience = 120; // milliseconds between the last letter and the question

function move(search: URLSearchParams) {
  const query = search.toString();
  go(location.pathname + (query === "" ? "" : `?${query}`));
}

export function SearchBox({ search, label }: { search: URLSearchParams; label: string }) {
  const asked = search.get("q") ?? "";
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed.trim() === asked) return;
    const later = setTimeout(() => adjust(changed(search, "q", typed.trim())), patience);
    return () => clearTimeout(later);
  }, [typed]);
  useEffect(() => setTyped((now) => (now.trim() === asked ? now : asked)), [asked]);
  return (
    <p class="search">
      <label for="q">{label}</label>
      <input id="q" type="search" dir="auto" maxLength={200} autocomplete="off" spellcheck={false} value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)} />
    </p>
  );
}

interface ChoiceProps {
  search: URLSearchParams;
  field: string;
  values: { value: string; shown: string; count?: number }[];
}

function Choice({ search, field, values }: ChoiceProps) {
  const chosen = search.get(field) ?? "";
  const known = values.some((one) => one.value === chosen);
  return (
    <p>
      <label for={`f-${field}`}>{say(`filter.${field}`)}</label>
      <select id={`f-${field}`} value={chosen} onChange={(event) => move(changed(search, field, event.currentTarget.value))}>
        <option value="">{say("any")}</option>
        {chosen !== "" && !known && <option value={chosen}>{chosen}</option>}
        {values.map((one) => <option key={one.value} value={one.value}>{one.count === undefined ? one.shown : `${one.shown} (${one.count})`}</option>)}
      </select>
    </p>
  );
}

// Values of a field that the register has, given what else is chosen.
function FoundChoice({ search, field, shown }: { search: URLSearchParams; field: string; shown: (value: string) => string }) {
  const others = filterOf(search);
  others.delete(field);
  const { answer } = useAnswer<Choices>(embedded ? null : withQuery("/api/choices", others, { field }));
  const values = (answer?.choices ?? []).map(({ value, encounters }) => ({ value, shown: shown(value), count: encounters }));
  return <Choice search={search} field={field} values={values} />;
}

function Day({ search, field }: { search: URLSearchParams; field: "from" | "to" }) {
  return (
    <p>
      <label for={`f-${field}`}>{say(`filter.${field}`)}</label>
      <input id={`f-${field}`} dir="ltr" inputMode="numeric" placeholder="2022-04" pattern="\d{4}(-\d\d(-\d\d)?)?" maxLength={10}
        value={search.get(field) ?? ""}
        onChange={(event) => { if (event.currentTarget.checkValidity()) move(changed(search, field, event.currentTarget.value)); }} />
    </p>
  );
}

const worded = (prefix: string, values: string[]) => values.map((value) => ({ value, shown: say(`${prefix}.${value}`) }));

export function Filters({ search }: { search: URLSearchParams }) {
  const wide = useWidth(1080);
  const set = [...filterOf(search).keys()].filter((field) => field !== "q").length;
  return (
    <details class="filters" open={wide || undefined}>
      <summary>{say("filters")}{set > 0 && ` (${set})`}</summary>
      <div class="choices">
        <Day search={search} field="from" />
        <Day search={search} field="to" />
        <Choice search={search} field="kind" values={worded("kind", kinds)} />
        <Choice search={search} field="status" values={worded("status", statuses)} />
        <Choice search={search} field="certainty" values={worded("certainty", certainties)} />
        {!embedded && (
          <>
            <FoundChoice search={search} field="country" shown={speaker.country} />
            <FoundChoice search={search} field="language" shown={speaker.languageName} />
            <FoundChoice search={search} field="outlet" shown={(value) => value || say("outlet.unknown")} />
          </>
        )}
        <Choice search={search} field="flag" values={worded("flag", flags)} />
      </div>
    </details>
  );
}

function valueShown(field: string, value: string): string {
  if (field === "country") return speaker.country(value);
  if (field === "language") return speaker.languageName(value);
  if (field === "from" || field === "to") return speaker.date(value);
  const key = `${field}.${value}`;
  return speaker.has(key) ? say(key) : value;
}

export function Chips({ search, nameOfPerson }: { search: URLSearchParams; nameOfPerson?: string | undefined }) {
  const chosen = fields.filter((field) => field !== "q" && search.get(field));
  if (chosen.length === 0) return null;
  return (
    <ul class="chips" aria-label={say("filters.chosen")}>
      {chosen.map((field) => {
        const value = search.get(field)!;
        return (
          <li key={field}>
            <button type="button" onClick={() => move(changed(search, field, null))}>
              <span class="unseen">{say("remove")} </span>{say("label", say(`filter.${field}`))}<Foreign text={field === "person" ? (nameOfPerson ?? value) : valueShown(field, value)} most={60} /> <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
