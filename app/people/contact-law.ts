/** What the law of a country asks of the first message to somebody whom one was introduced to. See docs/contact-law.md; not legal advice. */
export interface ContactLaw {
  name: string;
  /** Whether they must have agreed before one writes to them. */
  consentFirst: boolean;
  /** One sentence for whoever writes. */
  says: string;
  /** What the message must hold besides who writes. */
  notice: readonly Notice[];
}

/** source: from whom we have them · objection: how they say no · address: where we can be reached by post · referral: that it was sent because of a referral, and by whom */
export type Notice = "source" | "objection" | "address" | "referral";

const EU = "at be bg cy cz dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk"
  .toUpperCase()
  .split(" ");

const GERMANY: ContactLaw = {
  name: "Germany",
  consentFirst: true,
  says: "An e-mail that promotes something needs their express consent first, between companies too.",
  notice: ["source", "objection"],
};
const REST_OF_EU: ContactLaw = {
  name: "the European Union",
  consentFirst: true,
  says: "To a person, an e-mail that promotes something needs consent first; for companies member states differ.",
  notice: ["source", "objection"],
};
const UNITED_KINGDOM: ContactLaw = {
  name: "the United Kingdom",
  consentFirst: false,
  says: "People at companies may be written to if they can object; sole traders and partners must agree first.",
  notice: ["source", "objection"],
};
const CANADA: ContactLaw = {
  name: "Canada",
  consentFirst: false,
  says: "One first message after a referral is allowed if it names who referred and says that it was sent because of that.",
  notice: ["referral", "address", "objection"],
};
const UNITED_STATES: ContactLaw = {
  name: "the United States",
  consentFirst: false,
  says: "No consent is needed; the message says who writes, from where, and how to say no.",
  notice: ["address", "objection"],
};
const ELSEWHERE: ContactLaw = {
  name: "their country",
  consentFirst: true,
  says: "We do not know the law of their country, or not where they are. Take it that they must agree first.",
  notice: ["source", "address", "objection"],
};

/** `country` is an ISO 3166 code in capitals; null: not known. */
export function contactLawOf(country: string | null): ContactLaw {
  if (country === "DE") return GERMANY;
  if (country === "GB") return UNITED_KINGDOM;
  if (country === "CA") return CANADA;
  if (country === "US") return UNITED_STATES;
  return country !== null && EU.includes(country) ? REST_OF_EU : ELSEWHERE;
}
