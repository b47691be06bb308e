// What the API answers (src/serve/openapi.json), as far as the pages read it.

export interface Evidence {
  report: string;
  block: number;
  start: number; // code points
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

export interface Office {
  title: Record<string, string>;
  organisation: string | null;
  country: string | null;
  at: string[];
  evidence: Evidence[];
}

export interface Person {
  id: string;
  names: Record<string, string>;
  variants: string[];
  offices: Office[];
}

export interface Participant {
  person: string | null;
  name: string;
  names: Record<string, string>;
  office: string | null;
  offices: Record<string, string>;
  organisation: string | null;
  country: string | null;
  role: string;
  certainty: string;
}

export interface Place {
  name: string | null;
  venue: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
}

export interface NamedPlace extends Place {
  names: Record<string, string>; // by language, where the gazetteer has it
}

export interface Authority {
  kind: string;
  authority: string | null;
  side: string;
}

export interface Row {
  id: string;
  kind: string;
  status: string;
  date: string | null;
  first_day: string | null;
  place: NamedPlace;
  certainty: string;
  participants: Participant[];
  topics: { text: string; language: string }[];
  according_to: Authority[];
  reports: number;
  independent_origins: number;
  one_side: string | null;
  contradicted: boolean;
  recalled: boolean;
  languages?: string[]; // in a published dossier, which filters by itself
  outlets?: string[];
}

export interface Rows {
  total: number;
  next: string | null;
  items: Row[];
}

export interface Chain {
  role: string;
  name: string;
  basis: string;
  evidence: Evidence | null;
}

export interface Summary {
  id: string;
  label: string;
  outlet: string | null;
  path: string;
  url: string | null;
  language: string | null;
  title: string | null;
  published: string | null;
  published_basis: string | null;
  words: number;
  chain: Chain[];
}

export interface Summaries {
  total: number;
  next: string | null;
  items: Summary[];
}

export interface Fact {
  field: string;
  value: string;
  basis: string;
  evidence: Evidence[];
}

export interface Telling {
  id: string;
  report: string;
  standing: string;
  evidence: Evidence[];
  candidates: string[];
  omits: Evidence[];
  adds: Evidence[];
  facts: Fact[];
}

export interface Origin extends Authority {
  reports: string[];
}

export interface Encounter {
  id: string;
  also_known_as: string[];
  kind: string;
  status: string;
  date: string | null;
  place: Place;
  certainty: string;
  because: string[];
  participants: Participant[];
  topics: { text: string; language: string }[];
  tellings: Telling[];
  origins: Origin[];
  independent_origins: number;
  contradictions: { field: string; values: { value: string; reports: string[] }[] }[];
  claims: { text: string; verdict: string; evidence: Evidence }[];
}

export interface Reuse {
  from: string;
  to: string;
  relation: string;
  score: number;
  direction: string;
}

export interface Linked {
  kind: string;
  evidence: Evidence | null;
  row: Row;
}

export interface EncounterPage {
  row: Row;
  encounter: Encounter;
  reports: Summary[];
  reuse: Reuse[];
  links: Linked[];
  linked_from: Linked[];
  stories: string[];
}

export interface Block {
  kind: string;
  text: string;
  language: string | null;
  author: string | null;
  date: string | null;
  url: string | null;
}

// A page of the report saved at another hour.
export interface Version {
  id: string;
  path: string;
  title: string | null;
  published: string | null;
  added: string[];
  removed: string[];
}

export interface ReportPage {
  summary: Summary;
  byline: string | null;
  blocks: Block[];
  published: { value: string | null; basis: string | null; evidence: Evidence | null };
  versions: Version[];
  tells: { row: Row; standing: string; evidence: Evidence[] }[];
  reuse: (Reuse & { other: Summary })[];
  stories: string[];
}

export interface Sentence {
  start: number;
  end: number;
  text: string;
}

export interface Side {
  report: Summary;
  sentences: Sentence[];
}

export interface Pair {
  left: number | null;
  right: number | null;
  relation: "verbatim" | "edited" | "translated" | "left" | "right";
}

export interface Comparison {
  left: Side;
  right: Side;
  relation: string;
  score: number;
  direction: string;
  rows: Pair[];
}

export interface PersonPage {
  person: Person;
  reports: Summary[];
  encounters: Rows;
}

export interface People {
  total: number;
  next: string | null;
  items: { id: string; names: Record<string, string>; offices: Record<string, string>[] }[];
}

export interface StoryRow {
  id: string;
  title: string;
  first_day: string | null;
  last_day: string | null;
  reports: number;
  encounters: number;
  independent_origins: number;
}

export interface Stories {
  total: number;
  next: string | null;
  items: StoryRow[];
}

export interface StoryPage {
  story: StoryRow;
  origins: Origin[];
  reports: Summary[];
  encounters: Row[];
  reuse: Reuse[];
}

export interface Coverage {
  read: number;
  without_telling: number;
  languages: Record<string, number>;
  outlets: Record<string, number>;
  months: Record<string, number>;
}

export interface Periods {
  unit: "year" | "month" | "day";
  periods: { start: string; encounters: number }[];
  undated: number;
}

export interface Places {
  places: { name: string | null; names: Record<string, string>; country: string | null; lat: number | null; lon: number | null; encounters: number }[];
  unplaced: number;
}

export interface Choices {
  choices: { value: string; encounters: number }[];
}

export interface AskedTelling {
  telling: string;
  standing: string;
  report: Summary;
  evidence: Evidence[];
  facts: Fact[];
  row: Row;
}

export interface Question {
  why: "candidates" | "disagree" | "close" | "unshared" | "to_check";
  left: AskedTelling;
  right: AskedTelling | null; // null where it is about one telling
}

export interface Review {
  total: number;
  next: string | null;
  items: Question[];
}

export interface Correction {
  id: string;
  who: string;
  when: string;
  why: string;
  judgement: string;
  about: { report: string; url: string; quote: string }[];
  field?: string;
  value?: string;
  standing: string;
}

export interface Corrections {
  items: Correction[];
  waiting: number;
  failed: string | null;
}

export interface Register {
  version: string;
  reports: number;
  encounters: number;
  people: number;
  stories: number;
  corrections: boolean;
}
