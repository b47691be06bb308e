// Where answers come from: the server that sent the page, or the page itself where it is of a published dossier.
import type { Place } from "./route.ts";

export interface Published {
  root: string; // from this page to the dossier's first, "" or "../"
  place: Place;
  ids: string[];
  answers: Record<string, unknown>; // by API path
  contact: string;
  corrections: { date: string; text: string }[];
  compared: string[]; // "A-B": the pairs that have a page
}

export const embedded: Published | null = readEmbedded();

function readEmbedded(): Published | null {
  const data = document.getElementById("recoupe-published")?.textContent;
  return data ? (JSON.parse(data) as Published) : null;
}

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

// What the API answers to this path with its query; throws a Refusal.
export async function ask<Answer>(path: string, stop?: AbortSignal): Promise<Answer> {
  if (embedded) return askPublished(path) as Answer;
  return answered(await fetch(path, stop ? { signal: stop } : {}));
}

// Tells the register something, as whoever holds the token may; throws a Refusal.
export async function tell<Answer>(method: "POST" | "DELETE", path: string, token: string, body?: object): Promise<Answer> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (body) headers["Content-Type"] = "application/json";
  return answered(await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }));
}

async function answered<Answer>(response: Response): Promise<Answer> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const error = (answer as { error?: { code?: string; message?: string } } | null)?.error;
  throw new Refusal(response.status, error?.code ?? "unreadable", error?.message ?? response.statusText);
}

function askPublished(path: string): unknown {
  const answer = embedded!.answers[path];
  if (answer === undefined) throw new Refusal(404, "not_published", path);
  return answer;
}
