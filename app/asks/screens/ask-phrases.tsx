import { CHANNEL_WORDS, type Channel } from "#people/channel.ts";
import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";
import type { Outcome } from "../ask.ts";
import type { Part } from "../talk-part.ts";
import { answerText } from "../answer-words.ts";
import { picturePhrases } from "./picture-phrases.tsx";
import { PART_WORDS } from "./talk-words.ts";
import { waitingPhrases } from "./waiting-phrases.tsx";

/** How lines about asks read after the name of who did it; see lib/web/phrases.ts. */
export const askPhrases: PhraseBook = {
  ...picturePhrases,
  ...waitingPhrases,
  "ask.made": (line, name) => (
    <>
      asked {name(line.detail["sourceId"])} for an introduction {how(line)}
      {forRep(line, name)}
      {said(line, name)}
    </>
  ),
  "ask.continued": (line, name) => (
    <>
      asked {name(line.detail["sourceId"])} again {how(line)}
      {forRep(line, name)}
      {said(line, name)}
    </>
  ),
  "ask.answered": (line, name) => (
    <>
      noted what {name(line.detail["sourceId"])} answered{said(line, name)}
    </>
  ),
  "ask.permitted": ({ detail }, name) => (
    <>
      let {name(detail["memberId"])} ask {name(detail["sourceId"])} against the rule: “
      {String(detail["reason"])}”
    </>
  ),
  "reference.given": ({ detail }, name) => (
    <>
      noted a reference by {name(detail["sourceId"])} for {String(detail["forWhom"])}
    </>
  ),
  "ask.let-go": (line, name) => <>let the “not now” of {name(line.detail["sourceId"])} go</>,
  "wording.written": ({ detail }) => <>wrote words for asking{forPart(detail)}</>,
  "wording.retired": ({ detail }) => <>retired words for asking{forPart(detail)}</>,
  "wording.moved": ({ detail }) => (
    <>
      {detail["memberId"] === null ? "put words for asking into the library" : "gave words for asking back"}
      {forPart(detail)}
    </>
  ),
};

type Name = Parameters<PhraseBook[string]>[1];

function forPart(detail: TimelineLine["detail"]): string {
  const part = PART_WORDS[detail["part"] as Part];
  return part === undefined ? "" : ` (${part.toLowerCase()})`;
}

function how({ detail }: TimelineLine): string {
  return CHANNEL_WORDS[detail["channel"] as Channel] ?? "";
}

function forRep({ by, creditedTo }: TimelineLine, name: Name) {
  return creditedTo !== null && creditedTo.id !== by?.id ? <> for {name(creditedTo.id)}</> : null;
}

function said({ detail, day }: TimelineLine, name: Name) {
  const outcome = (detail["outcome"] ?? null) as Outcome | null;
  if (outcome === null) return null;
  if (outcome === "sent-to-colleague") return <>: sent to {name(detail["colleagueId"])}</>;
  return <>: {answerText({ outcome, untilDay: (detail["untilDay"] ?? null) as string | null }, day)}</>;
}
