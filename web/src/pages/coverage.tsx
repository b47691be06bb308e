// What the heap holds: it bounds every "only" and "first" that the register says.
import type { Coverage } from "../api.ts";
import { addressOf } from "../route.ts";
import { embedded } from "../source.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Foreign } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";

export function CoverageView() {
  useTitle(say("nav.coverage"));
  const { answer, error } = useAnswer<Coverage>("/api/coverage");
  if (!answer) return <Waiting error={error} />;
  return (
    <>
      <h1>{say("nav.coverage")}</h1>
      <p class="lead">{say("coverage.read", say("reports", answer.read))} {answer.without_telling > 0 && say("silent", answer.without_telling)}</p>
      <p class="note">{say("coverage.note")}</p>
      {!embedded && <p class="note"><a href={addressOf("reports")}>{say("reports.title")}</a></p>}
      <Counts title={say("filter.language")} counts={answer.languages} shown={(key) => speaker.languageName(key || null)} />
      <Counts title={say("filter.outlet")} counts={answer.outlets} shown={(key) => (key ? <Foreign text={key} most={60} /> : say("outlet.unknown"))} />
      <Counts title={say("month")} counts={answer.months} shown={(key) => (key ? speaker.date(key) : say("undated"))} byKey />
    </>
  );
}

interface CountsProps {
  title: string;
  counts: Record<string, number>;
  shown: (key: string) => preact.ComponentChildren;
  byKey?: boolean;
}

const most = 200; // rows of a table

function Counts({ title, counts, shown, byKey = false }: CountsProps) {
  const all = Object.entries(counts).sort(([a, x], [b, y]) => (byKey ? (a < b ? -1 : 1) : y - x || (a < b ? -1 : 1)));
  const highest = Math.max(1, ...all.map(([, count]) => count));
  return (
    <table class="counts">
      <caption>{title}</caption>
      <thead class="unseen"><tr><th scope="col">{title}</th><th scope="col">{say("column.reports")}</th></tr></thead>
      <tbody>
        {all.slice(0, most).map(([key, count]) => (
          <tr key={key}>
            <th scope="row">{shown(key)}</th>
            <td><span class="bar" style={{ inlineSize: `${(count / highest) * 70}%` }} aria-hidden="true" /> <span class="figure">{speaker.number(count)}</span></td>
          </tr>
        ))}
        {all.length > most && <tr><td colSpan={2}>{say("and_more", all.length - most)}</td></tr>}
      </tbody>
    </table>
  );
}
