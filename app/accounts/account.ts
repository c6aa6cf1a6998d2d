import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { isHeadCount, MOST_EMPLOYEES } from "./account-size.ts";

export const ACCOUNT_KINDS = ["client", "former-client", "prospect", "partner", "other"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What a person says about a company; empty texts count as not known. */
export interface AccountFacts {
  name: string;
  kind: AccountKind;
  industry: string | null;
  /** How many people work there. */
  employees: number | null;
  website: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  note: string | null;
  /** The relationship holder: a member. */
  holderId: string | null;
}

export const NOTHING_KNOWN: AccountFacts = {
  name: "",
  kind: "prospect",
  industry: null,
  employees: null,
  website: null,
  phone: null,
  city: null,
  country: null,
  note: null,
  holderId: null,
};

const LONGEST = {
  name: 200,
  industry: 120,
  website: 300,
  phone: 60,
  city: 120,
  country: 120,
  note: 10_000,
} as const;

/** Trims, drops empty texts, and throws Problem invalid naming the field that cannot be. */
export function cleanAccount(facts: AccountFacts): AccountFacts {
  const clean = { ...facts };
  for (const [field, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const text = cleanText(facts[field], longest, field);
    if (field === "name") {
      if (text === null) throw invalid("an account needs a name", "name");
      clean.name = text;
    } else {
      clean[field] = text;
    }
  }
  if (clean.employees !== null && !isHeadCount(clean.employees))
    throw invalid(
      `write how many people work there as a whole number from 1 to ${MOST_EMPLOYEES.toLocaleString("en-GB")}, or leave it out`,
      "employees",
    );
  return clean;
}
