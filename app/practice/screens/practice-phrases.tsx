import type { PhraseBook } from "#lib/web/phrases.ts";
import type { Discipline } from "../rubric.ts";
import type { Way } from "../session.ts";
import { DISCIPLINE_WORDS, WAY_WORDS } from "./practice-words.ts";

/** How lines about practice read after the name of who wrote them; see lib/web/phrases.ts. */
export const practicePhrases: PhraseBook = {
  "practice.held": ({ detail }) => (
    <>
      practised {DISCIPLINE_WORDS[detail["discipline"] as Discipline].toLowerCase()},{" "}
      {WAY_WORDS[detail["way"] as Way]}
    </>
  ),
  "practice.scored": () => <>scored a rehearsal</>,
  "practice.rule-set": ({ detail }) => (
    <>
      asked everybody for {String(detail["sessions"])} practice sessions a week, not{" "}
      {String(detail["before"])}
    </>
  ),
  "practice.rubric-added": ({ detail }) => <>added the rubric “{String(detail["name"])}”</>,
  "practice.rubric-changed": ({ detail }) => <>changed the rubric “{String(detail["name"])}”</>,
  "practice.scenario-added": ({ detail }) => <>added the scenario “{String(detail["name"])}”</>,
  "practice.scenario-changed": ({ detail }) => <>changed the scenario “{String(detail["name"])}”</>,
};
