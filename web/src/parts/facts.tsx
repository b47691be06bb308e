// Everything that is told of an encounter, one column, each value with the words that say it.
import type { Encounter, EncounterPage, Evidence } from "../api.ts";
import { addressOf } from "../route.ts";
import { say, speaker } from "../words.ts";
import { EvidenceMarks, type Numbered } from "./evidence.tsx";
import { Foreign } from "./foreign.tsx";
import { nameOf, officeOf, Status, Where } from "./row.tsx";

type Told = Map<string, Evidence[]>; // by value

// What the tellings say of one field.
export function toldOf(encounter: Encounter, field: string): Told {
  const told: Told = new Map();
  for (const telling of encounter.tellings) {
    for (const fact of telling.facts) {
      if (fact.field === field) told.set(fact.value, [...(told.get(fact.value) ?? []), ...fact.evidence]);
    }
  }
  return told;
}

interface Props {
  page: EncounterPage;
  reports: Map<string, Numbered>;
}

export function Facts({ page, reports }: Props) {
  const { encounter, row } = page;
  const marks = (evidence: Evidence[]) => <EvidenceMarks evidence={evidence} reports={reports} />;
  const all = (field: string) => [...toldOf(encounter, field).values()].flat();
  const contradicted = new Set(encounter.contradictions.map((one) => one.field));
  const people = toldOf(encounter, "participant");
  const offices = toldOf(encounter, "office");
  const namesOf = (one: Encounter["participants"][number]) => [one.name, ...Object.values(one.names)];
  return (
    <dl class="facts">
      <div>
        <dt>{say("field.participant")}</dt>
        {encounter.participants.length === 0 && <dd class="unknown">{say("nobody")}</dd>}
        {encounter.participants.map((one) => {
          const office = officeOf(one);
          const evidence = [...people].filter(([value]) => namesOf(one).includes(value)).flatMap(([, found]) => found);
          const held = office === null ? [] : [...offices].filter(([value]) => value === one.office || Object.values(one.offices).includes(value)).flatMap(([, found]) => found);
          return (
            <dd class="participant">
              <span class="name">
                {one.person ? <a href={addressOf("person", [one.person])}><Foreign text={nameOf(one)} /></a> : <Foreign text={nameOf(one)} />}
                {marks(evidence)}
              </span>
              <span class="detail">
                {office !== null && office !== nameOf(one) && <><Foreign text={office} />{marks(held)}</>}
                {one.country && <> · {speaker.country(one.country)}</>}
                {one.role !== "participant" && <> · {say(`role.${one.role}`)}</>}
                {one.certainty !== "sure" && <> · <span class="notice">{say(`certainty.${one.certainty}`)}</span></>}
              </span>
              {one.person === null && one.name === one.office && <span class="unknown">{say("label", say("unknown"))}{say("unknown.name", one.name)}</span>}
            </dd>
          );
        })}
      </div>
      <div>
        <dt>{say("field.date")}</dt>
        <dd class={encounter.date === null || encounter.date.includes("X") ? "unknown" : ""}>
          {speaker.date(encounter.date)} {marks(all("date"))}
          {contradicted.has("date") && <Disagreement page={page} field="date" reports={reports} />}
        </dd>
      </div>
      {encounter.kind === "call" && !encounter.place.name ? null : (
        <div>
          <dt>{say("field.place")}</dt>
          <dd><Where row={row} /> {marks(all("place"))}</dd>
        </div>
      )}
      <div>
        <dt>{say("field.status")}</dt>
        <dd>
          {encounter.status === "held" ? say("status.held") : <Status status={encounter.status} />} {marks(all("status"))}
          {contradicted.has("status") && <Disagreement page={page} field="status" reports={reports} />}
        </dd>
      </div>
      <div>
        <dt>{say("field.topic")}</dt>
        {encounter.topics.length === 0 && <dd class="unknown">{say("unknown.plain")}</dd>}
        {onceByText(encounter).map((topic) => (
          <dd class="topic"><Foreign text={topic.text} language={topic.language} /> {marks(toldOf(encounter, "topic").get(topic.text) ?? [])}</dd>
        ))}
      </div>
      <div>
        <dt>{say("certainty")}</dt>
        <dd>
          {say(`certainty.${encounter.certainty}`)}
          {encounter.because.length > 0 && <ul class="because">{encounter.because.map((code) => <li>{say(`because.${code}`)}</li>)}</ul>}
        </dd>
      </div>
    </dl>
  );
}

const onceByText = (encounter: Encounter) => [...new Map(encounter.topics.map((one) => [one.text, one])).values()];

function Disagreement({ page, field, reports }: Props & { field: string }) {
  const found = page.encounter.contradictions.filter((one) => one.field === field);
  return (
    <>
      {found.map((one) => (
        <ul class="disagreement" aria-label={say("disagree")}>
          {one.values.map(({ value, reports: ids }) => (
            <li>
              <strong>{field === "date" ? speaker.date(value) : field === "status" ? say(`status.${value}`) : <Foreign text={value} />}</strong>{" "}
              {ids.map((id, i) => {
                const found = reports.get(id);
                return <>{i > 0 && say("comma")}<a href={addressOf("report", [id])}><Foreign text={found?.report.label ?? id} most={60} /></a></>;
              })}
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}
