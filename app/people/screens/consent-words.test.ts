import { expect, it } from "vitest";
import type { WritingView } from "../consent-view.ts";
import { writingText } from "./consent-words.ts";

const ann = { id: "1", name: "Ann Lee", teamId: null };
const consent: NonNullable<WritingView["consent"]> = {
  id: "1",
  personId: "2",
  how: "call",
  covers: "introduction",
  words: null,
  day: "2026-11-12",
  by: ann,
  withdrawnOn: null,
};
const stop: NonNullable<WritingView["stop"]> = {
  id: "1",
  personId: "2",
  reach: "e-mail",
  words: null,
  day: "2025-03-01",
  by: ann,
  liftedOn: null,
};
const law = { name: "Germany", knows: "law" as const, consentFirst: true, says: "" };

it.each<[string, Partial<WritingView>, boolean?]>([
  ["Nothing is noted about writing to them", {}, true],
  [
    "Has an address of somebody who wants no e-mail from us: said on 1 March 2025 (Ann Lee)",
    { state: "stopped", stop: { ...stop, personId: "3" } },
  ],
  ["May be written to: agreed on the phone on 12 November (Ann Lee)", { state: "agreed", consent }],
  [
    "Not to be written to: agreed on the phone on 12 November (Ann Lee), and does not any more since 15 November",
    { state: "withdrawn", consent: { ...consent, withdrawnOn: "2026-11-15" } },
  ],
  ["Wants no e-mail from us: said on 1 March 2025 (Ann Lee)", { state: "stopped", consent, stop }],
  [
    "Does not want to hear from us: said on 1 March 2025 (Ann Lee)",
    { state: "stopped", stop: { ...stop, reach: "everything" } },
  ],
  ["Has not agreed to be written to, which the law of Germany wants first", {}],
  [
    "Has not agreed to be written to; whether the law wants that first is not known: no country is noted",
    { law: { ...law, name: "their country", knows: "nothing" } },
  ],
  [
    "Has not agreed to be written to; what the law of their country wants is not known here",
    { law: { ...law, name: "their country", knows: "country" } },
  ],
  [
    "May be written to once: the law of the United States lets one write first",
    { law: { ...law, name: "the United States", consentFirst: false } },
  ],
])("says: %s", (words, some, isClient = false) => {
  const writing = { personId: "2", state: "unsaid" as const, consent: null, stop: null, law, ...some };
  expect(writingText(writing, { today: "2026-11-18", isClient })).toBe(words);
});
