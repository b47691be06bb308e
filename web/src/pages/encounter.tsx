// One encounter: what is told of it, by whom, and how they differ.
import type { EncounterPage, Linked } from "../api.ts";
import { addressOf } from "../route.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { ChainTree } from "../parts/chain.tsx";
import type { Numbered } from "../parts/evidence.tsx";
import { Facts } from "../parts/facts.tsx";
import { Foreign } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { AccordingTo, EncounterRow, Standing, Status, titleOf, Where, Who } from "../parts/row.tsx";
import { Tellings } from "../parts/tellings.tsx";

export function EncounterView({ id }: { id: string }) {
  const { answer: page, error } = useAnswer<EncounterPage>(`/api/encounters/${encodeURIComponent(id)}`);
  useTitle(page ? titleOf(page.row) : null);
  if (!page) return <Waiting error={error} />;
  const { row, encounter } = page;
  const reports = new Map<string, Numbered>(page.reports.map((report, i) => [report.id, { number: i + 1, report }]));
  return (
    <article class={`encounter ${row.status}`}>
      <header>
        <p class="kicker">
          <span>{speaker.date(row.date)}</span> · <span>{say(`kind.${row.kind}`)}</span> · <Where row={row} />
        </p>
        <h1><Status status={row.status} /> <Who row={row} /></h1>
        <p class="lead"><AccordingTo row={row} /></p>
        <Standing row={row} />
      </header>
      <section aria-labelledby="facts">
        <h2 id="facts">{say("facts")}</h2>
        <Facts page={page} reports={reports} />
      </section>
      <section aria-labelledby="chain">
        <h2 id="chain">{say("chain.title")}</h2>
        <p class="note">{say("chain.note", say("origins", encounter.independent_origins))}</p>
        <ChainTree page={page} />
      </section>
      <section aria-labelledby="tellings">
        <h2 id="tellings">{say("tellings")}</h2>
        <Tellings page={page} reports={reports} />
      </section>
      <Claims page={page} />
      <Links page={page} />
      <p class="note permalink">
        {page.stories.map((story, i) => <a href={addressOf("story", [story])}>{say("its_story")}{page.stories.length > 1 && ` (${i + 1})`}</a>)} <span dir="ltr">{encounter.id}</span>
      </p>
    </article>
  );
}

function Claims({ page }: { page: EncounterPage }) {
  const { claims } = page.encounter;
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{say("claims")}</h2>
      <ul>{claims.map((claim) => <li><Foreign text={claim.text} most={300} /> — <strong>{say(`verdict.${claim.verdict}`)}</strong></li>)}</ul>
    </section>
  );
}

function Links({ page }: { page: EncounterPage }) {
  const all: [string, Linked[]][] = [["link", page.links], ["linked", page.linked_from]];
  if (all.every(([, links]) => links.length === 0)) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links">{say("links")}</h2>
      {all.map(([way, links]) =>
        ["part_of", "follows", "recalls"].map((kind) => {
          const found = links.filter((one) => one.kind === kind);
          return found.length > 0 && (
            <section class="linked">
              <h3>{say(`${way}.${kind}`)}</h3>
              <ol class="rows">{found.map((one) => <EncounterRow key={one.row.id} row={one.row} year />)}</ol>
            </section>
          );
        }))}
    </section>
  );
}
