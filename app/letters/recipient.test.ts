import { describe, expect, it } from "vitest";
import { contactLawOf } from "#people/contact-law.ts";
import type { Chosen } from "./newsletter.ts";
import { judge, judgeStill, WHY_NOT, WHY_NOT_WORDS, whyNotText, type Candidate } from "./recipient.ts";

const client: Candidate = {
  groups: ["client-a"],
  inPeace: false,
  isOwn: true,
  hasAddress: true,
  rests: null,
  stop: null,
  consent: null,
  subscription: null,
  law: contactLawOf("DE"),
};
const agreed: Candidate = { ...client, consent: "everything" };
const subscriber: Candidate = { ...client, groups: [], consent: "everything", subscription: "subscribed" };
const toClients: Chosen = { groups: ["client-a"], subscribers: true, whose: "all" };
const US = contactLawOf("US");

describe("who gets a letter to many", () => {
  it.each<[string, Candidate, Partial<Chosen>, string]>([
    ["who agreed to everything", agreed, {}, "agreed"],
    ["who subscribed, of whatever group", subscriber, { groups: [] }, "subscribed"],
    ["who subscribed, where subscribers are not chosen", subscriber, { subscribers: false }, "not-chosen"],
    ["whose law lets one write", { ...client, law: US }, {}, "law"],
    ["at a company in the United Kingdom", { ...client, law: contactLawOf("GB") }, {}, "law"],
    [
      "in Canada, for a newsletter is no first message",
      { ...client, law: contactLawOf("CA") },
      {},
      "not-agreed",
    ],
    ["in Germany, who said nothing", client, {}, "not-agreed"],
    ["in France, who said nothing", { ...client, law: contactLawOf("FR") }, {}, "not-agreed"],
    ["somewhere unknown", { ...client, law: contactLawOf(null) }, {}, "country-unknown"],
    ["in a country whose law is not known", { ...client, law: contactLawOf("BR") }, {}, "not-agreed"],
    ["who agreed to an introduction alone", { ...client, consent: "introduction" }, {}, "not-agreed"],
    ["who was asked and has not confirmed", { ...client, subscription: "asked" }, {}, "not-confirmed"],
    ["who was asked, where the law lets one write", { ...client, subscription: "asked", law: US }, {}, "law"],
    ["who withdrew, whatever the law lets", { ...client, consent: "withdrawn", law: US }, {}, "withdrawn"],
    ["who wants no newsletter, over any consent", { ...agreed, stop: "newsletter" }, {}, "unsubscribed"],
    ["who subscribed and said no since", { ...subscriber, stop: "newsletter" }, {}, "unsubscribed"],
    ["who wants no e-mail", { ...agreed, stop: "e-mail" }, {}, "stopped"],
    ["who wants nothing", { ...agreed, stop: "everything" }, {}, "stopped"],
    ["without an address", { ...agreed, hasAddress: false }, {}, "no-address"],
    ["whose address rests", { ...agreed, rests: "hard" }, {}, "rests"],
    [
      "of another group, who wants no newsletter",
      { ...agreed, groups: ["partner"], stop: "newsletter" },
      {},
      "unsubscribed",
    ],
    ["of another group", { ...agreed, groups: ["partner"] }, {}, "not-chosen"],
    ["of no group", { ...agreed, groups: [] }, {}, "not-chosen"],
    ["left to come by themselves", { ...agreed, inPeace: true }, {}, "in-peace"],
    [
      "left to come by themselves, who subscribed",
      { ...subscriber, groups: ["client-a"], inPeace: true },
      {},
      "subscribed",
    ],
    [
      "a colleague's, where one writes to one's own",
      { ...agreed, isOwn: false },
      { whose: "own" },
      "not-yours",
    ],
    ["a colleague's subscriber, likewise", { ...subscriber, isOwn: false }, { whose: "own" }, "not-yours"],
  ])("%s: %#", (_, them, chosen, expected) => {
    const verdict = judge(them, { ...toClients, ...chosen });
    expect(verdict.gets ? verdict.because : verdict.why).toBe(expected);
  });

  it("was meant when it was sent off: their group since then does not matter, what they said does", () => {
    expect(judgeStill({ ...agreed, groups: [] })).toEqual({ gets: true, because: "agreed" });
    expect(judgeStill({ ...agreed, stop: "newsletter" })).toEqual({ gets: false, why: "unsubscribed" });
  });

  it("is told in words whatever the reason", () => {
    for (const why of WHY_NOT)
      expect(whyNotText(why, { ...client, rests: "hard" }).length).toBeGreaterThan(5);
    // The line begins as the filter that found it reads; of a law it names whose.
    for (const why of WHY_NOT)
      for (const rests of ["hard", "soft"] as const)
        expect(whyNotText(why, { ...client, rests }).replace(" of Germany", "")).toMatch(
          new RegExp(`^${WHY_NOT_WORDS[why]}`),
        );
    expect(whyNotText("not-agreed", client)).toBe("has not agreed, which the law of Germany wants first");
    expect(whyNotText("not-chosen", client)).toBe("not among those chosen: one of our A clients");
  });
});
