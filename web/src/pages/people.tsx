// Everybody who takes part in an encounter with an office, by name. No counts, no order but the alphabet.
import type { People } from "../api.ts";
import { withQuery } from "../filter.ts";
import { folded } from "../published.ts";
import { addressOf } from "../route.ts";
import { embedded } from "../source.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { SearchBox } from "../parts/filters.tsx";
import { Foreign } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { Pages } from "../parts/pages.tsx";
import { pick } from "./reports.tsx";

export function PeopleView({ search }: { search: URLSearchParams }) {
  useTitle(say("nav.people"));
  const { answer, error } = useAnswer<People>(embedded ? "/api/people" : withQuery("/api/people", pick(search)));
  const wanted = embedded ? folded(search.get("q") ?? "") : "";
  const items = answer?.items.filter((one) => wanted === "" || Object.values(one.names).some((name) => folded(name).includes(wanted)));
  return (
    <>
      <h1>{say("nav.people")}</h1>
      <p class="note">{say("people.note")}</p>
      <SearchBox search={search} label={say("search.people")} />
      {!answer || !items ? <Waiting error={error} /> : (
        <>
          <ul class="list people">
            {items.map((one) => (
              <li key={one.id}>
                <a href={addressOf("person", [one.id])}><Foreign text={speaker.name(one.names, one.id)} most={90} /></a>{" "}
                <span class="detail">{otherNames(one.names).map((name) => <><Foreign text={name} most={90} /> </>)}</span>
                {one.offices.length > 0 && <p class="detail">{one.offices.slice(0, 2).map((title, i) => <>{i > 0 && " — "}<Foreign text={title[speaker.language] ?? Object.values(title)[0] ?? ""} most={120} /></>)}</p>}
              </li>
            ))}
          </ul>
          <Pages search={search} next={answer.next} />
        </>
      )}
    </>
  );
}

function otherNames(names: Record<string, string>): string[] {
  const shown = speaker.name(names, "");
  return Object.values(names).filter((name) => name !== shown);
}
