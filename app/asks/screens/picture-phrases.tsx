import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";

/** How lines about ideal clients, reasons and targets read after the name of who did it; see lib/web/phrases.ts. */
export const picturePhrases: PhraseBook = {
  "ideal-client.drawn": (line) => <>drew the ideal client {named(line)}</>,
  "ideal-client.changed": (line) => <>changed the ideal client {named(line)}</>,
  "ideal-client.retired": (line) => <>retired the ideal client {named(line)}</>,
  "reason.written": (line) => <>wrote a reason to meet us: {sentence(line)}</>,
  "reason.changed": (line) => <>reworded a reason to meet us: {sentence(line)}</>,
  "reason.retired": (line) => <>retired a reason to meet us: {sentence(line)}</>,
  "target.chosen": (line, name) => (
    <>
      wants to meet {whom(line, name)}
      {why(line)}
    </>
  ),
  "target.changed": (line, name) => (
    <>
      said why to meet {whom(line, name)}
      {why(line)}
    </>
  ),
  "target.dropped": (line, name) => <>dropped {whom(line, name)} as a target</>,
};

type Name = Parameters<PhraseBook[string]>[1];

function named({ detail }: TimelineLine): string {
  return `“${String(detail["name"])}”`;
}

function sentence({ detail }: TimelineLine): string {
  return `“${String(detail["sentence"])}”`;
}

function whom({ detail }: TimelineLine, name: Name) {
  return detail["personId"] === null ? (
    <>somebody at {name(detail["accountId"])}</>
  ) : (
    name(detail["personId"])
  );
}

function why({ detail }: TimelineLine): string {
  return typeof detail["why"] === "string" ? `: ${detail["why"]}` : "";
}
