// Doubtful groupings, one after another: whoever reads both tellings says whether they tell one encounter.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Correction, Corrections, Question, Review } from "../api.ts";
import { back, emptyQueue, filled, keyOf, open, passed, type Queue } from "../queue.ts";
import { ask, Refusal, tell } from "../source.ts";
import { keepToken, tokenHere, tokenIn } from "../token.ts";
import { say } from "../words.ts";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { Asked, type Verdict } from "../parts/asked.tsx";
import { Said } from "../parts/said.tsx";

interface Judged {
  question: Question;
  id: string;
}

// The first questions that were not passed in this sitting.
async function fetched(queue: Queue, stop: AbortSignal): Promise<Queue> {
  let cursor: string | null = "";
  let found = queue;
  while (cursor !== null) {
    const answer: Review = await ask<Review>(`/api/review?limit=10&cursor=${cursor}`, stop);
    found = filled(queue, answer.items, answer.total);
    if (open(found).length > 0) break;
    cursor = answer.next;
  }
  return found;
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

export function ReviewView() {
  useTitle(say("nav.review"));
  const [token, setToken] = useState(tokenHere);
  const [queue, setQueue] = useState<Queue | null>(null);
  const [rounds, setRounds] = useState(0); // of asking the register
  const [error, setError] = useState<Error | null>(null);
  const [judged, setJudged] = useState<Judged[]>([]);
  const [heard, setHeard] = useState("");
  const [who, setWho] = useState("");
  const [why, setWhy] = useState("");
  const busy = useRef(false);
  const corrections = useCorrections(rounds);
  const question = queue === null ? undefined : open(queue)[0];

  useEffect(() => {
    if (question) return;
    const stop = new AbortController();
    fetched(queue ?? emptyQueue, stop.signal).then((found) => {
      setQueue(found);
      setError(null);
    }, (failed: Error) => {
      if (!stop.signal.aborted) setError(failed);
    });
    return () => stop.abort();
  }, [question === undefined, rounds]);

  // One at a time, so that a key held down says nothing twice.
  const attempt = async (act: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await act();
      setError(null);
    } catch (failed) {
      if (failed instanceof Refusal && failed.status === 401) setToken("");
      setHeard("");
      setError(failed as Error);
    }
    busy.current = false;
    setRounds((n) => n + 1);
  };
  const judge = (about: Question, verdict: Verdict, tellings: string[]) => attempt(async () => {
    const said = await tell<Correction>("POST", "/api/corrections", token, { judgement: verdict, tellings, who: who.trim(), when: today(), why: why.trim() });
    setJudged((before) => [...before, { question: about, id: said.id }]);
    setQueue((now) => now && passed(now, about, true));
    setHeard(say("review.heard", say(`judgement.${verdict}`)));
    setWhy("");
  });
  const undo = (id: string) => attempt(async () => {
    await tell<Corrections>("DELETE", `/api/corrections/${encodeURIComponent(id)}`, token);
    const again = judged.find((one) => one.id === id);
    setJudged((before) => before.filter((one) => one.id !== id));
    if (again) setQueue((now) => now && back(now, again.question));
    setHeard(say("review.undone"));
  });

  return (
    <article class="review">
      <header>
        <h1>{say("nav.review")}</h1>
        <p class="note">{say("review.note")}</p>
      </header>
      {token === "" && <TokenForm wrong={error instanceof Refusal && error.status === 401} take={(given) => { keepToken(given); setToken(given); setError(null); }} />}
      <p role="status" class="count">{heard} {queue && say("review.left", Math.max(0, queue.total))}</p>
      {error && !(error instanceof Refusal && error.status === 401) && <Waiting error={error} />}
      {!question && queue && queue.total > 0 && <p class="nothing">{say("review.done")}</p>}
      {!question && !queue && !error && <Waiting error={null} />}
      {question && (
        <Asked key={keyOf(question)} question={question} may={token !== ""} judge={judge}
          undo={judged.length > 0 ? () => undo(judged.at(-1)!.id) : null}
          putOff={() => { setHeard(""); setQueue((now) => now && passed(now, question, false)); }} />
      )}
      {token !== "" && <Sayer who={who} setWho={setWho} why={why} setWhy={setWhy} />}
      {corrections && <Said corrections={corrections} undo={token === "" ? null : undo} />}
    </article>
  );
}

// What was said, asked again for as long as the register has not taken all of it in.
function useCorrections(rounds: number): Corrections | null {
  const [answer, setAnswer] = useState<Corrections | null>(null);
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    let later = 0;
    ask<Corrections>("/api/corrections", stop.signal).then((found) => {
      setAnswer(found);
      if (found.waiting > 0) later = window.setTimeout(() => setTicks((n) => n + 1), 1000);
    }, () => undefined);
    return () => {
      stop.abort();
      clearTimeout(later);
    };
  }, [rounds, ticks]);
  return answer;
}

function TokenForm({ wrong, take }: { wrong: boolean; take: (token: string) => void }) {
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const token = tokenIn(typed);
    setRefused(token === "");
    if (token !== "") take(token);
  };
  return (
    <form class="token" onSubmit={submit}>
      <p id="token-note">{say("review.token_note")}</p>
      {(wrong || refused) && <p role="alert" class="alert">{say("review.token_wrong")}</p>}
      <p class="fields">
        <label for="token">{say("review.token")}</label>
        <input id="token" dir="ltr" autocomplete="off" spellcheck={false} maxLength={200} aria-describedby="token-note" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        <button type="submit">{say("review.open")}</button>
      </p>
    </form>
  );
}

interface SayerProps {
  who: string;
  setWho: (text: string) => void;
  why: string;
  setWhy: (text: string) => void;
}

function Sayer({ who, setWho, why, setWhy }: SayerProps) {
  return (
    <section class="sayer" aria-label={say("review.sayer")}>
      <p><label for="who">{say("review.who")}</label><input id="who" dir="auto" maxLength={200} value={who} onInput={(event) => setWho(event.currentTarget.value)} /></p>
      <p><label for="why">{say("review.why")}</label><input id="why" dir="auto" maxLength={1000} autocomplete="off" value={why} onInput={(event) => setWhy(event.currentTarget.value)} /></p>
    </section>
  );
}
