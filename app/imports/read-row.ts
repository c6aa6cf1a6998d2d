import { isHeadCount } from "#accounts/account-size.ts";
import type { DealOutcome } from "#deals/deal.ts";
import type { Money } from "#lib/kernel/money.ts";
import { fullName, splitName } from "#people/person-name.ts";
import { currencyIn, readAmount } from "./amount-text.ts";
import { accountKindOf, isExistingBusiness, originOf, outcomeOf, webOriginOf, yesOrNo } from "./crm-words.ts";
import type { AccountField, DealField, PersonField } from "./fields.ts";
import { readCount, readEmails, readLinkedin, readOwner, readPhones, readWebsite } from "./read-cell.ts";
import type { AccountRecord, DealRecord, ImportRecord, Known, PersonRecord, RowReading } from "./records.ts";
import { type ReadingPlan, type RowCells, rowCells, short } from "./row-cells.ts";

/** Reads one row; `cells` stand in the order of the plan's headers. Never throws for what a cell says. */
export function readRow(plan: ReadingPlan, cells: string[]): RowReading {
  if (plan.kind === "accounts") return finished(rowCells<AccountField>(plan, cells), accountIn);
  if (plan.kind === "people") return finished(rowCells<PersonField>(plan, cells), personIn);
  return finished(rowCells<DealField>(plan, cells), dealIn);
}

/** `read` gives a record, null after it has named a problem, or in a word why the row is not wanted. */
function finished<F extends string>(
  row: RowCells<F | "deleted">,
  read: (row: RowCells<F>) => ImportRecord | string | null,
): RowReading {
  if (yesOrNo(row.text("deleted") ?? "")) return { leftOut: "deleted in the other system" };
  const made = read(row);
  if (typeof made === "string") return { leftOut: made };
  if (made === null || row.problems.length > 0) return { problems: row.problems };
  return { record: made, notes: row.notes };
}

function accountIn(row: RowCells<AccountField>): AccountRecord | null {
  const name = row.text("name");
  if (name === null) row.problem("name", "no name");
  return {
    type: "account",
    ...knownIn(row),
    name: name ?? "",
    accountKind: accountKindOf(row.text("kind") ?? ""),
    industry: row.text("industry"),
    website: websiteIn(row),
    phone: row.text("phone"),
    street: row.text("street"),
    city: row.text("city"),
    region: row.text("region"),
    postalCode: row.text("postalCode"),
    country: row.text("country"),
    employees: employeesIn(row),
    description: row.text("description"),
  };
}

/** Nought stands in many systems where nobody has said anything. */
function employeesIn(row: RowCells<AccountField>): number | null {
  const cell = row.first("employees");
  const count = cell ? readCount(cell.text) : null;
  if (!cell || count === 0) return null;
  if (count !== null && isHeadCount(count)) return count;
  row.note("employees", `"${short(cell.text)}" is not a number of employees and is left out`, cell.column);
  return null;
}

function websiteIn(row: RowCells<AccountField>): string | null {
  const cell = row.first("website");
  const website = cell ? readWebsite(cell.text) : null;
  if (cell && website === null) {
    row.note("website", `"${short(cell.text)}" is not a web address and is left out`, cell.column);
  }
  return website;
}

function personIn(row: RowCells<PersonField>): PersonRecord | string | null {
  const emails = severalIn(row, "emails", (cell) => {
    const { emails, refused } = readEmails(cell);
    return { found: emails, refused };
  });
  const phones = severalIn(row, "phones", (cell) => {
    const { phones, refused } = readPhones(cell);
    return { found: phones, refused };
  });
  const name = nameIn(row, emails);
  if (name === null) {
    if (row.plan.system === "linkedin") return "LinkedIn does not show this member's name";
    row.problem(row.plan.places.family!.length > 0 ? "family" : "fullName", "no name and no e-mail address");
    return null;
  }
  return {
    type: "person",
    ...knownIn(row),
    ...name,
    emails,
    phones,
    title: row.text("title"),
    companyName: companyIn(row, "companyName"),
    companyExternalId: row.id("companyExternalId"),
    linkedin:
      row
        .each("linkedin")
        .map(({ text }) => readLinkedin(text))
        .find((page) => page !== null) ?? null,
    connectedDay: row.day("connectedDay", "note"),
    city: row.text("city"),
    country: row.text("country"),
    notes: row.text("notes"),
  };
}

