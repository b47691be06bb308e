import { changed } from "../filter.ts";
import { say } from "../words.ts";

// On to what follows in a list.
export function Pages({ search, next }: { search: URLSearchParams; next: string | null }) {
  const address = (cursor: string | null) => {
    const query = changed(search, "cursor", cursor).toString();
    return location.pathname + (query === "" ? "" : `?${query}`);
  };
  if (!next && !search.get("cursor")) return null;
  return (
    <p class="more">
      {search.get("cursor") && <a href={address(null)}>{say("first_page")}</a>} {next && <a href={address(next)}>{say("next_page")}</a>}
    </p>
  );
}
