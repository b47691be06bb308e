// Groups of reports on one event, whether or not it is an encounter.
import type { Stories } from "../api.ts";
import { withQuery } from "../filter.ts";
import { addressOf } from "../route.ts";
import { embedded } from "../source.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { SearchBox } from "../parts/filters.tsx";
import { Foreign } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { Pages } from "../parts/pages.tsx";
import { pick } from "./reports.tsx";

export function StoriesView({ search }: { search: URLSearchParams }) {
  useTitle(say("nav.stories"));
  const { answer, error } = useAnswer<Stories>(embedded ? "/api/stories" : withQuery("/api/stories", pick(search)));
  return (
    <>
      <h1>{say("nav.stories")}</h1>
      <p class="note">{say("stories.note")}{!embedded && <> <a href={addressOf("reports")}>{say("reports.title")}</a></>}</p>
      {!embedded && <SearchBox search={search} label={say("search.stories")} />}
      {!answer ? <Waiting error={error} /> : (
        <>
          <ul class="list">
            {answer.items.map((story) => (
              <li key={story.id}>
                <a href={addressOf("story", [story.id])}><Foreign text={story.title || story.id} most={160} /></a>
                <p class="standing">
                  <span>{daysOf(story.first_day, story.last_day)}</span><span>{say("reports", story.reports)}</span>
                  <span>{say("origins", story.independent_origins)}</span>
                  <span class={story.encounters === 0 ? "faint" : ""}>{say("encounters", story.encounters)}</span>
                </p>
              </li>
            ))}
          </ul>
          <Pages search={search} next={answer.next} />
        </>
      )}
    </>
  );
}

export function daysOf(first: string | null, last: string | null): string {
  if (!first) return say("undated");
  return !last || first === last ? speaker.date(first) : say("between", speaker.date(first), speaker.date(last));
}
