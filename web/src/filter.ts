// What is asked of a list of encounters, as it stands in an address and goes to the API.
export const fields = ["q", "person", "country", "place", "office", "organisation", "authority", "kind", "status", "certainty", "language", "outlet", "flag", "from", "to"] as const;
export type Field = (typeof fields)[number];

export const kinds = ["audience", "talks", "visit", "call", "multilateral", "signing", "other"];
export const statuses = ["held", "announced", "cancelled", "denied"];
export const certainties = ["sure", "likely", "to_check"];
export const flags = ["contradicted", "one_side", "single_origin", "undated", "recalled"];

export function filterOf(search: URLSearchParams): URLSearchParams {
  const filter = new URLSearchParams();
  for (const field of fields) {
    const value = search.get(field)?.trim();
    if (value) filter.set(field, value);
  }
  return filter;
}

export function changed(search: URLSearchParams, field: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(field, value);
  else next.delete(field);
  return next;
}

export function withQuery(path: string, ...queries: (URLSearchParams | Record<string, string>)[]): string {
  const all = new URLSearchParams();
  for (const query of queries) new URLSearchParams(query).forEach((value, key) => all.set(key, value));
  const text = all.toString();
  return text === "" ? path : `${path}?${text}`;
}
