// Small hooks: an answer of the API, the address, the size of things.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { ask } from "./source.ts";

export interface Asked<Answer> {
  answer: Answer | null; // the last one stays while the next is on its way
  error: Error | null;
  waiting: boolean;
}

export function useAnswer<Answer>(path: string | null): Asked<Answer> {
  const [asked, setAsked] = useState<Asked<Answer>>({ answer: null, error: null, waiting: path !== null });
  // Before the page is painted, not after: the answer comes sooner by a frame.
  useLayoutEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    setAsked((before) => ({ ...before, waiting: true }));
    ask<Answer>(path, stop.signal).then(
      (answer) => setAsked({ answer, error: null, waiting: false }),
      (error: Error) => {
        if (!stop.signal.aborted) setAsked({ answer: null, error, waiting: false });
      },
    );
    return () => stop.abort();
  }, [path]);
  return asked;
}

// True from this width on.
export function useWidth(least: number): boolean {
  const media = matchMedia(`(min-width: ${least}px)`);
  const [wide, setWide] = useState(media.matches);
  useEffect(() => {
    const look = () => setWide(media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, [least]);
  return wide;
}
