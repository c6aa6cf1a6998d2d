import type { Phrase, PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import { CONSENT_WORDS, OUTCOME_WORDS, type OutcomeWord } from "../given.ts";

type Name = Parameters<Phrase>[1];

/** How lines about giving read after the name of who wrote them; see lib/web/phrases.ts. */
export const givingPhrases: PhraseBook = {
  "given.made": (line, name) => <>introduced {both(line, name)}</>,
  "given.named": (line, name) => <>thought of introducing {both(line, name)}</>,
  "given.introduced": (line, name) => <>introduced {both(line, name)}, as was planned</>,
  "given.level-changed": (line, name) => <>said anew what was done to introduce {both(line, name)}</>,
  "given.consent": (line, name) => (
    <>
      asked first about introducing {both(line, name)}
      {line.detail["said"] === "agreed" && `: ${CONSENT_WORDS["asked-one"].split(",")[0]} and agreed`}
    </>
  ),
  "given.outcome": (line, name) => (
    <>
      noted of {both(line, name)}: {OUTCOME_WORDS[line.detail["said"] as OutcomeWord]}
    </>
  ),
  "given.thanked": (line, name) => <>noted thanks for introducing {both(line, name)}</>,
  "need.noted": (line) => <>noted a need: “{String(line.detail["line"])}”</>,
  "offer.noted": (line) => <>noted an offer: “{String(line.detail["line"])}”</>,
  "need.ended": (line) => <>{ended(line, "need")}</>,
  "offer.ended": (line) => <>{ended(line, "offer")}</>,
  "introduction-wish.said": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])}{" "}
      {detail["askFirst"] === true
        ? "wants to be asked before being introduced"
        : "may be introduced without being asked"}
    </>
  ),
};

function both({ detail }: TimelineLine, name: Name) {
  const whom = detail["whomId"];
  const outside = typeof detail["does"] === "string" ? detail["does"] : "somebody outside";
  return (
    <>
      {name(detail["toId"])} and {typeof whom === "string" ? name(whom) : outside}
    </>
  );
}

function ended({ detail }: TimelineLine, what: string) {
  const how = detail["how"] === "settled" ? "settled" : "over";
  return `noted that the ${what} “${String(detail["line"])}” is ${how}`;
}
