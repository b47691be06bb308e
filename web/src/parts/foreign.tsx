// Words that are not the program's own: each in its language and direction, isolated from its neighbours.
import type { ComponentChildren } from "preact";
import { addressOf } from "../route.ts";
import { directionOf, shortened, visible, webAddress } from "../text.ts";
import type { Evidence, Summary } from "../api.ts";
import { say, speaker } from "../words.ts";

export function Foreign({ text, language = null, most }: { text: string; language?: string | null; most?: number }) {
  const shown = visible(most === undefined ? text : shortened(text, most));
  return <bdi lang={language ?? undefined} dir={directionOf(language)}>{shown}</bdi>;
}

export function Quotation({ evidence, language = null, most = 400 }: { evidence: Evidence; language?: string | null; most?: number }) {
  if (evidence.exact === "") return <span class="faint">{say("not_quoted")}</span>;
  return (
    <q lang={language ?? undefined} dir={directionOf(language)} class="quotation">
      {evidence.prefix && <span class="around">{visible(evidence.prefix)}</span>}
      <mark>{visible(shortened(evidence.exact, most))}</mark>
      {evidence.suffix && <span class="around">{visible(evidence.suffix)}</span>}
    </q>
  );
}

export const placeInReport = (one: Evidence) => addressOf("report", [one.report], { at: `${one.block}.${one.start}.${one.end}` });

export function ReportLink({ report, children }: { report: Summary; children?: ComponentChildren }) {
  return <a href={addressOf("report", [report.id])}>{children ?? <Foreign text={report.label} most={80} />}</a>;
}

// The page on the web that a report was taken from.
export function Elsewhere({ url }: { url: string | null }) {
  const address = webAddress(url);
  if (url === null) return null;
  if (address === null) return <Foreign text={url} most={120} />;
  return <a class="elsewhere" href={address} rel="noopener noreferrer nofollow" target="_blank"><bdi dir="ltr">{visible(shortened(address, 120))}</bdi></a>;
}

export function Published({ report }: { report: Summary }) {
  return <span class="nowrap">{report.published ? speaker.date(report.published) : say("undated")}</span>;
}
