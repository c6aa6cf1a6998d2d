import type Holidays from "date-holidays";
import { addDays } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { dayByDay, type NamedDay } from "./holiday.ts";

export interface Country {
  code: string;
  name: string;
  /** Parts with holidays of their own, and parts of these: "BY", "BY.A". */
  regions: { code: string; name: string }[];
}

// Everything on the screens is in English (docs/decisions/0051).
const LANGUAGE = "en";
const DAY_MS = 86_400_000;
// What begins at noon is no day off. An hour may be missing to daylight saving.
const WHOLE_DAY_MS = 0.9 * DAY_MS;

/** Every country that has a list, by name. */
export async function countriesWithHolidays(): Promise<Country[]> {
  const lists = await open();
  return byName(lists.getCountries(LANGUAGE)).map(({ code, name }) => ({
    code,
    name,
    regions: byName(lists.getStates(code, LANGUAGE)).flatMap((state) => [
      state,
      ...byName(lists.getRegions(code, state.code, LANGUAGE)).map((part) => ({
        code: `${state.code}.${part.code}`,
        name: `${state.name}, ${part.name}`,
      })),
    ]),
  }));
}

/** "Germany, Bavaria". Throws Problem invalid, naming the field, where there is no such list. */
export async function nameOfList(country: string, region: string | null): Promise<string> {
  const known = (await countriesWithHolidays()).find(({ code }) => code === country);
  if (!known)
    throw invalid(
      `there is no list of holidays for "${country}"; type them in or bring a calendar file`,
      "country",
    );
  if (region === null) return known.name;
  const part = known.regions.find(({ code }) => code === region);
  if (!part)
    throw invalid(`${known.name} has no list of its own for "${region}"; choose the country alone`, "region");
  return `${known.name}, ${part.name}`;
}

/** The public holidays of one year, by day; half days are worked. The country and region are those of countriesWithHolidays. */
export async function publicHolidays(
  country: string,
  region: string | null,
  year: number,
): Promise<NamedDay[]> {
  const lists = await open();
  const [state = "", part = ""] = (region ?? "").split(".");
  lists.init(country, state, part);
  return dayByDay(
    lists
      .getHolidays(year, LANGUAGE)
      .filter((each) => each.type === "public" && each.end.getTime() - each.start.getTime() >= WHOLE_DAY_MS)
      .flatMap((each) => {
        const days = Math.max(1, Math.round((each.end.getTime() - each.start.getTime()) / DAY_MS));
        const first = each.date.slice(0, 10);
        return Array.from({ length: days }, (_, at) => ({ day: addDays(first, at), name: each.name }));
      }),
  );
}

/** Some megabytes of rules, which only who asks for them loads. */
async function open(): Promise<Holidays> {
  const { default: Lists } = await import("date-holidays");
  return new Lists();
}

function byName(names: Record<string, string> | undefined): { code: string; name: string }[] {
  return Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, LANGUAGE));
}
