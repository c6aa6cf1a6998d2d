import { namesOfAccounts, sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { isId } from "#lib/kernel/ids.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { timelineOf, toldLines, type LeftOut, type ToldLine } from "#lib/storage/timeline.ts";
import type { ToldToFew } from "#lib/storage/told-to-few.ts";
import { mayChangeFor, mayLead } from "#team/member.ts";
import { namesOfPeople, samePersonIds } from "./person-actions.ts";
import { membersWithTeams, namesByMemberId } from "./timeline-store.ts";

/** Something that a line speaks of: `id` as it stands there, `now` differs when it was merged into another since. */
export interface NamedId {
  id: string;
  now: string;
  kind: "member" | "person" | "account";
  name: string;
}

/** What happened with a person, an account or anything else that has an id, whoever was merged into it included. */
export async function timelineWithNames(
  tx: Tx,
  id: string,
  cursor: string | undefined,
  limit: number,
  leftOut: readonly LeftOut[] = [],
): Promise<Page<ToldLine> & { names: Map<string, NamedId> }> {
  const page = await timelineOf(tx, await sameIds(tx, id), cursor, limit, leftOut);
  return { ...page, names: await namesIn(tx, page.items.flatMap(idsIn)) };
}

/** The same without what is not for the actor. */
export async function timelineFor(
  tx: Tx,
  actor: Actor,
  { id, cursor, limit }: { id: string; cursor: string | undefined; limit: number },
  toldToFew: readonly ToldToFew[],
): Promise<Page<ToldLine> & { names: Map<string, NamedId> }> {
  return timelineWithNames(tx, id, cursor, limit, await leftOutFor(tx, actor, toldToFew));
}

/** Of these lines those that are for the actor, wherever they are shown. */
export async function linesFor(
  tx: Tx,
  actor: Actor,
  lines: readonly ToldLine[],
  toldToFew: readonly ToldToFew[],
): Promise<ToldLine[]> {
  if (!lines.some((line) => isForFew(line, toldToFew))) return [...lines];
  const leftOut = await leftOutFor(tx, actor, toldToFew);
  return lines.filter((line) =>
    leftOut.every(
      ({ subjectKinds, unlessOf }) =>
        !subjectKinds.includes(line.subjectKind) ||
        [line.byId, ...line.concerns].some((id) => id !== null && unlessOf.includes(id)),
    ),
  );
}

/** Whether there are colleagues who are not told of a line. */
export function isForFew(
  { subjectKind }: Pick<ToldLine, "subjectKind">,
  toldToFew: readonly ToldToFew[],
): boolean {
  return toldToFew.some(({ subjectKinds }) => subjectKinds.includes(subjectKind));
}

async function leftOutFor(tx: Tx, actor: Actor, toldToFew: readonly ToldToFew[]): Promise<LeftOut[]> {
  if (mayLead(actor)) return [];
  const led = (await membersWithTeams(tx))
    .filter((each) => mayChangeFor(actor, each))
    .map(({ memberId }) => memberId);
  const leftOut: LeftOut[] = [];
  for (const { subjectKinds, also } of toldToFew)
    leftOut.push({ subjectKinds, unlessOf: [...led, ...((await also?.(tx, actor)) ?? [])] });
  return leftOut;
}

/** These lines by their ids, with every name that they speak of. */
export async function linesWithNames(
  tx: Tx,
  ids: readonly string[],
): Promise<{ lines: Map<string, ToldLine>; names: Map<string, NamedId> }> {
  const lines = await toldLines(tx, [...new Set(ids)]);
  return {
    lines: new Map(lines.map((line) => [line.id, line])),
    names: await namesIn(tx, lines.flatMap(idsIn)),
  };
}

/** Every id that a line or its detail speaks of. */
export function idsIn(line: ToldLine): string[] {
  const said = Object.values(line.detail).flat();
  return [...new Set([line.byId, line.memberId, line.subjectId, ...line.concerns, ...said].filter(isId))];
}

async function sameIds(tx: Tx, id: string): Promise<string[]> {
  const people = await samePersonIds(tx, id);
  if (people.length > 0) return people;
  const accounts = await sameAccountIds(tx, id);
  return accounts.length > 0 ? accounts : [id];
}

async function namesIn(tx: Tx, ids: readonly string[]): Promise<Map<string, NamedId>> {
  const wanted = [...new Set(ids)];
  const [people, accounts, members] = await Promise.all([
    namesOfPeople(tx, wanted),
    namesOfAccounts(tx, wanted),
    namesByMemberId(tx, wanted),
  ]);
  const names = new Map<string, NamedId>();
  for (const [id, each] of people) names.set(id, { id, now: each.id, kind: "person", name: each.name });
  for (const [id, each] of accounts) names.set(id, { id, now: each.id, kind: "account", name: each.name });
  for (const { id, name } of members) names.set(id, { id, now: id, kind: "member", name });
  return names;
}
