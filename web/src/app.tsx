// The frame around every page: head, what is asked for, foot; and how one goes from page to page.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Foot, Head } from "./parts/frame.tsx";
import { Compare } from "./pages/compare.tsx";
import { CoverageView } from "./pages/coverage.tsx";
import { EncounterView } from "./pages/encounter.tsx";
import { MapView } from "./pages/map.tsx";
import { PeopleView } from "./pages/people.tsx";
import { PersonView } from "./pages/person.tsx";
import { ReportView } from "./pages/report.tsx";
import { ReportsView } from "./pages/reports.tsx";
import { ReviewView } from "./pages/review.tsx";
import { StoriesView } from "./pages/stories.tsx";
import { StoryView } from "./pages/story.tsx";
import { Timeline } from "./pages/timeline.tsx";
import { embedded } from "./source.ts";
import { routeOf, type Route } from "./route.ts";
import { go, onMove } from "./move.ts";
import { say, speak, speaker } from "./words.ts";

export function App() {
  const [route, setRoute] = useState(() => routeOf(location));
  const [, setLanguage] = useState(speaker.language);
  const main = useRef<HTMLElement>(null);
  const place = `${route?.place}/${route?.ids.join("/")}`;
  const first = useRef(true);

  useEffect(() => onMove(() => setRoute(routeOf(location))), []);
  useEffect(() => {
    if (embedded) return;
    const follow = (event: MouseEvent) => followLink(event);
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);
  // A new page begins at its top, and is read out from there.
  useLayoutEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [place]);

  const choose = (language: string) => {
    speak(language);
    setLanguage(language);
  };
  return (
    <>
      <a class="skip" href="#main">{say("skip")}</a>
      <Head route={route} choose={choose} />
      <main id="main" ref={main} tabIndex={-1} key={speaker.language}>
        {route ? <View route={route} key={place} /> : <Missing />}
      </main>
      <Foot />
    </>
  );
}

function View({ route }: { route: Route }) {
  const [first = "", second = ""] = route.ids;
  switch (route.place) {
    case "encounter": return <EncounterView id={first} />;
    case "report": return <ReportView id={first} at={route.search.get("at")} />;
    case "reports": return <ReportsView search={route.search} />;
    case "compare": return <Compare left={first} right={second} />;
    case "person": return <PersonView id={first} />;
    case "people": return <PeopleView search={route.search} />;
    case "story": return <StoryView id={first} />;
    case "stories": return <StoriesView search={route.search} />;
    case "coverage": return <CoverageView />;
    case "review": return <ReviewView />;
    case "map": return <MapView search={route.search} />;
    default: return <Timeline search={route.search} />;
  }
}

function Missing() {
  return <h1>{say("missing")}</h1>;
}

// Links within the register change the page without loading it anew.
function followLink(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.pathname.startsWith("/api/") || link.pathname.includes(".") || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
