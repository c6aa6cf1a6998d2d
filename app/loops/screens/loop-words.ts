import { capital, counted } from "#lib/web/words.ts";

/** "45 minutes", "3 hours", "2 days": as one says how long something took. */
export function minutesText(minutes: number): string {
  if (minutes < 1) return "a minute";
  if (minutes < 90) return counted(Math.round(minutes), "minute", "minutes");
  const hours = minutes / 60;
  if (hours < 36) return counted(Math.round(hours), "hour", "hours");
  return counted(Math.round(hours / 24), "day", "days");
}

/** The same in a narrow column: "45 min", "3 h", "2 d". */
export function shortMinutes(minutes: number): string {
  if (minutes < 90) return `${Math.max(1, Math.round(minutes))} min`;
  const hours = minutes / 60;
  return hours < 36 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`;
}

/** "Three: Mia Sommer 2, Jonas Weber 1". */
export function lateText(late: readonly { responsible: { name: string } }[]): string {
  const byName = Map.groupBy(late, ({ responsible }) => responsible.name);
  const names = [...byName].toSorted((a, b) => b[1].length - a[1].length);
  const said = names.slice(0, 3).map(([name, duties]) => `${name} ${duties.length}`);
  const more = names.length > 3 ? ` and ${counted(names.length - 3, "other", "others")}` : "";
  return `${capital(counted(late.length, "duty", "duties"))}: ${said.join(", ")}${more}`;
}
