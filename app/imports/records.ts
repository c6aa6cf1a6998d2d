import type { AccountKind } from "#accounts/account.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { DealOrigin, DealOutcome } from "#deals/deal.ts";

export interface Owner {
  name: string | null;
  email: string | null;
}

export interface Known {
  /** As the other system calls it; the mapping says which system. */
  externalId: string | null;
  owner: Owner | null;
  createdDay: Day | null;
}

export interface AccountRecord extends Known {
  type: "account";
  name: string;
  accountKind: AccountKind | null;
  industry: string | null;
  website: string | null;
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
  employees: number | null;
  description: string | null;
}

export interface PersonRecord extends Known {
  type: "person";
  given: string;
  family: string;
  fullName: string;
  /** Lower case, each once. */
  emails: string[];
  /** As written, each once. */
  phones: string[];
  title: string | null;
  companyName: string | null;
  companyExternalId: string | null;
  linkedin: string | null;
  connectedDay: Day | null;
  city: string | null;
  country: string | null;
  notes: string | null;
}

export interface DealRecord extends Known {
  type: "deal";
  name: string;
  accountName: string | null;
  accountExternalId: string | null;
  amount: Money | null;
  stage: string | null;
  outcome: DealOutcome;
  /** The day it was won or lost; of an open deal the day on which that is expected. */
  closeDay: Day | null;
  lostReason: string | null;
  origin: DealOrigin;
  /** The words from which the origin was read. */
  originText: string | null;
  contactName: string | null;
  nextStep: string | null;
  description: string | null;
}

export type ImportRecord = AccountRecord | PersonRecord | DealRecord;

export interface Remark {
  field: string;
  /** Null when no column was mapped to the field. */
  column: string | null;
  /** A sentence without its full stop: amount "abc" is not a number. */
  reason: string;
}

/** A record, with what was left out of it; or why there is none: something to mend, or nothing that is wanted. */
export type RowReading =
  | { record: ImportRecord; notes: Remark[] }
  | { problems: Remark[] }
  | { leftOut: string };
