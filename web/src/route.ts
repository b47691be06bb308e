// Addresses of pages: /encounter/ID where a server answers, encounter/ID.html in a published dossier.
import { embedded } from "./source.ts";

export const places = ["timeline", "people", "stories", "map", "coverage"] as const; // in the head of every page
export type Place = "timeline" | "encounter" | "report" | "reports" | "compare" | "person" | "people" | "story" | "stories" | "coverage" | "map" | "review";

export interface Route {
  place: Place;
  ids: string[];
  search: URLSearchParams;
}

const singles: Place[] = ["people", "stories", "map", "coverage", "reports", "review"];
const kinds: Place[] = ["encounter", "report", "person", "story"];

export function routeOf(location: { pathname: string; search: string }): Route | null {
  const search = new URLSearchParams(location.search);
  if (embedded) return { place: embedded.place, ids: embedded.ids, search };
  const [place = "", ...ids] = location.pathname.split("/").filter((part) => part !== "").map(decoded);
  if (place === "") return { place: "timeline", ids: [], search };
  if (ids.length === 0 && singles.includes(place as Place)) return { place: place as Place, ids, search };
  if (ids.length === 1 && kinds.includes(place as Place)) return { place: place as Place, ids, search };
  if (ids.length === 2 && place === "compare") return { place, ids, search };
  return null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export function addressOf(place: Place, ids: string[] = [], search?: URLSearchParams | Record<string, string>): string {
  const query = new URLSearchParams(search).toString();
  const behind = query === "" ? "" : `?${query}`;
  if (embedded) {
    const file = place === "timeline" ? "index.html" : ids.length === 0 ? `${place}.html` : `${place}/${ids.join("-")}.html`;
    return embedded.root + file + behind;
  }
  const path = place === "timeline" ? "/" : `/${[place, ...ids.map(encodeURIComponent)].join("/")}`;
  return path + behind;
}
