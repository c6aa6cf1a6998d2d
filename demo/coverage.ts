import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Life, Source } from "./story.ts";

/**
 * One client with a hole that everybody sees: who holds the budget was asked, and nobody has asked those who work with it. And one
 * that customer success looks after, where nobody was asked since: its relationship holder is reminded.
 */
export function tellOfCoverage(life: Life): void {
  const since = addDays(life.today, -60);
  const accounts = [
    ...Map.groupBy(
      life.sources.filter((source) => source.since < since),
      ({ account }) => account,
    ).values(),
  ];
  const holed = accounts.find((people) => wasAsked(people).length >= 2 && notAsked(people).length >= 2);
  const told = addDays(life.today, -9);
  for (const source of holed ? wasAsked(holed) : []) tellRole(life, source, told, "decision-maker");
  for (const [at, source] of (holed ? notAsked(holed) : []).entries())
    tellRole(life, source, told, at % 3 === 2 ? "influencer" : "user");
  const day = addDays(life.today, -110);
  const quiet = accounts.find(
    (people) =>
      people !== holed &&
      people.length > 2 &&
      people.every(({ lastAsked }) => lastAsked === null || lastAsked < day),
  );
  const [first] = quiet ?? [];
  if (first)
    life.scenes.push({
      what: "handover",
      day,
      by: first.by,
      account: first.account,
      to: "Customer success",
      note: "Weekly call on Mondays. The plant manager wants every change in writing.",
    });
}

function tellRole(
  life: Life,
  { person, by }: Source,
  day: Day,
  role: "decision-maker" | "influencer" | "user",
): void {
  life.scenes.push({ what: "role", day, by, person, role });
}

function wasAsked(people: readonly Source[]): Source[] {
  return people.filter(({ lastAsked }) => lastAsked !== null);
}

function notAsked(people: readonly Source[]): Source[] {
  return people.filter(({ lastAsked, stopped }) => lastAsked === null && !stopped);
}
