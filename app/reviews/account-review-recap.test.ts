import { describe, expect, it } from "vitest";
import { recapOf, type RecapFacts } from "./account-review-recap.ts";

const facts: RecapFacts = {
  accountName: "Hafen Logistik",
  heldOn: "2026-11-18",
  people: ["Dr. Anna Albers", "Bruno Amsel"],
  fromName: "Mia Sommer",
  measures: [
    { name: "Shifts filled", unit: "%", target: 98, values: [91, 97.5] },
    { name: "Errors", unit: null, target: null, values: [] },
  ],
  notes: [
    { heading: "What is open", words: "The night shift." },
    { heading: "The next quarter", words: "" },
  ],
  ours: [{ words: "Send the shift plan", dueOn: "2026-12-01", name: "Mia Sommer" }],
  theirs: [{ words: "Name a deputy", dueOn: "2026-12-04", name: null }],
  nextDays: 91,
};

describe("a recap", () => {
  it("says in English what was agreed, and nothing that is empty", () =>
    expect(recapOf(facts, "en")).toEqual({
      subject: "Our review of 18 November: what we agreed (Hafen Logistik)",
      body: `Hello Anna, hello Bruno,

thank you for your time on 18 November. This is what I took from it; please correct me where I got it wrong.

What you measure us by
- Shifts filled: 97.5 % (91 % before; you want 98 %)

What is open
The night shift.

What we do
- Send the shift plan (Mia Sommer, until 1 December)

What you do
- Name a deputy (until 4 December)

We will look at it together again in the week of 17 February.

Best regards
Mia Sommer`,
    }));
  it("and in German, with numbers and days as they are written there", () => {
    const { subject, body } = recapOf(facts, "de");
    expect(subject).toBe("Unser Gespräch vom 18. November: was wir vereinbart haben (Hafen Logistik)");
    expect(body).toContain("Guten Tag Dr. Anna Albers, guten Tag Bruno Amsel,");
    expect(body).toContain("- Shifts filled: 97,5 % (zuvor 91 %; Ihr Ziel: 98 %)");
    expect(body).toContain("- Name a deputy (bis 4. Dezember)");
    expect(body).toContain("In der Woche des 17. Februar sehen wir gemeinsam wieder darauf.");
  });
  it("is short where little was said", () => {
    const little = { ...facts, measures: [], notes: [], ours: [], theirs: [], nextDays: null, people: [] };
    expect(recapOf(little, "en").body.split("\n\n")).toHaveLength(3);
  });
});
