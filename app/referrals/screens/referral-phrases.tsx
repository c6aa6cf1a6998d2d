import type { Phrase, PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import { STATE_WORDS, type Level, type ReferralWords, type StepState } from "../referral.ts";
import { levelSentence } from "./referral-words.ts";

/** How lines about introductions read after the name of who wrote them; see lib/web/phrases.ts. */
export const referralPhrases: PhraseBook = {
  "referral.received": (line, name) => (
    <>
      was introduced to {name(line.detail["contactId"])} by {name(line.detail["sourceId"])}
      {forRep(line, name)}
    </>
  ),
  "referral.named": (line, name) => (
    <>
      got the name of {name(line.detail["contactId"])} from {name(line.detail["sourceId"])}
    </>
  ),
  "referral.introduced": (line, name) => (
    <>
      turned the name of {name(line.detail["contactId"])} into an introduction by{" "}
      {name(line.detail["sourceId"])}
    </>
  ),
  "referral.level-changed": (line, name) => (
    <>
      noted that {name(line.detail["sourceId"])} {levelSentence(levelIn(line), "the new contact")}
    </>
  ),
  "referral.described": (line, name) => (
    <>
      wrote down {wordsIn(line)} of the introduction to {name(line.detail["contactId"])}
    </>
  ),
  "referral.advanced": (line, name) => (
    <>
      moved the introduction to {name(line.detail["contactId"])} on:{" "}
      {STATE_WORDS[line.detail["to"] as StepState]}
    </>
  ),
};

type Name = Parameters<Phrase>[1];

function wordsIn({ detail }: TimelineLine): string {
  const fields = Array.isArray(detail["fields"]) ? detail["fields"] : [];
  return fields.map((field) => WORDS[field as keyof ReferralWords] ?? "something").join(", ");
}

const WORDS: Record<keyof ReferralWords, string> = {
  reason: "the reason",
  howKnown: "how they know each other",
  promised: "what was promised",
  note: "a note",
};

function levelIn({ detail }: TimelineLine): Level {
  return (detail["level"] ?? 1) as Level;
}

function forRep({ by, creditedTo }: TimelineLine, name: Name) {
  return creditedTo !== null && creditedTo.id !== by?.id ? <>, noted for {name(creditedTo.id)}</> : null;
}
