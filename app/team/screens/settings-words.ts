import type { WorkspaceView } from "../workspace-view.ts";

/** The settings as a form holds them: all of them text. */
export interface SettingsDraft {
  name: string;
  timeZone: string;
  currency: string;
  defaultCountry: string;
  firstDay: string;
  pattern: string;
  startMonth: string;
  restDays: number | null;
  postalAddress: string;
}

export function textOf({
  name,
  timeZone,
  currency,
  defaultCountry,
  calendar,
  recount,
  restDays,
  postalAddress,
}: WorkspaceView): SettingsDraft {
  const { firstDay, pattern, startMonth } = calendar;
  return {
    name,
    timeZone,
    currency,
    defaultCountry: defaultCountry ?? "",
    firstDay: String(recount?.firstDay ?? firstDay),
    pattern,
    startMonth: String(startMonth),
    restDays,
    postalAddress: postalAddress ?? "",
  };
}

export function settingsFrom({
  defaultCountry,
  firstDay,
  pattern,
  startMonth,
  restDays,
  postalAddress,
  ...rest
}: SettingsDraft) {
  return {
    ...rest,
    ...(restDays !== null && { restDays }),
    postalAddress: postalAddress.trim() === "" ? null : postalAddress,
    defaultCountry: defaultCountry === "" ? null : defaultCountry,
    calendar: { firstDay: Number(firstDay), pattern, startMonth: Number(startMonth) },
  };
}

export const FIRST_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
  .split(" ")
  .map((label, at) => ({ value: String(at + 1), label }));

export const MONTHS = "January February March April May June July August September October November December"
  .split(" ")
  .map((label, at) => ({ value: String(at + 1), label }));

export const PATTERN_OPTIONS = [
  { value: "months", label: "calendar months" },
  { value: "4-4-5", label: "four, four and five weeks" },
  { value: "4-5-4", label: "four, five and four weeks" },
  { value: "5-4-4", label: "five, four and four weeks" },
];
