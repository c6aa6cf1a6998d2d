import { day, text } from "#lib/web/filters.ts";

/** Whose month, and which: no day is the running one. */
export const monthFilters = { of: text(), day: day() };
