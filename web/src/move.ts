// Going to another address of the register, by the browser's history.
const listeners = new Set<() => void>();

export function onMove(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

export function go(address: string): void {
  history.pushState(null, "", address);
  for (const listener of listeners) listener();
}

// The same page, asked otherwise: no new step back for each letter typed.
export function adjust(search: URLSearchParams): void {
  const query = search.toString();
  history.replaceState(null, "", location.pathname + (query === "" ? "" : `?${query}`));
  for (const listener of listeners) listener();
}
