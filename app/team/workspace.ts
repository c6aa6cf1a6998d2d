import type { Calendar, Pattern } from "#lib/kernel/fiscal.ts";
import { isTimeZone } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import { invalid, Problem } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { cleanWorkdays } from "./holiday.ts";

const LONGEST_ADDRESS = 300;

export const PATTERNS = ["months", "4-4-5", "4-5-4", "5-4-4"] as const satisfies readonly Pattern[];

export interface WorkspaceSettings {
  name: string;
  timeZone: string;
  currency: string;
  calendar: Calendar;
  /** ISO 3166 code that telephone numbers without a country belong to. */
  defaultCountry: string | null;
  /** Days between two asks of one source, of whomever; not said: as it is, 30 in a new workspace. */
  restDays?: number | undefined;
  /** On which weekdays the team works, 1 is Monday; not said: as it is, Monday to Friday in a new workspace. */
  workdays?: readonly Weekday[] | undefined;
  /** Where we can be reached by post, for letters whose law asks for it; not said: as it is. */
  postalAddress?: string | null | undefined;
}

/** "Nordlicht Systeme GmbH" becomes "nordlicht-systeme-gmbh": lower case, hyphens for spaces, accents dropped. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  if (!slug) throw invalid("give the workspace a name with letters or digits in it", "name");
  return slug;
}

/** Throws Problem invalid, naming the field, when a setting cannot be. */
export function checkSettings(settings: WorkspaceSettings): void {
  if (settings.name.trim().length === 0 || settings.name.length > 120)
    throw invalid("the name needs 1 to 120 characters", "name");
  if (!isTimeZone(settings.timeZone)) throw noTimeZone(settings.timeZone);
  checkCurrency(settings.currency);
  const { restDays = 0 } = settings;
  if (!Number.isInteger(restDays) || restDays < 0 || restDays > 365)
    throw invalid("sources rest for 0 to 365 days between two asks", "restDays");
  cleanPostalAddress(settings.postalAddress);
  if (settings.workdays !== undefined) cleanWorkdays(settings.workdays);
  if (settings.defaultCountry !== null && !/^[A-Z]{2}$/.test(settings.defaultCountry)) {
    throw invalid("the country is a two-letter code such as DE", "defaultCountry");
  }
}

/** On one line, as it stands in a letter; null: none. Throws Problem invalid. */
export function cleanPostalAddress(address: string | null | undefined): string | null {
  const oneLine = address?.replaceAll(/\s*[\r\n]+\s*/g, ", ");
  const clean = cleanText(oneLine, LONGEST_ADDRESS, "postalAddress");
  // A letter with a gap in it does not go out, and "[" is how a gap begins.
  if (clean?.includes("["))
    throw invalid("write the address without brackets, as on an envelope", "postalAddress");
  return clean;
}

function checkCurrency(code: string): void {
  try {
    minorDigits(code);
  } catch (error) {
    throw error instanceof Problem ? invalid(error.reason, "currency") : error;
  }
}

function noTimeZone(text: string) {
  return invalid(`"${text}" is no time zone; choose one such as Europe/Berlin`, "timeZone");
}
