// Any report of the heap, by its words.
import type { Summaries } from "../api.ts";
import { withQuery } from "../filter.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { SearchBox } from "../parts/filters.tsx";
import { Foreign, Published, ReportLink } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { Pages } from "../parts/pages.tsx";

export function ReportsView({ search }: { search: URLSearchParams }) {
  useTitle(say("reports.title"));
  const { answer, error } = useAnswer<Summaries>(withQuery("/api/reports", pick(search)));
  return (
    <>
      <h1>{say("reports.title")}</h1>
      <SearchBox search={search} label={say("search.reports")} />
      {!answer ? <Waiting error={error} /> : (
        <>
          <p role="status" class="count">{say("reports", answer.total)}</p>
          <ul class="list">
            {answer.items.map((one) => (
              <li key={one.id}>
                <ReportLink report={one}><Foreign text={one.title ?? one.path} language={one.language} most={160} /></ReportLink>
                <p class="detail"><Foreign text={one.label} most={60} /> · {speaker.languageName(one.language)} · <Published report={one} /></p>
              </li>
            ))}
          </ul>
          <Pages search={search} next={answer.next} />
        </>
      )}
    </>
  );
}

export function pick(search: URLSearchParams): URLSearchParams {
  const picked = new URLSearchParams();
  for (const field of ["q", "cursor"]) {
    const value = search.get(field);
    if (value) picked.set(field, value);
  }
  return picked;
}
