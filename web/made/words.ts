// The words of the interface: lexicon/<language>/interface.tsv, which the terminal speaks too, and pages.tsv beside it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Phrases = Record<string, string>;

const tables = ["interface.tsv", "pages.tsv"];

export function readPhrases(lexicon: string): Record<string, Phrases> {
  const languages: Record<string, Phrases> = {};
  for (const language of readdirSync(lexicon).sort()) {
    const files = tables.map((table) => join(lexicon, language, table));
    if (!files.every((file) => existsSync(file))) continue;
    languages[language] = Object.assign({}, ...files.map(phrasesOf));
  }
  return languages;
}

function phrasesOf(file: string): Phrases {
  const phrases: Phrases = {};
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [key, phrase, ...rest] = line.split("\t");
    if (!key || !phrase || rest.length > 0) throw new Error(`${file}: no key and phrase: ${line}`);
    if (key in phrases) throw new Error(`${file}: ${key} twice`);
    phrases[key] = phrase;
  }
  return phrases;
}
