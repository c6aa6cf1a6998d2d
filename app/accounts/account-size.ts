/** The largest employers of the world have two to three million. */
export const MOST_EMPLOYEES = 10_000_000;

/** Micro, small, medium-sized and large by headcount, as in the annex to the Commission's recommendation 2003/361/EC, article 2. */
export const SIZE_BANDS = [
  { band: "1-9", from: 1 },
  { band: "10-49", from: 10 },
  { band: "50-249", from: 50 },
  { band: "250-more", from: 250 },
] as const;
export type SizeBand = (typeof SIZE_BANDS)[number]["band"];

/** Null: not known. */
export function sizeBandOf(employees: number | null): SizeBand | null {
  return SIZE_BANDS.findLast(({ from }) => employees !== null && employees >= from)?.band ?? null;
}

export function isHeadCount(employees: number): boolean {
  return Number.isInteger(employees) && employees >= 1 && employees <= MOST_EMPLOYEES;
}
