// A fact's evidence: the number of the report, the words on hover and focus, a click into the page's text.
import { useId } from "preact/hooks";
import type { Evidence, Summary } from "../api.ts";
import { visible } from "../text.ts";
import { say } from "../words.ts";
import { Foreign, placeInReport, Quotation } from "./foreign.tsx";

export interface Numbered {
  number: number;
  report: Summary;
}

const first = 8; // shown at once

function One({ evidence, of }: { evidence: Evidence; of: Numbered | undefined }) {
  const id = useId();
  return (
    <span class="evidence">
      <a href={placeInReport(evidence)} aria-describedby={id}>
        {of?.number ?? "·"}<span class="unseen"> {say("evidence.in", visible(of?.report.label ?? evidence.report))}</span>
      </a>
      <span role="tooltip" id={id} class="tip">
        <Quotation evidence={evidence} language={of?.report.language ?? null} most={300} />
        {of && <span class="tip-source"><Foreign text={of.report.label} most={60} /></span>}
      </span>
    </span>
  );
}

export function EvidenceMarks({ evidence, reports }: { evidence: Evidence[]; reports: Map<string, Numbered> }) {
  const once = [...new Map(evidence.map((one) => [`${one.report}.${one.block}.${one.start}`, one])).values()];
  const number = (one: Evidence) => reports.get(one.report)?.number ?? Infinity;
  once.sort((a, b) => number(a) - number(b) || a.block - b.block || a.start - b.start);
  const mark = (one: Evidence) => <One key={`${one.report}.${one.block}.${one.start}`} evidence={one} of={reports.get(one.report)} />;
  return (
    <span class="marks">
      {once.slice(0, first).map(mark)}
      {once.length > first && <details class="inline"><summary>+{once.length - first}</summary>{once.slice(first).map(mark)}</details>}
    </span>
  );
}