function nameIn(
  row: RowCells<PersonField>,
  emails: string[],
): Pick<PersonRecord, "given" | "family" | "fullName"> | null {
  const given = row.text("given") ?? "";
  const family = row.text("family") ?? "";
  const middle = row.text("middle") ?? "";
  const whole = row.text("fullName");
  if (given !== "" || family !== "") {
    const own = fullName({ given, middle, family });
    // A file may hold only half of a name in its two columns and all of it in the third.
    return { given, family, fullName: whole !== null && (given === "" || family === "") ? whole : own };
  }
  if (whole !== null) {
    const split = splitName(whole);
    return { given: split.given, family: split.family, fullName: fullName(split) || whole };
  }
  const [email] = emails;
  if (email === undefined) return null;
  row.note("fullName", `no name: taken from the e-mail address ${email}`);
  const words = email
    .split("@")[0]!
    .split(/[._-]+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word));
  const guess = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ") || email;
  const { given: first, family: last } = splitName(guess);
  return { given: first, family: last, fullName: guess };
}

function dealIn(row: RowCells<DealField>): DealRecord | string | null {
  const name = row.text("name");
  if (name === null) row.problem("name", "no name");
  if (DELETED.test(row.text("status") ?? "")) return "deleted in the other system";
  const accountName = companyIn(row, "accountName");
  const accountExternalId = row.id("accountExternalId");
  if (accountName === null && accountExternalId === null) row.problem("accountName", "no account");
  const stage = row.text("stage");
  const outcome = outcomeIn(row);
  const closeDay = row.day("closeDay", "problem");
  if (outcome !== "open" && closeDay === null && row.problems.every(({ field }) => field !== "closeDay")) {
    row.problem("closeDay", `no day on which it was ${outcome}`);
  }
  return {
    type: "deal",
    ...knownIn(row),
    name: name ?? "",
    accountName,
    accountExternalId,
    amount: amountIn(row),
    stage,
    outcome,
    closeDay,
    lostReason: row.text("lostReason"),
    ...originIn(row),
    contactName: row.text("contactName"),
    nextStep: row.text("nextStep"),
    description: row.text("description"),
  };
}

// Pipedrive's fourth status.
const DELETED = /^deleted$/i;

/** HubSpot lists every company that a record belongs to, the first one first. */
function companyIn<F extends string>(row: RowCells<F>, field: F): string | null {
  const text = row.text(field);
  return row.plan.system === "hubspot" ? text?.split(";")[0]!.trim() || null : text;
}

function outcomeIn(row: RowCells<DealField>): DealOutcome {
  const won = yesOrNo(row.text("won") ?? "");
  const closed = yesOrNo(row.text("closed") ?? "");
  if (won === true) return "won";
  if (closed === true && won === false) return "lost";
  if (closed === false) return "open";
  return outcomeOf(row.text("status") ?? "") ?? outcomeOf(row.text("stage") ?? "") ?? "open";
}

function originIn(row: RowCells<DealField>): Pick<DealRecord, "origin" | "originText"> {
  const source = row.text("source");
  const web = row.text("webSource");
  const type = row.text("type");
  if (source !== null) return { origin: originOf(source) ?? "other", originText: source };
  const fromWeb = webOriginOf(web ?? "");
  if (fromWeb !== null) return { origin: fromWeb, originText: web };
  if (isExistingBusiness(type ?? "")) return { origin: "existing-client", originText: type };
  return { origin: "other", originText: null };
}

function amountIn(row: RowCells<DealField>): Money | null {
  const cell = row.first("amount");
  if (!cell) return null;
  const named = row.text("currency");
  const currency = named === null ? row.plan.currency : currencyIn(named, row.plan.currency);
  if (currency === null) {
    row.problem("currency", `currency "${named}" is not known`);
    return null;
  }
  const amount = readAmount(cell.text, currency, row.plan.assumptions.decimals[cell.column]);
  if (amount === null) row.problem("amount", `amount "${short(cell.text)}" is not a number`);
  else if (amount.minor < 0) row.problem("amount", `amount "${short(cell.text)}" is below zero`);
  return amount;
}

function knownIn(row: RowCells<"externalId" | "owner" | "createdDay">): Known {
  return {
    externalId: row.id("externalId"),
    owner: readOwner(row.text("owner") ?? ""),
    createdDay: row.day("createdDay", "note"),
  };
}

function severalIn<F extends string>(
  row: RowCells<F>,
  field: F,
  read: (cell: string) => { found: string[]; refused: string[] },
): string[] {
  const all = new Set<string>();
  for (const { text, column } of row.each(field)) {
    const { found, refused } = read(text);
    for (const value of found) all.add(value);
    const what = field === "emails" ? "an e-mail address" : "a phone number";
    for (const value of refused) row.note(field, `"${short(value)}" is not ${what} and is left out`, column);
  }
  return [...all];
}
