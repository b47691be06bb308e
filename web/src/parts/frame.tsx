import { useEffect } from "preact/hooks";
import type { Register } from "../api.ts";
import { addressOf, places, type Place, type Route } from "../route.ts";
import { embedded } from "../source.ts";
import { useAnswer } from "../use.ts";
import { languages, say, speaker } from "../words.ts";
import { visible } from "../text.ts";

export function Head({ route, choose }: { route: Route | null; choose: (language: string) => void }) {
  const register = useAnswer<Register>(embedded ? null : "/api/register").answer;
  const shown: Place[] = register?.corrections ? [...places, "review"] : [...places];
  return (
    <header class="head">
      <a class="mark" href={addressOf("timeline")} dir="ltr">Recoupe</a>
      <nav aria-label={say("nav")}>
        <ul>
          {shown.map((place) => (
            <li key={place}>
              <a href={addressOf(place)} aria-current={route?.place === place ? "page" : undefined}>{say(`nav.${place}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="tongues" role="group" aria-label={say("interface.language")}>
        {languages.map((language) => (
          <button key={language} type="button" lang={language} aria-pressed={language === speaker.language}
            onClick={() => choose(language)} title={ownName(language)}>
            <span aria-hidden="true">{language}</span><span class="unseen">{ownName(language)}</span>
          </button>
        ))}
      </div>
    </header>
  );
}

const ownName = (language: string) => new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

export function Foot() {
  return (
    <footer class="foot">
      <p>{say("foot.heap")} <a href={`${embedded?.root ?? "/"}licences.txt`}>{say("foot.licences")}</a></p>
      {embedded && (
        <>
          <p>{say("foot.published")} {embedded.contact && <>{say("foot.contact")} <bdi>{visible(embedded.contact)}</bdi></>}</p>
          <section aria-label={say("foot.corrections")}>
            <h2>{say("foot.corrections")}</h2>
            {embedded.corrections.length === 0 ? <p>{say("foot.no_corrections")}</p> : (
              <ul>{embedded.corrections.map((one) => <li><time>{speaker.date(one.date)}</time> — <bdi>{visible(one.text)}</bdi></li>)}</ul>
            )}
          </section>
        </>
      )}
    </footer>
  );
}

// The name of the page in the browser's window.
export function useTitle(title: string | null) {
  useEffect(() => {
    document.title = title ? `${visible(title)} · Recoupe` : "Recoupe";
  }, [title]);
}

export function Waiting({ error }: { error: Error | null }) {
  if (!error) return <p class="faint" role="status">{say("waiting")}</p>;
  const missing = "status" in error && error.status === 404;
  return <p role="alert" class="alert">{missing ? say("missing") : say("failed", error.message)}</p>;
}
