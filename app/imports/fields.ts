export type ImportKind = "accounts" | "people" | "deals";

export interface Field {
  label: string;
  /** What can be written in several ways, so that the whole column has to be seen; see assumptions.ts. */
  written?: "day" | "amount";
  /** Every mapped column counts, not only the first that holds something. */
  many?: true;
}

const EXTERNAL_ID: Field = { label: "Id in the other system" };
const OWNER: Field = { label: "Owner (name or e-mail)" };
const DELETED: Field = { label: "Deleted there" };

export const ACCOUNT_FIELDS = {
  name: { label: "Name" },
  externalId: EXTERNAL_ID,
  kind: { label: "Kind (client, prospect, partner …)" },
  industry: { label: "Industry" },
  website: { label: "Website" },
  phone: { label: "Phone" },
  street: { label: "Street" },
  city: { label: "City" },
  region: { label: "State or region" },
  postalCode: { label: "Postal code" },
  country: { label: "Country" },
  employees: { label: "Employees" },
  description: { label: "Description" },
  owner: OWNER,
  createdDay: { label: "Created on", written: "day" },
  deleted: DELETED,
} satisfies Record<string, Field>;

export const PERSON_FIELDS = {
  given: { label: "First name" },
  middle: { label: "Middle name" },
  family: { label: "Last name" },
  fullName: { label: "Full name" },
  emails: { label: "E-mail", many: true },
  phones: { label: "Phone", many: true },
  title: { label: "Job title" },
  companyName: { label: "Company" },
  companyExternalId: { label: "Id of the company in the other system" },
  linkedin: { label: "LinkedIn page" },
  externalId: EXTERNAL_ID,
  connectedDay: { label: "Connected on", written: "day" },
  city: { label: "City" },
  country: { label: "Country" },
  notes: { label: "Notes" },
  owner: OWNER,
  createdDay: { label: "Created on", written: "day" },
  deleted: DELETED,
} satisfies Record<string, Field>;

export const DEAL_FIELDS = {
  name: { label: "Name" },
  accountName: { label: "Account" },
  accountExternalId: { label: "Id of the account in the other system" },
  amount: { label: "Amount", written: "amount" },
  currency: { label: "Currency" },
  stage: { label: "Stage" },
  status: { label: "Status (open, won, lost)" },
  won: { label: "Won (yes or no)" },
  closed: { label: "Closed (yes or no)" },
  closeDay: { label: "Closed on, or expected to close", written: "day" },
  lostReason: { label: "Reason for the loss" },
  createdDay: { label: "Created on", written: "day" },
  source: { label: "Lead source" },
  webSource: { label: "Traffic source (web analytics)" },
  type: { label: "Type (new or existing business)" },
  contactName: { label: "Contact" },
  owner: OWNER,
  nextStep: { label: "Next step" },
  description: { label: "Description" },
  externalId: EXTERNAL_ID,
  deleted: DELETED,
} satisfies Record<string, Field>;

export type AccountField = keyof typeof ACCOUNT_FIELDS;
export type PersonField = keyof typeof PERSON_FIELDS;
export type DealField = keyof typeof DEAL_FIELDS;

/** Which columns of a file feed which field, in the order in which they are asked. */
export type Columns<F extends string = string> = Partial<Record<F, string[]>>;

export type Mapping =
  | { kind: "accounts"; system: string; columns: Columns<AccountField> }
  | { kind: "people"; system: string; columns: Columns<PersonField> }
  | { kind: "deals"; system: string; columns: Columns<DealField> };

export function fieldsOf(kind: ImportKind): Record<string, Field> {
  return { accounts: ACCOUNT_FIELDS, people: PERSON_FIELDS, deals: DEAL_FIELDS }[kind];
}

/** What keeps a mapping from being used, in words, or null. */
export function mappingGap(mapping: Mapping): string | null {
  const has = (field: string) => ((mapping.columns as Columns)[field]?.length ?? 0) > 0;
  if (mapping.kind === "deals" && !has("accountName") && !has("accountExternalId"))
    return "Choose the column that holds the account.";
  if (mapping.kind !== "people") return has("name") ? null : "Choose the column that holds the name.";
  return ["given", "family", "fullName", "emails"].some(has)
    ? null
    : "Choose the column that holds the name or the e-mail address.";
}
