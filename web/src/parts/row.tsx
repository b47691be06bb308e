// One encounter in a list: when, what, where, who, and on whose word.
import type { Authority, Participant, Row } from "../api.ts";
import { addressOf } from "../route.ts";
import { say, speaker } from "../words.ts";
import { Foreign } from "./foreign.tsx";

export const nameOf = (one: Participant): string => speaker.name(one.names, one.name);
export const officeOf = (one: Participant): string | null => one.offices[speaker.language] ?? one.office;

export function Who({ row }: { row: Row }) {
  return (
    <>
      {row.participants.length === 0 && say("nobody")}
      {row.participants.map((one, i) => (
        <>
          {i > 0 && <span class="with" aria-label={say("with")}> ↔ </span>}
          <Foreign text={nameOf(one)} most={90} />
        </>
      ))}
    </>
  );
}

export const titleOf = (row: Row): string =>
  row.participants.length === 0 ? say(`kind.${row.kind}`) : row.participants.map(nameOf).join(" ↔ ");

export function Offices({ row }: { row: Row }) {
  const named = row.participants.filter((one) => officeOf(one) && officeOf(one) !== nameOf(one));
  if (named.length === 0) return null;
  return (
    <p class="offices">
      {named.map((one, i) => <>{i > 0 && " — "}<Foreign text={officeOf(one)!} most={120} /></>)}
    </p>
  );
}

export function Where({ row }: { row: Row }) {
  const { names, venue, country } = row.place;
  const name = names[speaker.language] ?? row.place.name;
  const land = speaker.country(country);
  const parts = [venue, name === venue ? null : name, land === name ? null : land].filter((part): part is string => !!part);
  if (parts.length === 0) return row.kind === "call" ? null : <span class="unknown">{say("place.unknown")}</span>;
  return <>{parts.map((part, i) => <>{i > 0 && say("comma")}<Foreign text={part} most={80} /></>)}</>;
}

// Anything but held is said where it cannot be missed, in words.
export function Status({ status }: { status: string }) {
  return status === "held" ? null : <strong class={`status ${status}`}>{say(`status.${status}`)}</strong>;
}

export function authorityOf(one: Authority): string {
  if (one.kind === "outlet" && one.authority) return one.authority; // it says on whose word, but not in which text
  const kind = say(`origin.${one.kind}`);
  return one.authority ? say("origin.of", kind, one.authority) : kind;
}

// On whose word: said before anything else where no outlet tells it on its own account.
export function AccordingTo({ row }: { row: Row }) {
  const told = row.according_to.filter((one) => one.kind !== "outlet" || one.authority);
  if (told.length === 0 || told.length < row.according_to.length) return null;
  const said = [...new Set(told.map(authorityOf))];
  return (
    <span class="according">
      {say("according_to")} {said.slice(0, 3).map((one, i) => <>{i > 0 && say("comma")}<Foreign text={one} most={100} /></>)}
      {said.length > 3 && " …"}
    </span>
  );
}

export function Standing({ row }: { row: Row }) {
  return (
    <p class="standing">
      <span>{say("reports", row.reports)}</span>
      <span>{say("origins", row.independent_origins)}</span>
      {row.one_side && <span class="notice">{say(`one_side.${row.one_side}`)}</span>}
      {row.contradicted && <span class="notice">{say("disagree")}</span>}
      {row.recalled && <span>{say("recalled")}</span>}
      <span class={row.certainty === "sure" ? "" : "notice"}>{say(`certainty.${row.certainty}`)}</span>
    </p>
  );
}

export function When({ row }: { row: Row }) {
  const exact = row.date !== null && /^\d{4}-\d\d-\d\d$/.test(row.date);
  return exact ? <time dateTime={row.date!}>{speaker.dayAndMonth(row.date)}</time>
    : <span class="unsure" title={row.date ?? undefined}>{row.date?.startsWith("XXXX") ? speaker.date(row.date) : speaker.dayAndMonth(row.date)}</span>;
}

export function EncounterRow({ row, year = false, level = 3 }: { row: Row; year?: boolean; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li class={`row ${row.status}`}>
      <p class="when">{year ? (row.date ? speaker.date(row.date) : say("date.unknown")) : <When row={row} />}</p>
      <div class="what">
        <Heading class="who">
          <Status status={row.status} /> <a href={addressOf("encounter", [row.id])}><Who row={row} /></a>
        </Heading>
        <Offices row={row} />
        <p class="kind">
          <span>{say(`kind.${row.kind}`)}</span> · <Where row={row} />
          {row.according_to.length > 0 && <> <AccordingTo row={row} /></>}
        </p>
        <Standing row={row} />
      </div>
    </li>
  );
}
