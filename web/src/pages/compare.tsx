// Two tellings face to face, with ribbons between the sentences that say the same.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Comparison, Pair, Side, Summary } from "../api.ts";
import { addressOf } from "../route.ts";
import { embedded } from "../source.ts";
import { directionOf, sharedWords, visible, type Word } from "../text.ts";
import { useAnswer, useWidth } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Foreign, Published } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { Shares } from "../parts/shares.tsx";
import { partnersOf, ribbonPath, tie, type Which } from "../parts/ribbons.ts";

export const sign: Record<Pair["relation"], string> = { verbatim: "=", edited: "≈", translated: "⇄", left: "−", right: "+" };

export function Compare({ left, right }: { left: string; right: string }) {
  const { answer, error } = useAnswer<Comparison>(`/api/compare/${encodeURIComponent(left)}/${encodeURIComponent(right)}`);
  useTitle(answer ? `${answer.left.report.label} ↔ ${answer.right.report.label}` : null);
  const wide = useWidth(760);
  if (!answer) return <Waiting error={error} />;
  return (
    <article class={`compare ${answer.relation === "none" ? "apart" : ""}`}>
      <header>
        <h1 class="unseen">{say("compare.title", visible(answer.left.report.label), visible(answer.right.report.label))}</h1>
        <Verdict comparison={answer} />
        {answer.relation !== "none" && <Legend comparison={answer} />}
      </header>
      {wide ? <Facing comparison={answer} /> : <Stacked comparison={answer} />}
      {wide && <div class="for-print"><Stacked comparison={answer} /></div>}
    </article>
  );
}

function Verdict({ comparison }: { comparison: Comparison }) {
  const { left, right, relation, score, direction } = comparison;
  if (relation === "none") return <p class="lead">{say("compare.nothing_shared")}</p>;
  const reuse = { from: left.report.id, to: right.report.id, relation, score, direction };
  return <p class="lead"><Foreign text={left.report.label} most={60} /> <Shares reuse={reuse} of={left.report} other={right.report} /></p>;
}

function Legend({ comparison }: { comparison: Comparison }) {
  const count = (relation: Pair["relation"]) => comparison.rows.filter((row) => row.relation === relation).length;
  return (
    <ul class="legend">
      {(Object.keys(sign) as Pair["relation"][]).map((relation) => {
        const found = count(relation);
        return found > 0 && <li class={relation}><span class="sign" aria-hidden="true">{sign[relation]}</span> {say(`pair.${relation}`)} <span class="figure">{found}</span></li>;
      })}
    </ul>
  );
}

function ColumnHead({ report }: { report: Summary }) {
  return (
    <div class="column-head">
      <h2><a href={addressOf("report", [report.id])}><Foreign text={report.label} most={60} /></a></h2>
      <p class="detail">{speaker.languageName(report.language)} · <Published report={report} /></p>
      {report.title && <p class="title"><Foreign text={report.title} language={report.language} most={200} /></p>}
    </div>
  );
}

const Words = ({ words }: { words: Word[] }) => <>{words.map((word) => (word.same ? visible(word.text) : <em class="own">{visible(word.text)}</em>))}</>;

// The sentence as it stands in its text; of an edited one the words that the other lacks are set off.
function useSentences(comparison: Comparison) {
  return useMemo(() => {
    const edited = new Map<string, Word[]>();
    for (const row of comparison.rows) {
      if (row.relation !== "edited" || row.left === null || row.right === null) continue;
      const [a, b] = sharedWords(comparison.left.sentences[row.left]!.text, comparison.right.sentences[row.right]!.text);
      edited.set(`left${row.left}`, a);
      edited.set(`right${row.right}`, b);
    }
    return edited;
  }, [comparison]);
}

