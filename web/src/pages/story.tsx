// One group of reports: where they come from, what they share, what they tell.
import type { StoryPage } from "../api.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Foreign, Published, ReportLink } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { authorityOf, EncounterRow } from "../parts/row.tsx";
import { Shares } from "../parts/shares.tsx";
import { daysOf } from "./stories.tsx";

export function StoryView({ id }: { id: string }) {
  const { answer: page, error } = useAnswer<StoryPage>(`/api/stories/${encodeURIComponent(id)}`);
  useTitle(page?.story.title ?? null);
  if (!page) return <Waiting error={error} />;
  const { story } = page;
  const reports = new Map(page.reports.map((one) => [one.id, one]));
  return (
    <article class="story">
      <header>
        <p class="kicker">{daysOf(story.first_day, story.last_day)}</p>
        <h1><Foreign text={story.title || say("nav.stories")} most={300} /></h1>
        <p class="standing"><span>{say("reports", story.reports)}</span><span>{say("origins", story.independent_origins)}</span></p>
      </header>
      <section aria-labelledby="origins">
        <h2 id="origins">{say("origins.title")}</h2>
        <ol class="plain">
          {page.origins.map((origin) => (
            <li>
              {origin.kind === "outlet" && !origin.authority ? say("label", say("origin.outlet")) : <>{say("according_to")} <Foreign text={say("label", authorityOf(origin))} /></>}
              {origin.reports.map((id, i) => reports.has(id) && <>{i > 0 && say("comma")}<ReportLink report={reports.get(id)!} /></>)}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="reports">
        <h2 id="reports">{say("reports", page.reports.length)}</h2>
        <ul class="list">
          {page.reports.map((one) => (
            <li key={one.id}>
              <ReportLink report={one}><Foreign text={one.title ?? one.path} language={one.language} most={160} /></ReportLink>
              <p class="detail"><Foreign text={one.label} most={60} /> · {speaker.languageName(one.language)} · <Published report={one} /></p>
              {page.reuse.filter((shared) => shared.from === one.id && reports.has(shared.to)).map((shared) => (
                <p class="share"><Shares reuse={shared} of={one} other={reports.get(shared.to)!} /></p>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="encounters">
        <h2 id="encounters">{say("encounters", page.encounters.length)}</h2>
        <ol class="rows">{page.encounters.map((row) => <EncounterRow key={row.id} row={row} year />)}</ol>
      </section>
    </article>
  );
}
