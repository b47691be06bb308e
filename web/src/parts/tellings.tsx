// What each report keeps, leaves out and adds.
import type { ComponentChild } from "preact";
import type { EncounterPage, Evidence, Reuse, Summary, Telling } from "../api.ts";
import { comparable } from "../comparable.ts";
import { addressOf } from "../route.ts";
import { say, speaker } from "../words.ts";
import type { Numbered } from "./evidence.tsx";
import { Foreign, placeInReport, Published, Quotation } from "./foreign.tsx";

function bestPartner(id: string, reuse: Reuse[]): Reuse | undefined {
  return reuse.filter((one) => one.from === id || one.to === id).sort((a, b) => b.score - a.score)[0];
}

// The report that a page is best read beside: what it shares most with, else the longest of the others.
function partnerOf(report: Summary, page: EncounterPage): Summary | undefined {
  const best = bestPartner(report.id, page.reuse);
  const others = page.reports.filter((one) => one.id !== report.id);
  if (best) return others.find((one) => one.id === best.from || one.id === best.to);
  return [...others].sort((a, b) => b.words - a.words)[0];
}

export function Tellings({ page, reports }: { page: EncounterPage; reports: Map<string, Numbered> }) {
  const tellings = new Map<string, Telling[]>();
  for (const telling of page.encounter.tellings) tellings.set(telling.report, [...(tellings.get(telling.report) ?? []), telling]);
  const order = page.reports.filter((report) => tellings.has(report.id));
  return (
    <table class="tellings">
      <thead>
        <tr>
          <th scope="col">{say("column.report")}</th>
          <th scope="col">{say("column.published")}</th>
          <th scope="col">{say("column.keeps")}</th>
          <th scope="col">{say("column.differs")}</th>
        </tr>
      </thead>
      <tbody>
        {order.map((report) => {
          const own = tellings.get(report.id)!;
          const best = bestPartner(report.id, page.reuse);
          const partner = partnerOf(report, page);
          const beside = partner && comparable(report.id, partner.id);
          return (
            <tr key={report.id}>
              <th scope="row">
                <span class="ordinal">{reports.get(report.id)?.number}</span>{" "}
                <a href={addressOf("report", [report.id])}><Foreign text={report.label} most={80} /></a>
                <span class="detail">
                  {speaker.languageName(report.language)} · {say(own.every((one) => one.standing === "background") ? "standing.background" : "standing.main")}
                </span>
              </th>
              <td data-label={say("column.published")}><Published report={report} /></td>
              <td data-label={say("column.keeps")}>{best ? speaker.percent(best.score) : <span class="faint">{say("shares_nothing")}</span>}</td>
              <td data-label={say("column.differs")}>
                <Differences kind="omits" evidence={own.flatMap((one) => one.omits)} report={report} />
                <Differences kind="adds" evidence={own.flatMap((one) => one.adds)} report={report} />
                {beside && <a href={addressOf("compare", beside)}>{say("compare.with", "")}<Foreign text={partner.label} most={50} /></a>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Differences({ kind, evidence, report }: { kind: "omits" | "adds"; evidence: Evidence[]; report: Summary }) {
  const quoted = evidence.map((one) => (
    <a href={placeInReport(one)}><Quotation evidence={{ ...one, prefix: "", suffix: "" }} language={report.language} /></a>
  ));
  return <Sentences kind={kind} sentences={quoted} />;
}

// Sentences that one text has and another lacks, behind their number.
export function Sentences({ kind, sentences }: { kind: "omits" | "adds"; sentences: ComponentChild[] }) {
  if (sentences.length === 0) return null;
  return (
    <details class={kind}>
      <summary><span aria-hidden="true">{kind === "omits" ? "−" : "+"}</span> {say(`count.${kind}`, sentences.length)}</summary>
      <ul>{sentences.map((one) => <li>{one}</li>)}</ul>
    </details>
  );
}
