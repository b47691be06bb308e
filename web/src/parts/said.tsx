// What people said of the register, and how each of it stands.
import type { Correction, Corrections } from "../api.ts";
import { addressOf } from "../route.ts";
import { say, speaker } from "../words.ts";
import { Foreign } from "./foreign.tsx";

const most = 100; // shown

export function Said({ corrections, undo }: { corrections: Corrections; undo: ((id: string) => void) | null }) {
  const { items, waiting, failed } = corrections;
  return (
    <section class="said" aria-labelledby="said">
      <h2 id="said">{say("review.said")}</h2>
      {waiting > 0 && <p class="note">{say("review.waiting", waiting)}</p>}
      {failed && <p class="alert" role="alert">{say("review.failed", failed)}</p>}
      {items.length === 0 && <p class="nothing">{say("review.said_nothing")}</p>}
      <ol class="list">{items.slice(0, most).map((one) => <One key={one.id} one={one} undo={undo} />)}</ol>
      {items.length > most && <p class="note">{say("and_more", items.length - most)}</p>}
    </section>
  );
}

function One({ one, undo }: { one: Correction; undo: ((id: string) => void) | null }) {
  return (
    <li class={one.standing}>
      <p>
        <strong>{say(`judgement.${one.judgement}`)}</strong>
        {one.field && <> {say(`field.${one.field}`)}</>} {one.value && <Foreign text={one.value} most={120} />}
        <span class="detail"> · {say(`stands.${one.standing}`)}</span>
      </p>
      <ul class="plain">
        {one.about.map((anchor) => (
          <li><a href={addressOf("report", [anchor.report])}><Foreign text={anchor.quote} most={160} /></a></li>
        ))}
      </ul>
      <p class="detail">
        {one.who && <Foreign text={one.who} most={80} />} {one.when && speaker.date(one.when)} {one.why && <Foreign text={one.why} most={300} />}
        {undo && one.standing !== "undone" && <> <button type="button" class="slight" onClick={() => undo(one.id)}>{say("review.undo")}<span class="unseen"> {say(`judgement.${one.judgement}`)}</span></button></>}
      </p>
    </li>
  );
}
