// One question: two tellings beside each other, or one, and what may be said of them by button or key.
import { useEffect, useRef } from "preact/hooks";
import type { AskedTelling, Question } from "../api.ts";
import { letterOf } from "../queue.ts";
import { addressOf } from "../route.ts";
import { say, speaker } from "../words.ts";
import { Foreign, placeInReport, Published, Quotation, ReportLink } from "./foreign.tsx";
import { Status } from "./row.tsx";

export type Verdict = "same" | "different" | "unsure" | "not_an_encounter";

interface Props {
  question: Question;
  may: boolean;
  judge: (question: Question, verdict: Verdict, tellings: string[]) => void;
  undo: (() => void) | null;
  putOff: () => void;
}

interface Choice {
  key: string;
  label: string;
  act: () => void;
}

function choicesOf({ question, judge, undo, putOff }: Props): { pair: Choice[]; other: Choice[] } {
  const { left, right } = question;
  const both = right === null ? [] : [left.telling, right.telling];
  const about = (verdict: Verdict) => () => judge(question, verdict, both);
  const none = (telling: AskedTelling) => () => judge(question, "not_an_encounter", [telling.telling]);
  return {
    pair: right === null ? [{ key: "1", label: say("judgement.not_an_encounter"), act: none(left) }] : [
      { key: "s", label: say("judgement.same"), act: about("same") },
      { key: "d", label: say("judgement.different"), act: about("different") },
      { key: "u", label: say("judgement.unsure"), act: about("unsure") },
      { key: "1", label: say("review.first_none"), act: none(left) },
      { key: "2", label: say("review.second_none"), act: none(right) },
    ],
    other: [
      { key: "n", label: say("review.later"), act: putOff },
      ...(undo ? [{ key: "z", label: say("review.undo"), act: undo }] : []),
    ],
  };
}

export function Asked(props: Props) {
  const { question, may } = props;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus({ preventScroll: true }), []);
  const { pair, other } = choicesOf(props);
  const shown = may ? [...pair, ...other] : other.slice(0, 1);
  // Only while the question has the focus: nobody judges by a letter typed elsewhere.
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const chosen = shown.find((one) => one.key === letterOf(event));
    if (!chosen) return;
    event.preventDefault();
    chosen.act();
  };
  return (
    <section class="question" tabIndex={-1} ref={frame} onKeyDown={press} aria-labelledby="asked" aria-describedby="asked-why">
      <h2 id="asked">{say(question.right ? "review.ask_two" : "review.ask_one")}</h2>
      <p id="asked-why" class="note">{say(`why.${question.why}`)}</p>
      <div class={question.right ? "sides" : ""}>
        <Side telling={question.left} beside={question.right} />
        {question.right && <Side telling={question.right} beside={question.left} />}
      </div>
      <div class="verdicts" role="group" aria-label={say("review.verdicts")}>
        {shown.map((one) => (
          <button key={one.key} type="button" onClick={one.act} aria-keyshortcuts={one.key}>
            {one.label} <kbd aria-hidden="true" dir="ltr">{one.key.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      <p class="note keys">{say("review.keys")}</p>
    </section>
  );
}

const valuesOf = (telling: AskedTelling, field: string): string[] => [...new Set(telling.facts.filter((one) => one.field === field).map((one) => one.value))];

const first = 3; // quotations of a telling

function Side({ telling, beside }: { telling: AskedTelling; beside: AskedTelling | null }) {
  const { report, row } = telling;
  const language = report.language;
  const dates = valuesOf(telling, "date");
  const other = beside ? valuesOf(beside, "date") : [];
  const differs = dates.length > 0 && other.length > 0 && dates.join() !== other.join();
  const evidence = telling.evidence.slice(0, first);
  return (
    <section class="side" aria-label={report.label}>
      <h3><ReportLink report={report} /></h3>
      <p class="detail">{speaker.languageName(language)} · <Published report={report} /> · {say(`standing.${telling.standing}`)}</p>
      {report.title && <p class="title"><Foreign text={report.title} language={language} most={200} /></p>}
      <dl class="facts">
        <Told name="participant" values={valuesOf(telling, "participant")} language={language} />
        <div>
          <dt>{say("field.date")}</dt>
          <dd class={dates.length === 0 ? "unknown" : differs ? "differs" : ""}>
            {differs && <span class="sign" aria-hidden="true">≠ </span>}{dates.length === 0 ? say("unknown.plain") : dates.map((one) => speaker.date(one)).join(say("comma"))}
            {row.status !== "held" && <> <Status status={row.status} /></>}
          </dd>
        </div>
        <Told name="place" values={valuesOf(telling, "place")} language={language} />
      </dl>
      {evidence.map((one) => (
        <blockquote><Quotation evidence={one} language={language} /> <a class="quoted" href={placeInReport(one)}>{say("in_its_words")}</a></blockquote>
      ))}
      <p class="detail"><a href={addressOf("encounter", [row.id])}>{say(`kind.${row.kind}`)}</a> · {say("reports", row.reports)} · {say(`certainty.${row.certainty}`)}</p>
    </section>
  );
}

function Told({ name, values, language }: { name: string; values: string[]; language: string | null }) {
  return (
    <div>
      <dt>{say(`field.${name}`)}</dt>
      <dd class={values.length === 0 ? "unknown" : ""}>
        {values.length === 0 ? say("unknown.plain") : values.map((one, i) => <>{i > 0 && say("comma")}<Foreign text={one} language={language} most={120} /></>)}
      </dd>
    </div>
  );
}
