import { describe, expect, it } from "vitest";
import { contactLawOf } from "#people/contact-law.ts";
import { firstResponse, type ToAnswer } from "./first-response.ts";

const facts = (some: Partial<ToAnswer> = {}): ToAnswer => ({
  sourceName: "Anna Albers",
  sourceEmail: "anna@albers.example",
  contactName: "Bo Brandt",
  contactEmail: "bo@brandt.example",
  country: "CA",
  reason: "the figures come three days late.",
  repName: "Mia Sommer",
  workspaceName: "Nordlicht Systeme",
  postalAddress: null,
  today: "2026-11-19",
  calendar: { timeZone: "Europe/Berlin", workdays: [1, 2, 3, 4, 5], off: (day) => day === "2026-11-20" },
  ...some,
});

describe("the reply to an introduction", () => {
  it("thanks the source and leaves them in peace, names them, and proposes two workdays", () => {
    const { to, bcc, subject, text } = firstResponse(facts());
    expect([to, bcc, subject]).toEqual([
      "bo@brandt.example",
      "anna@albers.example",
      "Bo, meet Mia Sommer: introduced by Anna Albers",
    ]);
    expect(text.split("\n\n")).toEqual([
      "Anna, thank you for introducing us. I move you to bcc, so that our messages do not fill your day.",
      "Bo, Anna Albers thought that we should talk: the figures come three days late.",
      "Would Monday 23 November at 10:00 or Tuesday 24 November at 15:00 suit you, for twenty minutes on the phone? If not, tell me what does.",
      "Mia Sommer\nNordlicht Systeme",
      "I write to you because Anna Albers referred you to me. Nordlicht Systeme, [our postal address]. If you would rather not hear from me, say so: I will not write again, and delete what I have.",
    ]);
  });

  it("calls people by what they are called, whatever stands before it", () => {
    const { subject, text } = firstResponse(
      facts({ sourceName: "Prof. Dr. Anna Albers", contactName: "Dr. Bo Brandt" }),
    );
    expect(subject).toMatch(/^Bo, meet /);
    expect(text).toMatch(/^Anna, thank you/);
  });

  it("says where we can be reached by post once that is written down", () => {
    const { text } = firstResponse(facts({ postalAddress: "Am Kai 3, 20457 Hamburg" }));
    expect(text).toContain("Nordlicht Systeme, Am Kai 3, 20457 Hamburg. If you");
    expect(firstResponse(facts({ country: "DE", postalAddress: "Am Kai 3" })).text).not.toContain("Am Kai");
  });

  it("needs no reason, and no addresses", () => {
    const bare = firstResponse(facts({ reason: null, contactEmail: null, sourceEmail: null }));
    expect(bare.text).toContain("Anna Albers thought that we should talk.\n");
    expect([bare.to, bare.bcc]).toEqual([null, null]);
  });

  it.each<[string | null, string, boolean]>([
    ["US", "the United States", false],
    ["CA", "Canada", false],
    ["GB", "the United Kingdom", false],
    ["DE", "Germany", true],
    ["FR", "the European Union", true],
    ["PL", "the European Union", true],
    ["JP", "their country", true],
    [null, "their country", true],
  ])("goes by the law of %s: %s, consent first: %s", (country, name, consentFirst) => {
    expect(contactLawOf(country)).toMatchObject({ name, consentFirst });
    const { text } = firstResponse(facts({ country }));
    expect(text).toContain("If you would rather not hear from me");
    expect(text).toContain("Anna Albers");
  });
});
