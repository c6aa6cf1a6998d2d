import { describe, expect, it } from "vitest";
import { contactLawOf, type LawKnown } from "#people/contact-law.ts";
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

const written = (some: Partial<ToAnswer> = {}, language = "en") => {
  const { drafts, to, bcc } = firstResponse(facts(some));
  const draft = drafts.find((each) => each.language === language);
  if (draft === undefined) throw new Error(`no draft in ${language}`);
  return { to, bcc, ...draft };
};

describe("the reply to an introduction", () => {
  it("thanks the source and leaves them in peace, names them, and proposes two workdays", () => {
    const { to, bcc, subject, text } = written();
    expect([to, bcc, subject]).toEqual([
      "bo@brandt.example",
      "anna@albers.example",
      "Introduced by Anna Albers: Mia Sommer, Nordlicht Systeme",
    ]);
    expect(text.split("\n\n")).toEqual([
      "Anna, thank you for introducing us. I move you to bcc, so that our messages do not fill your day.",
      "Bo, Anna Albers thought that we should talk: the figures come three days late.",
      "Would Monday 23 November at 10:00 or Tuesday 24 November at 15:00 suit you, for twenty minutes on the phone? If not, tell me what does.",
      "Mia Sommer\nNordlicht Systeme",
      "I write to you because Anna Albers referred you to me. Nordlicht Systeme, [our postal address]. If you would rather not hear from me, say so: I will not write again, and delete what I have.",
    ]);
  });

  it("says the same in German, days and notice too", () => {
    const { subject, text } = written({ reason: "die Zahlen kommen spät.", postalAddress: "Am Kai 3" }, "de");
    expect(subject).toBe("Vorgestellt von Anna Albers: Mia Sommer, Nordlicht Systeme");
    expect(text.split("\n\n")).toEqual([
      "Guten Tag Anna Albers, danke fürs Vorstellen. Ich nehme Sie ins Bcc, damit unsere Nachrichten nicht Ihren Tag füllen.",
      "Guten Tag Bo Brandt, Anna Albers meinte, dass wir miteinander sprechen sollten: die Zahlen kommen spät.",
      "Passt es Ihnen am Montag, 23. November, um 10:00 Uhr oder am Dienstag, 24. November, um 15:00 Uhr, für zwanzig Minuten am Telefon? Wenn nicht, nennen Sie mir gern eine Zeit, die passt.",
      "Mia Sommer\nNordlicht Systeme",
      "Ich schreibe Ihnen, weil Anna Albers mich an Sie verwiesen hat. Nordlicht Systeme, Am Kai 3. Wenn Sie lieber nichts von mir hören möchten, genügt ein Wort: Ich schreibe nicht wieder und lösche, was ich habe.",
    ]);
  });

  it.each([
    ["DE", "de"],
    ["AT", "de"],
    ["CH", "de"],
    ["US", "en"],
    [null, "en"],
  ])("is in the language of %s: %s", (country, language) => {
    expect(firstResponse(facts({ country })).language).toBe(language);
  });

  it("calls people by what they are called, whatever stands before it", () => {
    const { text } = written({ sourceName: "Prof. Dr. Anna Albers", contactName: "Dr. Bo Brandt" });
    expect(text).toMatch(/^Anna, thank you/);
    expect(text).toContain("\n\nBo, Prof. Dr. Anna Albers thought");
  });

  it("says where we can be reached by post once that is written down", () => {
    const { text } = written({ postalAddress: "Am Kai 3, 20457 Hamburg" });
    expect(text).toContain("Nordlicht Systeme, Am Kai 3, 20457 Hamburg. If you");
    expect(written({ country: "DE", postalAddress: "Am Kai 3" }).text).not.toContain("Am Kai");
  });

  it("needs no reason and no addresses, and speaks to nobody who does not get it", () => {
    const bare = written({ reason: null, contactEmail: null, sourceEmail: null });
    expect(bare.text).toMatch(/^Bo, Anna Albers thought that we should talk\.\n/);
    expect(bare.text).not.toContain("bcc");
    expect([bare.to, bare.bcc, bare.thanks]).toEqual([null, null, null]);
  });

  it.each<[string | null, string, LawKnown, boolean]>([
    ["US", "the United States", "law", false],
    ["CA", "Canada", "law", false],
    ["GB", "the United Kingdom", "law", false],
    ["DE", "Germany", "law", true],
    ["FR", "the European Union", "law", true],
    ["PL", "the European Union", "law", true],
    ["JP", "their country", "country", true],
    [null, "their country", "nothing", true],
  ])("goes by the law of %s: %s, known: %s, consent first: %s", (country, name, knows, consentFirst) => {
    expect(contactLawOf(country)).toMatchObject({ name, knows, consentFirst });
    const { text } = written({ country });
    expect(text).toContain("If you would rather not hear from me");
    expect(text).toContain("Anna Albers");
  });
});
