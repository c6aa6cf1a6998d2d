export type ImportKind = "accounts" | "people" | "deals";

/** How the text of a cell is read; see read-cell.ts. */
export type Reading =
  | "text"
  | "id"
  | "emails"
  | "phones"
  | "website"
  | "linkedin"
  | "day"
  | "amount"
  | "currency"
  | "count"
  | "yes-no"
  | "account-kind"
  | "owner"
  | "origin"
  | "web-origin"
  | "deal-type"
  | "outcome";

export interface Field {
  label: string;
  reading: Reading;
  /** Every mapped column counts, not only the first that holds something. */
  many?: true;
}

const EXTERNAL_ID: Field = { label: "Id in the other system", reading: "id" };
const OWNER: Field = { label: "Owner (name or e-mail)", reading: "owner" };
const DELETED: Field = { label: "Deleted there", reading: "yes-no" };

export const ACCOUNT_FIELDS = {
  name: { label: "Name", reading: "text" },
  externalId: EXTERNAL_ID,
  kind: { label: "Kind (client, prospect, partner …)", reading: "account-kind" },
  industry: { label: "Industry", reading: "text" },
  website: { label: "Website", reading: "website" },
  phone: { label: "Phone", reading: "text" },
  street: { label: "Street", reading: "text" },
  city: { label: "City", reading: "text" },
  region: { label: "State or region", reading: "text" },
  postalCode: { label: "Postal code", reading: "text" },
  country: { label: "Country", reading: "text" },
  employees: { label: "Employees", reading: "count" },
  description: { label: "Description", reading: "text" },
  owner: OWNER,
  createdDay: { label: "Created on", reading: "day" },
  deleted: DELETED,
} satisfies Record<string, Field>;

export const PERSON_FIELDS = {
  given: { label: "First name", reading: "text" },
  middle: { label: "Middle name", reading: "text" },
  family: { label: "Last name", reading: "text" },
  fullName: { label: "Full name", reading: "text" },
  emails: { label: "E-mail", reading: "emails", many: true },
  phones: { label: "Phone", reading: "phones", many: true },
  title: { label: "Job title", reading: "text" },
  companyName: { label: "Company", reading: "text" },
  companyExternalId: { label: "Id of the company in the other system", reading: "id" },
  linkedin: { label: "LinkedIn page", reading: "linkedin" },
  externalId: EXTERNAL_ID,
  connectedDay: { label: "Connected on", reading: "day" },
  city: { label: "City", reading: "text" },
  country: { label: "Country", reading: "text" },
  notes: { label: "Notes", reading: "text" },
  owner: OWNER,
  createdDay: { label: "Created on", reading: "day" },
  deleted: DELETED,
} satisfies Record<string, Field>;

export const DEAL_FIELDS = {
  name: { label: "Name", reading: "text" },
  accountName: { label: "Account", reading: "text" },
  accountExternalId: { label: "Id of the account in the other system", reading: "id" },
  amount: { label: "Amount", reading: "amount" },
  currency: { label: "Currency", reading: "currency" },
  stage: { label: "Stage", reading: "outcome" },
  status: { label: "Status (open, won, lost)", reading: "outcome" },
  won: { label: "Won (yes or no)", reading: "yes-no" },
  closed: { label: "Closed (yes or no)", reading: "yes-no" },
  closeDay: { label: "Closed on, or expected to close", reading: "day" },
  lostReason: { label: "Reason for the loss", reading: "text" },
  createdDay: { label: "Created on", reading: "day" },
  source: { label: "Lead source", reading: "origin" },
  webSource: { label: "Traffic source (web analytics)", reading: "web-origin" },
  type: { label: "Type (new or existing business)", reading: "deal-type" },
  contactName: { label: "Contact", reading: "text" },
  owner: OWNER,
  nextStep: { label: "Next step", reading: "text" },
  description: { label: "Description", reading: "text" },
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
  if (mapping.kind !== "people") return has("name") ? null : "Choose the column that holds the name.";
  return ["given", "family", "fullName", "emails"].some(has)
    ? null
    : "Choose the column that holds the name or the e-mail address.";
}
