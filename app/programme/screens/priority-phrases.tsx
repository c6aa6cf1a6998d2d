import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook } from "#lib/web/phrases.ts";
import { BARRIER_MEASURES } from "../barrier.ts";
import { AREAS } from "../alignment.ts";
import { AREA_WORDS } from "./alignment-words.ts";
import { MEASURE_WORDS } from "./barrier-words.ts";

/** How lines about the priority and what follows it read after the name of who wrote them; see lib/web/phrases.ts. */
export const priorityPhrases: PhraseBook = {
  "priority.stated": () => <>said what comes first</>,
  "area.said": ({ detail }, name) => (
    <>
      {detail["ownerId"] === null ? "took up" : <>gave {name(detail["ownerId"])}</>}{" "}
      {areaName(detail["area"])}
    </>
  ),
  "area.aligned": ({ detail }) => <>said that {areaName(detail["area"])} follows what comes first</>,
  "roll-out.begun": ({ detail, day }) => (
    <>let the ninety days begin on {dayText(String(detail["startOn"]), day)}</>
  ),
  "barrier.mark-set": ({ detail }) => (
    <>
      set the mark of “{measureName(detail["measure"])}” to {String(detail["mark"])}
    </>
  ),
};

function areaName(key: unknown): string {
  const area = AREAS.find((each) => each === key);
  return area === undefined ? "an area" : AREA_WORDS[area].name.toLowerCase();
}

function measureName(key: unknown): string {
  const measure = BARRIER_MEASURES.find((each) => each === key);
  return measure === undefined ? "a measure" : MEASURE_WORDS[measure].name;
}
