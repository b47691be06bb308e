// "shares 83 % of its sentences with …, direction unknown": never more than is shown.
import type { Reuse, Summary } from "../api.ts";
import { addressOf } from "../route.ts";
import { comparable } from "../comparable.ts";
import { say, speaker } from "../words.ts";
import { Foreign } from "./foreign.tsx";

export function Shares({ reuse, of, other }: { reuse: Reuse; of: Summary; other: Summary }) {
  const share = <meter class="meter" min={0} max={1} value={reuse.score} aria-hidden="true" />;
  const label = <Foreign text={other.label} most={60} />;
  return (
    <>
      {share} <span>{say(`reuse.${reuse.relation}`, speaker.percent(reuse.score))} {comparable(of.id, other.id)
        ? <a href={addressOf("compare", comparable(of.id, other.id)!)}>{label}</a> : label}{say("comma")}{directionSaid(reuse, of.id)}</span>
    </>
  );
}

function directionSaid(reuse: Reuse, of: string): string {
  if (reuse.direction === "unknown") return say("direction.unknown");
  const source = reuse.direction === "left-to-right" ? reuse.from : reuse.to;
  return say(source === of ? "direction.earlier" : "direction.later");
}
