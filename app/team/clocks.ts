import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";

/** Until when what follows an introduction is owed. METHOD: respond the same day, thank in 48 hours, report in 30 days. */
export interface Clocks {
  /** "HH:MM": until then an introduction is answered on its working day. */
  respondBy: string;
  /** "HH:MM": what arrives later is answered on the next working day. */
  respondCutoff: string;
  thankHours: number;
  reportDays: number;
  /** From the close of a deal to telling and thanking its sources. */
  closeHours: number;
  /** Introductions of earlier days start no clocks: history that was brought in is not owed all at once. */
  since: Day;
}

export const DEFAULT_CLOCKS: Omit<Clocks, "since"> = {
  respondBy: "18:00",
  respondCutoff: "16:00",
  thankHours: 48,
  reportDays: 30,
  closeHours: 48,
};

const MOST_HOURS = 720;
const MOST_DAYS = 365;

/** Throws Problem invalid, naming the field. */
export function checkClocks({ respondBy, respondCutoff, thankHours, reportDays, closeHours }: Clocks): void {
  for (const [field, time] of [
    ["respondBy", respondBy],
    ["respondCutoff", respondCutoff],
  ] as const)
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      throw invalid(`"${time}" is not a time of day; write it as HH:MM, for example 18:00`, field);
  if (respondCutoff > respondBy)
    throw invalid(
      "what is still answered the same day arrives before the time by which it is answered",
      "respondCutoff",
    );
  for (const [field, hours] of [
    ["thankHours", thankHours],
    ["closeHours", closeHours],
  ] as const)
    if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS)
      throw invalid(`give it 1 to ${MOST_HOURS} hours`, field);
  if (!Number.isInteger(reportDays) || reportDays < 1 || reportDays > MOST_DAYS)
    throw invalid(`give it 1 to ${MOST_DAYS} days`, "reportDays");
}
