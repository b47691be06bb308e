// A person: names by script, offices over time with the words that give them, encounters.
import type { Office, PersonPage } from "../api.ts";
import { addressOf } from "../route.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { EvidenceMarks, type Numbered } from "../parts/evidence.tsx";
import { Foreign } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { EncounterRow } from "../parts/row.tsx";

export function PersonView({ id }: { id: string }) {
  const { answer: page, error } = useAnswer<PersonPage>(`/api/people/${encodeURIComponent(id)}`);
  const name = page ? speaker.name(page.person.names, id) : null;
  useTitle(name);
  if (!page || name === null) return <Waiting error={error} />;
  const reports = new Map<string, Numbered>(page.reports.map((report, i) => [report.id, { number: i + 1, report }]));
  const { person, encounters } = page;
  return (
    <article class="person">
      <header>
        <h1><Foreign text={name} /></h1>
      </header>
      <section aria-labelledby="names">
        <h2 id="names">{say("names")}</h2>
        <dl class="facts">
          {Object.entries(person.names).map(([script, written]) => (
            <div><dt>{scriptName(script)}</dt><dd><Foreign text={written} /></dd></div>
          ))}
          <div><dt>{say("variants")}</dt><dd class="variants">{person.variants.map((one) => <span><Foreign text={one} most={90} /></span>)}</dd></div>
        </dl>
      </section>
      <section aria-labelledby="offices">
        <h2 id="offices">{say("offices")}</h2>
        {person.offices.length === 0 ? <p class="unknown">{say("unknown.plain")}</p> : (
          <ol class="offices-over-time">
            {inOrder(person.offices).map((office) => (
              <li>
                <p class="when">{spanOf(office.at)}</p>
                <div>
                  {Object.entries(office.title).map(([language, title]) => <p class="title"><Foreign text={title} language={language} most={160} /></p>)}
                  <p class="detail">{office.country && speaker.country(office.country)} <EvidenceMarks evidence={office.evidence} reports={reports} /></p>
                </div>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="encounters">
        <h2 id="encounters">{say("person.encounters")}</h2>
        <ol class="rows">{encounters.items.map((row) => <EncounterRow key={row.id} row={row} year />)}</ol>
        {encounters.next && <p class="more"><a href={addressOf("timeline", [], { person: person.id })}>{say("all_of", encounters.total)}</a></p>}
      </section>
    </article>
  );
}

const inOrder = (offices: Office[]) => [...offices].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
const firstOf = (office: Office) => [...office.at].sort()[0] ?? "9999";

// The days on which pages give the office: the first and the last.
function spanOf(at: string[]) {
  const days = [...at].sort();
  if (days.length === 0) return <span class="unknown">{say("undated")}</span>;
  const [first, last] = [days[0]!, days.at(-1)!];
  return <span>{first === last ? speaker.date(first) : say("between", speaker.date(first), speaker.date(last))}</span>;
}

function scriptName(script: string): string {
  try {
    return new Intl.DisplayNames(speaker.language, { type: "script" }).of(script) ?? script;
  } catch {
    return script;
  }
}
