import type { PracticeLanguage } from "./library/practice-languages.ts";
import { skillRulesIn } from "./skill-rules/skill-rules.ts";
import { SKILL_FRAME, type Skill, type SkillAct, type SkillPoint } from "./skill.ts";
import { germanTalk } from "./talk-words/de.ts";
import { englishTalk } from "./talk-words/en.ts";
import { TALK_ACTS, type TalkAct, type TalkLanguage } from "./talk-words/talk-language.ts";
import type { AskPoint, Weakening } from "./written-rules/written-language.ts";
import { readAsk, wordsFound } from "./written.ts";

/** Whatever words may do in a talk. */
export type Act = AskPoint | Weakening | TalkAct | SkillAct | "asks" | "silence" | "echo";

/** What one turn of whoever rehearses holds. */
export interface Said {
  acts: ReadonlySet<Act>;
  /** The words that did it, where they can be pointed at. */
  by: ReadonlyMap<Act, string>;
  words: number;
  /** Somebody whom the persona knows was named: the place in the list that was handed in. */
  known: number | null;
}

export interface Listening {
  language: PracticeLanguage;
  /** What whoever listens is called. */
  listener: string;
  /** For each person they could bring us together with, the words by which they are meant, as the source of an expression. */
  knows: readonly string[];
  /** The doubt that the persona has said: using its words again shows that it was heard. */
  doubt: string;
  /** What is rehearsed, where it is not asking or taking a no. */
  skill: Skill | null;
}

const TALKS: Readonly<Record<PracticeLanguage, TalkLanguage>> = { en: englishTalk, de: germanTalk };
const ECHO_FROM = 5;

/** What was said, in the language of the talk; what is overlooked is only missing, never held against anybody. */
export function readSaid(text: string, { language, listener, knows, doubt, skill }: Listening): Said {
  const plain = text.replaceAll("’", "'").normalize("NFC");
  const talk = TALKS[language];
  const words = plain.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  if (words.length === 0) return { acts: new Set(["silence"]), by: new Map(), words: 0, known: null };
  const by = new Map<Act, string>();
  const reading = readAsk(plain, { listener, otherwise: language });
  for (const { kind, key, from, to } of reading.passages)
    if (kind !== "nearly" && !by.has(key)) by.set(key, plain.slice(from, to));
  for (const act of TALK_ACTS) {
    // Whoever answers in the other language is heard all the same.
    const found =
      expressionOf(language, act).exec(plain) ??
      (reading.language === language ? null : expressionOf(reading.language, act).exec(plain));
    if (found) by.set(act, found[0]);
  }
  const known = knows.findIndex((each) => wholeWords(each).test(plain));
  if (known >= 0 && !by.has("whom"))
    by.set("whom", wholeWords(knows[known] as string).exec(plain)?.[0] ?? "");
  if (/\?/.test(plain) || wholeWords(talk.asking).exec(plain)?.index === 0) by.set("asks", plain);
  const echoed = echo(words, doubt, talk);
  if (echoed) by.set("echo", echoed);
  if (skill !== null) readSkill(by, plain, { skill, listener, languages: [language, reading.language] });
  const named = skill !== null && known >= 0 ? SKILL_FRAME[skill].names : undefined;
  if (named && !by.has(named)) by.set(named, by.get("whom") ?? "");
  return { acts: new Set(by.keys()), by, words: words.length, known: known < 0 ? null : known };
}

function readSkill(
  by: Map<Act, string>,
  text: string,
  { skill, listener, languages }: { skill: Skill; listener: string; languages: readonly PracticeLanguage[] },
): void {
  for (const code of new Set(languages))
    for (const [act, words] of wordsFound<SkillAct>(text, skillRulesIn(code, skill), { code, listener }))
      if (!by.has(act)) by.set(act, words);
  for (const [point, acts] of Object.entries(SKILL_FRAME[skill].by)) {
    const words = acts.map((act) => by.get(act)).find((each) => each !== undefined);
    if (words !== undefined && !by.has(point as SkillPoint)) by.set(point as SkillPoint, words);
  }
}

/** A telling word of theirs that is said back. */
function echo(words: readonly string[], heard: string, { common }: TalkLanguage): string | null {
  const theirs = new Set(
    (heard.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
      (word) => word.length >= ECHO_FROM && !common.includes(word),
    ),
  );
  return words.find((word) => theirs.has(word.toLowerCase())) ?? null;
}

const ready = new Map<string, RegExp>();

function expressionOf(language: PracticeLanguage, act: TalkAct): RegExp {
  return wholeWords(TALKS[language].words[act].join("|"));
}

function wholeWords(source: string): RegExp {
  const known = ready.get(source);
  if (known) return known;
  const made = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, "iu");
  ready.set(source, made);
  return made;
}