function Facing({ comparison }: { comparison: Comparison }) {
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Pair | null>(null);
  const [, redraw] = useState(0);
  const edited = useSentences(comparison);
  const partners = useMemo(() => ({ left: partnersOf(comparison.rows, "left"), right: partnersOf(comparison.rows, "right") }), [comparison]);

  useLayoutEffect(() => {
    redraw((n) => n + 1);
    document.fonts.ready.then(() => redraw((n) => n + 1));
    const watch = new ResizeObserver(() => redraw((n) => n + 1));
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, [comparison]);

  useEffect(() => {
    const panes = frame.current?.querySelectorAll<HTMLElement>(".pane");
    return panes?.length === 2 ? tie(panes[0]!, panes[1]!, partners, () => redraw((n) => n + 1)) : undefined;
  }, [comparison]);

  const step = (which: Which, index: number) => (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const across = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (way === undefined && !across) return;
    const there: [Which, number | undefined] = across ? [which === "left" ? "right" : "left", partners[which].get(index)?.[which === "left" ? "right" : "left"] ?? undefined] : [which, index + way!];
    const next = there[1] === undefined ? null : frame.current?.querySelector<HTMLElement>(`#${there[0]}-${there[1]}`);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  const column = (which: Which, side: Side) => (
    <section class={`column ${which}`} aria-label={visible(side.report.label)}>
      <ColumnHead report={side.report} />
      <div class="pane" lang={side.report.language ?? undefined} dir={directionOf(side.report.language)} tabIndex={-1}>
        {side.sentences.map((sentence, i) => {
          const pair = partners[which].get(i);
          const relation = pair?.relation ?? which;
          const words = edited.get(`${which}${i}`);
          return (
            <p key={i} id={`${which}-${i}`} class={`sentence ${relation} ${pair && chosen === pair ? "chosen" : ""}`} tabIndex={i === 0 ? 0 : -1}
              onFocus={() => setChosen(pair ?? null)} onMouseEnter={() => setChosen(pair ?? null)} onKeyDown={step(which, i)}>
              <span class="unseen" lang={speaker.language}>{say("label", say(`pair.${relation}`))}</span>
              <span class="sign" aria-hidden="true">{sign[relation]}</span>
              {words ? <Words words={words} /> : visible(sentence.text)}
              {embedded && <span class="faint"> …</span>}
            </p>
          );
        })}
      </div>
    </section>
  );
  return (
    <>
      <p class="note keys">{say("compare.keys")}</p>
      <div class="facing" ref={frame}>
        {column("left", comparison.left)}
        <Ribbons frame={frame.current} pairs={comparison.rows} chosen={chosen} />
        {column("right", comparison.right)}
      </div>
    </>
  );
}

function Ribbons({ frame, pairs, chosen }: { frame: HTMLElement | null; pairs: Pair[]; chosen: Pair | null }) {
  const paths = frame ? pairs.flatMap((pair) => {
    const d = ribbonPath(frame, pair);
    return d ? [{ pair, d }] : [];
  }) : [];
  return (
    <svg class="ribbons" aria-hidden="true">
      <defs>
        <pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2.4" height="6" /></pattern>
        <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="hatch" cx="2" cy="2" r="1.3" /></pattern>
      </defs>
      {paths.map(({ pair, d }) => <path key={`${pair.left}-${pair.right}`} class={`ribbon ${pair.relation} ${pair === chosen ? "chosen" : ""}`} d={d} />)}
    </svg>
  );
}

// On a narrow page: sentence under sentence.
function Stacked({ comparison }: { comparison: Comparison }) {
  const edited = useSentences(comparison);
  const sentence = (which: Which, side: Side, index: number | null) => {
    if (index === null) return null;
    const words = edited.get(`${which}${index}`);
    return (
      <p class={which} lang={side.report.language ?? undefined} dir={directionOf(side.report.language)}>
        {words ? <Words words={words} /> : visible(side.sentences[index]!.text)}{embedded && " …"}
      </p>
    );
  };
  return (
    <>
      <div class="heads"><ColumnHead report={comparison.left.report} /><ColumnHead report={comparison.right.report} /></div>
      <ol class="pairs">
        {comparison.rows.map((row) => (
          <li class={row.relation}>
            <p class="relation"><span class="sign" aria-hidden="true">{sign[row.relation]}</span> {say(`pair.${row.relation}`)}</p>
            {sentence("left", comparison.left, row.left)}
            {sentence("right", comparison.right, row.right)}
          </li>
        ))}
      </ol>
    </>
  );
}
