import { ENDS, type End, type Persona } from "./persona.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import type { Kept, RubricPoint } from "./rubric.ts";
import type { Scenario } from "./scenario.ts";

/** One line of a talk, as it is told to whoever plays the persona. */
export interface SaidLine {
  who: "they" | "you";
  words: string;
}

/** As chat-completions endpoints take it. */
export interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

const IN_LANGUAGE: Readonly<Record<PracticeLanguage, string>> = { en: "English", de: "German" };

/** What makes a model play whoever sits opposite in this scenario, up to the line that it is to say next. */
export function playing(
  scenario: Scenario,
  persona: Persona | null,
  language: PracticeLanguage,
  lines: readonly SaidLine[],
): Message[] {
  const about = [
    `You play one person in a rehearsal: ${scenario.who}. Your mood at the beginning: ${scenario.mood}.`,
    `The situation, as it was told to the one who rehearses: ${scenario.situation}`,
    scenario.objections.length > 0 &&
      `What you may say against it, one at a time, in your own words: ${scenario.objections.join(" / ")}`,
    persona && `What you want: ${persona.wants} What you fear: ${persona.fears}`,
    persona && persona.tells.length > 0 && `What you tell if you are asked: ${persona.tells.join(" / ")}`,
    "Be fair. Somebody who recalls what you gained, names a person, gives a reason and leaves you free deserves a yes; “anybody you know”, apologies and pressing do not. A doubt of yours must be heard before it is answered.",
    `Answer in ${IN_LANGUAGE[language]}, one to three short spoken sentences, never as an assistant, never with advice.`,
    `Answer with JSON and nothing else: {"says": "what you say", "end": null}. When the talk is over, "end" is one of: ${ENDS.join(", ")}.`,
  ];
  return [
    { role: "system", content: about.filter((each) => typeof each === "string").join("\n") },
    ...lines.map(({ who, words }): Message => ({
      role: who === "you" ? "user" : "assistant",
      content: who === "you" ? words : JSON.stringify({ says: words, end: null }),
    })),
  ];
}

/** What makes a model score a talk by a rubric. */
export function judging(points: readonly RubricPoint[], lines: readonly SaidLine[]): Message[] {
  const list = points.map(({ key, act }) => `"${key}": ${act}`).join("\n");
  const talk = lines.map(({ who, words }) => `${who === "you" ? "REP" : "OTHER"}: ${words}`).join("\n");
  return [
    {
      role: "system",
      content: `Somebody rehearsed a talk. Say of each act whether REP did it, in their own words, anywhere in the talk. Count only what was really said.\n${list}\nAnswer with JSON and nothing else: {"kept": {${points.map(({ key }) => `"${key}": true or false`).join(", ")}}}`,
    },
    { role: "user", content: talk },
  ];
}

const LONGEST_ANSWER = 800;

/** The text of a chat completion; null for what is none. */
export function completionIn(answer: unknown): string | null {
  const choices = field(answer, "choices");
  const content = Array.isArray(choices) ? field(field(choices[0], "message"), "content") : null;
  return typeof content === "string" ? content : null;
}

/** What the persona says; null for what is no such answer. */
export function playedIn(content: string): { words: string; end: End | null } | null {
  const told = jsonIn(content);
  const says = field(told, "says");
  const end = field(told, "end");
  if (typeof says !== "string") return null;
  // Control characters have no sound.
  // oxlint-disable-next-line no-control-regex
  const words = says.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trim();
  if (words === "" || words.length > LONGEST_ANSWER) return null;
  // A word that is none of ours ("none", "continue") does not end the talk.
  return { words, end: ENDS.find((each) => each === end) ?? null };
}

/** Yes or no for every point, whatever else it judged; null for what is no such answer. */
export function judgedIn(content: string, points: readonly RubricPoint[]): Kept | null {
  const kept = field(jsonIn(content), "kept");
  if (typeof kept !== "object" || kept === null) return null;
  const given = points.map(({ key }) => [key, field(kept, key)] as const);
  return given.every(([, yes]) => typeof yes === "boolean") ? (Object.fromEntries(given) as Kept) : null;
}

/** Models think aloud, put a fence around what they were asked for, or say a word before and after it. */
function jsonIn(content: string): unknown {
  const said = content.slice(
    content.lastIndexOf(THOUGHT) < 0 ? 0 : content.lastIndexOf(THOUGHT) + THOUGHT.length,
  );
  const [from, to] = [said.indexOf("{"), said.lastIndexOf("}")];
  try {
    return JSON.parse(said.slice(Math.max(from, 0), to + 1));
  } catch {
    return null;
  }
}

const THOUGHT = "</think>";

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : null;
}
