/** What the law of a country asks of the first message to somebody whom one was introduced to. See docs/contact-law.md; not legal advice. */
export interface ContactLaw {
  name: string;
  /** law: what it says · country: where they are, and nothing of its law · nothing: not even where they are. */
  knows: LawKnown;
  /** Whether they must have agreed before one writes to them. */
  consentFirst: boolean;
  /** One sentence for whoever writes. */
  says: string;
  /** What the message must hold besides who writes. */
  notice: readonly Notice[];
  /** What it asks of a letter that goes to many. */
  newsletter: { consentFirst: boolean; says: string };
}

export const LAW_KNOWN = ["law", "country", "nothing"] as const;
export type LawKnown = (typeof LAW_KNOWN)[number];

/** source: from whom we have them · objection: how they say no · address: where we can be reached by post · referral: that it was sent because of a referral, and by whom */
export type Notice = "source" | "objection" | "address" | "referral";

const EU = "at be bg cy cz dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk"
  .toUpperCase()
  .split(" ");

const GERMANY: ContactLaw = {
  name: "Germany",
  knows: "law",
  consentFirst: true,
  says: "An e-mail that promotes something needs their express consent first, between companies too.",
  notice: ["source", "objection"],
  newsletter: {
    consentFirst: true,
    says: "A newsletter needs their express consent first; keep when, how and to what it was given.",
  },
};
const REST_OF_EU: ContactLaw = {
  name: "the European Union",
  knows: "law",
  consentFirst: true,
  says: "To a person, an e-mail that promotes something needs consent first; for companies member states differ.",
  notice: ["source", "objection"],
  newsletter: {
    consentFirst: true,
    says: "A newsletter needs consent first; that clients may be told of similar offers has conditions that are not checked here.",
  },
};
const UNITED_KINGDOM: ContactLaw = {
  name: "the United Kingdom",
  knows: "law",
  consentFirst: false,
  says: "People at companies may be written to if they can object; sole traders and partners must agree first.",
  notice: ["source", "objection"],
  newsletter: {
    consentFirst: false,
    says: "People at companies may get it until they say no; sole traders and partners must agree first.",
  },
};
const CANADA: ContactLaw = {
  name: "Canada",
  knows: "law",
  consentFirst: false,
  says: "One first message after a referral is allowed if it names who referred and says that it was sent because of that.",
  notice: ["referral", "address", "objection"],
  newsletter: {
    consentFirst: true,
    says: "A newsletter needs consent; that it follows from two years of business together is not worked out here.",
  },
};
const UNITED_STATES: ContactLaw = {
  name: "the United States",
  knows: "law",
  consentFirst: false,
  says: "No consent is needed; the message says who writes, from where, and how to say no.",
  notice: ["address", "objection"],
  newsletter: {
    consentFirst: false,
    says: "No consent is needed; it says who writes, from where, and how to stop it, and a no holds within ten days.",
  },
};
const ELSEWHERE: ContactLaw = {
  name: "their country",
  knows: "country",
  consentFirst: true,
  says: "We do not know what the law of their country wants. Take it that they must agree first.",
  notice: ["source", "address", "objection"],
  newsletter: {
    consentFirst: true,
    says: "We do not know what the law of their country wants. Take it that they must agree first.",
  },
};
const NOWHERE: ContactLaw = {
  ...ELSEWHERE,
  knows: "nothing",
  says: "We do not know in which country they are, and so not which law holds. Take it that they must agree first.",
  newsletter: {
    consentFirst: true,
    says: "We do not know in which country they are, and so not which law holds. Take it that they must agree first.",
  },
};

/** `country` is an ISO 3166 code in capitals; null: not known. */
export function contactLawOf(country: string | null): ContactLaw {
  if (country === null) return NOWHERE;
  if (country === "DE") return GERMANY;
  if (country === "GB") return UNITED_KINGDOM;
  if (country === "CA") return CANADA;
  if (country === "US") return UNITED_STATES;
  return EU.includes(country) ? REST_OF_EU : ELSEWHERE;
}
