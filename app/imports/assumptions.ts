import {
  decimalMarkOf,
  type DecimalEvidence,
  type DecimalMark,
  newDecimalEvidence,
  weighDecimal,
} from "./amount-text.ts";
import {
  type DayColumn,
  type DayEvidence,
  type DayOrder,
  newDayEvidence,
  settleDays,
  weighDay,
} from "./day-text.ts";
import { type Columns, fieldsOf, type Mapping } from "./fields.ts";

/** What the cells seen so far say about how dates and amounts are written, by column. */
export interface Evidence {
  days: Map<string, DayEvidence>;
  decimals: Map<string, DecimalEvidence>;
  places: Map<string, number>;
}

/** How the columns of one file are read. */
export interface Assumptions {
  days: Record<string, DayColumn>;
  decimals: Record<string, DecimalMark | undefined>;
  /** What was assumed and cannot be seen in the file, for the preview. */
  said: string[];
}

export function newEvidence(headers: string[], mapping: Mapping): Evidence {
  const evidence: Evidence = { days: new Map(), decimals: new Map(), places: new Map() };
  for (const [field, columns] of Object.entries(mapping.columns as Columns)) {
    const written = fieldsOf(mapping.kind)[field]?.written;
    for (const column of columns ?? []) {
      evidence.places.set(column, headers.indexOf(column));
      if (written === "day") evidence.days.set(column, newDayEvidence());
      if (written === "amount") evidence.decimals.set(column, newDecimalEvidence());
    }
  }
  return evidence;
}

export function weighRow(evidence: Evidence, cells: string[]): void {
  for (const [column, seen] of evidence.days) weighDay(seen, cells[evidence.places.get(column)!] ?? "");
  for (const [column, seen] of evidence.decimals)
    weighDecimal(seen, cells[evidence.places.get(column)!] ?? "");
}

/** `usual`: the order of day and month where the workspace is; see usualDayOrder. */
export function settle(evidence: Evidence, usual: DayOrder): Assumptions {
  const days = settleDays(evidence.days, usual);
  const decimals = [...evidence.decimals].map(([column, seen]) => [column, decimalMarkOf(seen)]);
  return {
    days: Object.fromEntries(days),
    decimals: Object.fromEntries(decimals) as Assumptions["decimals"],
    said: [...days.values()].flatMap(({ assumption }) => assumption ?? []),
  };
}

/** Month first in the United States, by the workspace's country or else its time zone; day first elsewhere. */
export function usualDayOrder(country: string | null, timeZone: string): DayOrder {
  const isAmerican = country === null ? US_ZONES.test(timeZone) : country === "US";
  return isAmerican ? "month-first" : "day-first";
}

const US_ZONES =
  /^(?:US\/.*|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Nome|(?:Indiana|Kentucky|North_Dakota)\/.*)|Pacific\/Honolulu)$/;
