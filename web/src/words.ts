// What the reader is told, in the reader's language: phrases with ICU patterns, dates, countries, shares.
import table from "virtual:words";
import { makeSpeaker, type Speaker } from "./speaker.ts";

export const languages = Object.keys(table);

const remembered = "recoupe.language";

function firstLanguage(): string {
  const asked = new URLSearchParams(location.search).get("in");
  const wanted = [asked, stored(), ...navigator.languages.map((one) => one.slice(0, 2))];
  return wanted.find((one) => one !== null && languages.includes(one)) ?? "en";
}

function stored(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null; // a page from a disk may have no storage
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // it is spoken all the same
  }
}

export let speaker: Speaker = makeSpeaker(firstLanguage(), table);
remember(speaker.language);

export function speak(language: string): void {
  speaker = makeSpeaker(language, table);
  remember(language);
  dress();
}

// The document says which language and direction it has.
export function dress(): void {
  document.documentElement.lang = speaker.language;
  document.documentElement.dir = speaker.direction;
}

export const say = (key: string, ...values: (string | number)[]): string => speaker.say(key, ...values);
