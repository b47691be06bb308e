// Phrases in one language. Patterns are the part of ICU's MessageFormat that the tables use:
//   "{0} adds", "{0,plural,=0{none} one{# report} other{# reports}}"; '' is an apostrophe.
import { directionOf } from "./text.ts";

export interface Speaker {
  language: string;
  direction: "rtl" | "ltr";
  say(key: string, ...values: (string | number)[]): string;
  has(key: string): boolean;
  date(edtf: string | null): string;
  dayAndMonth(edtf: string | null): string;
  month(yearAndMonth: string): string; // short
  country(code: string | null): string;
  languageName(code: string | null): string;
  percent(share: number): string;
  number(value: number): string;
  name(names: Record<string, string>, otherwise: string): string;
}

export function makeSpeaker(language: string, table: Record<string, Record<string, string>>): Speaker {
  const locale = `${language}-u-nu-latn`;
  const phrases = table[language] ?? {};
  const plural = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  // To make one of these takes a browser longer than to write a whole row: each is made once, when it is wanted.
  const regions = once(() => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }));
  const tongues = once(() => new Intl.DisplayNames(locale, { type: "language", fallback: "none" }));
  const percents = once(() => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }));
  const formats = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const known = formats.get(key);
    if (known) return known;
    const made = new Intl.DateTimeFormat(locale, options);
    formats.set(key, made);
    return made;
  };

  const say = (key: string, ...values: (string | number)[]): string =>
    render(phrases[key] ?? key, values, plural, digits);

  const written = (edtf: string, parts: "full" | "short"): string => {
    const found = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf);
    if (!found) return edtf;
    const [, year, month, day] = found;
    const known = year !== "XXXX";
    if (!known && !month) return say("date.unknown");
    const stamp = new Date(Date.UTC(known ? Number(year) : 2000, month ? Number(month) - 1 : 0, day ? Number(day) : 1));
    if (known) stamp.setUTCFullYear(Number(year));
    const options: Intl.DateTimeFormatOptions = { timeZone: "UTC" };
    if (known && parts === "full") options.year = "numeric";
    if (month) options.month = "long";
    if (day) options.day = "numeric";
    if (parts === "short" && !month) options.year = "numeric";
    const said = formatOf(options).format(stamp);
    return known ? said : say("date.no_year", said);
  };
  const period = (edtf: string | null, parts: "full" | "short"): string => {
    if (edtf === null || edtf === "") return say("date.unknown");
    const [from, to] = edtf.split("/");
    if (to === undefined) return written(edtf, parts);
    if (to === "..") return say("date.since", written(from!, "full"));
    if (from === "..") return say("date.until", written(to, "full"));
    return say("between", written(from!, parts), written(to, parts));
  };

  return {
    language,
    direction: directionOf(language) === "rtl" ? "rtl" : "ltr",
    say,
    has: (key) => key in phrases,
    date: (edtf) => period(edtf, "full"),
    dayAndMonth: (edtf) => period(edtf, "short"),
    month: (yearAndMonth) => formatOf({ month: "short", timeZone: "UTC" }).format(new Date(`${yearAndMonth}-01T00:00:00Z`)),
    country: (code) => (code ? (regionOf(regions(), code) ?? code) : ""),
    languageName: (code) => (code ? (regionOf(tongues(), code) ?? code) : say("language.unknown")),
    percent: (share) => percents().format(share),
    number: (value) => digits.format(value),
    name: (names, otherwise) => names[language === "ar" ? "Arab" : "Latn"] ?? Object.values(names)[0] ?? otherwise,
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

function regionOf(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined; // no code at all
  }
}

function render(pattern: string, values: (string | number)[], plural: Intl.PluralRules, digits: Intl.NumberFormat): string {
  let said = "";
  for (let at = 0; at < pattern.length; at++) {
    const one = pattern[at]!;
    if (one === "'" && pattern[at + 1] === "'") {
      said += "'";
      at++;
    } else if (one === "{") {
      const end = closing(pattern, at);
      said += argument(pattern.slice(at + 1, end), values, plural, digits);
      at = end;
    } else {
      said += one;
    }
  }
  return said;
}

function argument(inner: string, values: (string | number)[], plural: Intl.PluralRules, digits: Intl.NumberFormat): string {
  const found = /^(\d+)(?:,\s*plural,\s*)?/.exec(inner);
  const value = values[Number(found?.[1] ?? 0)] ?? "";
  const shown = typeof value === "number" ? digits.format(value) : value;
  if (!inner.includes(",")) return shown;
  const choices = choicesOf(inner.slice(found?.[0].length ?? 0));
  const chosen = choices[`=${value}`] ?? choices[plural.select(Number(value))] ?? choices["other"] ?? "";
  return render(chosen.replaceAll("#", shown), values, plural, digits);
}

function choicesOf(text: string): Record<string, string> {
  const choices: Record<string, string> = {};
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("{", at);
    if (open < 0) break;
    const end = closing(text, open);
    choices[text.slice(at, open).trim()] = text.slice(open + 1, end);
    at = end + 1;
  }
  return choices;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}
