// A report as it was read, with the words that say something of an encounter set off.
import { useEffect } from "preact/hooks";
import type { Block, ReportPage, Version } from "../api.ts";
import { addressOf } from "../route.ts";
import { embedded } from "../source.ts";
import { directionOf, pieces, shortened, visible, webAddress, type Mark } from "../text.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Elsewhere, Foreign, placeInReport } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { EncounterRow } from "../parts/row.tsx";
import { Shares } from "../parts/shares.tsx";
import { Sentences } from "../parts/tellings.tsx";

interface Sought {
  block: number;
  start: number;
  end: number;
}

function soughtOf(at: string | null): Sought | null {
  const found = /^(\d{1,6})\.(\d{1,9})\.(\d{1,9})$/.exec(at ?? "");
  return found ? { block: Number(found[1]), start: Number(found[2]), end: Number(found[3]) } : null;
}

export function ReportView({ id, at }: { id: string; at: string | null }) {
  const { answer: page, error } = useAnswer<ReportPage>(`/api/reports/${encodeURIComponent(id)}`);
  useTitle(page ? (page.summary.title ?? page.summary.label) : null);
  useEffect(() => {
    if (page && at) document.querySelector("mark.sought")?.scrollIntoView({ block: "center" });
  }, [page, at]);
  if (!page) return <Waiting error={error} />;
  const { summary } = page;
  const sought = soughtOf(at);
  const marks = (block: number): Mark[] => [
    ...page.tells.flatMap((one) => one.evidence).filter((one) => one.block === block).map((one) => ({ start: one.start, end: one.end, kind: "told" })),
    ...(sought?.block === block ? [{ start: sought.start, end: sought.end, kind: "sought" }] : []),
  ];
  return (
    <article class="report">
      <header>
        <p class="kicker">
          <Foreign text={summary.label} most={80} /> · <span>{speaker.languageName(summary.language)}</span> · <span>{summary.published ? speaker.date(summary.published) : say("undated")}</span>
          {summary.published_basis && <span class="faint"> ({say(`basis.${summary.published_basis}`)})</span>}
        </p>
        <h1><Foreign text={summary.title ?? summary.path} language={summary.language} most={300} /></h1>
        {page.byline && <p class="byline"><Foreign text={page.byline} most={120} /></p>}
        {summary.chain.length > 0 && (
          <p class="chain-line">
            {say("label", say("chain"))}{summary.chain.map((one, i) => (
              <>{i > 0 && <span aria-hidden="true"> ← </span>}<span class="role">{say(`chain.${one.role}`)}</span> {one.evidence ? <a href={placeInReport(one.evidence)}><Foreign text={one.name} most={80} /></a> : <Foreign text={one.name} most={80} />}</>
            ))}
          </p>
        )}
        <p class="address"><Elsewhere url={summary.url} /> <span class="faint"><Foreign text={summary.path} most={120} /></span></p>
      </header>
      {embedded ? <p class="note">{say("text.not_published")}</p> : null}
      {page.blocks.length > 0 && (
        <section class="text" aria-label={say("text")} lang={summary.language ?? undefined} dir={directionOf(summary.language)}>
          {page.blocks.map((block, i) => <BlockView key={i} block={block} marks={marks(i)} />)}
        </section>
      )}
      {page.tells.length > 0 && (
        <section aria-labelledby="tells">
          <h2 id="tells">{say("it_tells")}</h2>
          <ol class="rows">{page.tells.map((one) => <EncounterRow key={one.row.id} row={one.row} year />)}</ol>
        </section>
      )}
      {page.reuse.length > 0 && (
        <section aria-labelledby="shared">
          <h2 id="shared">{say("shared_words")}</h2>
          <ul class="plain">{page.reuse.map((one) => <li class="share"><Shares reuse={one} of={summary} other={one.other} /></li>)}</ul>
        </section>
      )}
      {page.versions.length > 0 && (
        <section aria-labelledby="versions" class="versions">
          <h2 id="versions">{say("versions")}</h2>
          <ul class="plain">{page.versions.map((one) => <VersionView key={one.id} version={one} language={summary.language} />)}</ul>
        </section>
      )}
      {page.stories.map((story) => <p class="note"><a href={addressOf("story", [story])}>{say("its_story")}</a></p>)}
    </article>
  );
}

function VersionView({ version, language }: { version: Version; language: string | null }) {
  const quoted = (sentence: string) => <q class="quotation"><Foreign text={sentence} language={language} most={1000} /></q>;
  return (
    <li>
      <p><Foreign text={version.title ?? version.path} language={language} most={300} /> · {version.published ? speaker.date(version.published) : say("undated")} <span class="faint"><Foreign text={version.path} most={120} /></span></p>
      <Sentences kind="omits" sentences={version.removed.map(quoted)} />
      <Sentences kind="adds" sentences={version.added.map(quoted)} />
    </li>
  );
}

// A block of more characters than any paragraph has is there to break the page: it ends in an ellipsis.
const longest = { noise: 2_000, other: 60_000 };

function BlockView({ block, marks }: { block: Block; marks: Mark[] }) {
  const text = pieces(shortened(block.text, block.kind === "noise" ? longest.noise : longest.other), marks).map((piece) =>
    piece.kinds.length === 0 ? visible(piece.text) : <mark class={piece.kinds.join(" ")}>{visible(piece.text)}</mark>);
  const language = { lang: block.language ?? undefined, dir: directionOf(block.language) };
  switch (block.kind) {
    case "headline": return <p class="headline" {...language}>{text}</p>;
    case "standfirst": return <p class="standfirst" {...language}>{text}</p>;
    case "quote": return <blockquote {...language}>{text}</blockquote>;
    case "noise": return <p class="noise" {...language}><span class="unseen" lang={speaker.language}>{say("label", say("block.noise"))}</span>{text}</p>;
    case "embed": return (
      <figure class="embed" {...language}>
        <figcaption lang={speaker.language} dir={speaker.direction}>
          {say("block.embed")} {block.author && <Foreign text={block.author} most={80} />} {block.date && speaker.date(block.date)} {webAddress(block.url) && <Elsewhere url={block.url} />}
        </figcaption>
        <p>{text}</p>
      </figure>
    );
    default: return <p class={block.kind} {...language}>{text}</p>;
  }
}
