import { PARTS, type Part } from "../talk-part.ts";
import { MOMENTS } from "../ask.ts";
import type { Choice } from "../wording.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import type { TalkLanguage } from "./talk-language.ts";

/** The first one holds where none was chosen. */
export const TALK_LANGUAGES = [english, german] as const satisfies readonly TalkLanguage[];

export const LANGUAGE_CODES = ["en", "de"] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

export function talkLanguage(code: string): TalkLanguage {
  return TALK_LANGUAGES.find((each) => each.code === code) ?? TALK_LANGUAGES[0];
}

/** What a workspace begins with, as choices that nobody has used yet. */
export function seedsIn(code: string): Choice[] {
  const { ways } = talkLanguage(code);
  return MOMENTS.flatMap((moment) =>
    PARTS.flatMap((part) =>
      Object.entries(ways[moment][part] ?? {}).map(([name, text]) => ({
        key: keyOf(code, moment, part, name),
        moment,
        part,
        text,
        seed: true,
        talks: 0,
        introductions: 0,
      })),
    ),
  );
}

/** Whether a seed is called so. */
export function isSeed(key: string): boolean {
  return seedKeys.has(key);
}

const seedKeys = new Set(TALK_LANGUAGES.flatMap(({ code }) => seedsIn(code).map(({ key }) => key)));

function keyOf(code: string, moment: string, part: Part, name: string): string {
  return [code, moment, part, name].join(".");
}
