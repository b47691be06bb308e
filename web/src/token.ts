// The token that opens judging: it comes behind # in the address that the program prints, which no server and no other
// page ever sees, and stays with this tab alone.
const kept = "recoupe.token";

export function tokenHere(): string {
  const given = tokenIn(location.hash);
  if (given !== "") {
    keepToken(given);
    history.replaceState(null, "", location.pathname + location.search);
    return given;
  }
  try {
    return sessionStorage.getItem(kept) ?? "";
  } catch {
    return "";
  }
}

export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(kept, token);
  } catch {
    // it is asked for again with the next page
  }
}

// Of what a person may paste: the token, or the address that ends in it.
export function tokenIn(text: string): string {
  return /(?:^|#)([0-9a-f]{32})\s*$/.exec(text)?.[1] ?? "";
}
