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
  if (mayLead(actor)) return timelineWithNames(tx, id, cursor, limit);
  const led = (await membersWithTeams(tx))
    .filter((each) => mayChangeFor(actor, each))
    .map(({ memberId }) => memberId);
  const leftOut: LeftOut[] = [];
  for (const { subjectKinds, also } of toldToFew)
    leftOut.push({ subjectKinds, unlessOf: [...led, ...((await also?.(tx, actor)) ?? [])] });
  return timelineWithNames(tx, id, cursor, limit, leftOut);
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
