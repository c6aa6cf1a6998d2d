import type { PhraseBook } from "#lib/web/phrases.ts";
import type { AcquaintanceKind } from "../acquaintance.ts";
import type { ConsentHow } from "../consent.ts";
import type { WhyNot } from "../protection.ts";
import type { BuyingRole, MetHow } from "../standing.ts";
import { CONSENT_WORDS } from "./consent-words.ts";
import { ACQUAINTANCE_WORDS, HOW_WORDS, ROLE_WORDS, WHY_WORDS } from "./source-words.ts";

/** How lines about somebody as a source read after the name of who did it; see lib/web/phrases.ts. */
export const sourcePhrases: PhraseBook = {
  "do-not-ask.said": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} is not to be asked: {WHY_WORDS[detail["why"] as WhyNot]}
    </>
  ),
  "do-not-ask.lifted": ({ detail }, name) => <>noted that {name(detail["personId"])} may be asked again</>,
  "preference.set": ({ detail }, name) => <>noted how {name(detail["personId"])} likes to be asked</>,
  "no-go.said": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} rules out{" "}
      {detail["offId"] ? name(detail["offId"]) : topicIn(detail)}
    </>
  ),
  "no-go.lifted": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} no longer rules out{" "}
      {detail["offId"] ? name(detail["offId"]) : topicIn(detail)}
    </>
  ),
  "issue.raised": ({ detail }, name) => (
    <>
      raised a serious issue of {name(detail["personId"] ?? detail["accountId"])}: {String(detail["what"])}
    </>
  ),
  "issue.reworded": ({ detail }, name) => (
    <>
      heard more about a serious issue of {name(detail["personId"] ?? detail["accountId"])}:{" "}
      {String(detail["what"])}
    </>
  ),
  "issue.settled": ({ detail }, name) => (
    <>
      noted that an issue of {name(detail["personId"] ?? detail["accountId"])} is settled:{" "}
      {String(detail["what"])}
    </>
  ),
  "right.earned": ({ detail }, name) => (
    <>
      noted what {name(detail["personId"])} said it was worth: “{String(detail["words"])}”
    </>
  ),
  "right.not-earned": ({ detail }, name) => (
    <>noted that the right to ask {name(detail["personId"])} is not earned yet</>
  ),
  "role.said": ({ detail }, name) => (
    <>
      noted the part of {name(detail["personId"])} in buying:{" "}
      {detail["role"] ? ROLE_WORDS[detail["role"] as BuyingRole] : "none any more"}
    </>
  ),
  "person.met": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} was met {HOW_WORDS[detail["how"] as MetHow]}
    </>
  ),
  "consent.given": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} agreed {CONSENT_WORDS[detail["how"] as ConsentHow]} to be written
      to
    </>
  ),
  "consent.withdrawn": ({ detail }, name) => (
    <>noted that {name(detail["personId"])} does not agree any more to be written to</>
  ),
  "do-not-write.said": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])}{" "}
      {detail["reach"] === "everything" ? "does not want to hear from us" : "wants no e-mail from us"}
    </>
  ),
  "do-not-write.lifted": ({ detail }, name) => (
    <>noted that {name(detail["personId"])} wants to hear from us again</>
  ),
  "acquaintance.said": ({ detail }, name) => (
    <>
      knows {name(detail["personId"])}: {ACQUAINTANCE_WORDS[detail["kind"] as AcquaintanceKind]}
    </>
  ),
};

function topicIn(detail: Record<string, unknown>): string {
  return `“${String(detail["topic"])}”`;
}
