import type { Actor } from "#lib/kernel/actor.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { howManyGrewFrom } from "#referrals/chain-actions.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { pendingCredits } from "./book-credits-actions.ts";
import { scopeOf } from "./results-actions.ts";
import type { AskedResults } from "./results-view.ts";
import {
  dealsOfSource,
  rankSources,
  sumsOfSources,
  type CreditScope,
  type RankedSource,
  type SourceDeal,
  type SourceSums,
} from "./source-reader.ts";
import type { SourceDeals } from "./source-view.ts";
import type { Stretch } from "./stretch.ts";

/** What somebody started. `people` who grew from them down the chain: whenever, and through whomever. */
export interface Source extends RankedSource, Pick<SourceSums, "begun" | "credited"> {
  people: number;
}

export interface Sources extends Page<Source> {
  whose: Whose;
  stretch: Stretch;
  /** How many sources there are, and how many deals begin with one of them, of those that came by referral. */
  sources: number;
  deals: number;
  byReferral: number;
  /** More was written since last night than is worked out on the way. */
  behind: boolean;
}

interface Asked {
  scope: CreditScope;
  whose: Whose;
  behind: boolean;
}

/** Throws Problem not-found, and invalid naming the field. */
export async function sourcesOf(
  tx: Tx,
  actor: Actor,
  asked: AskedResults,
  cursor: string | undefined,
  limit: number,
): Promise<Sources> {
  const { scope, whose, behind } = await scopeAsked(tx, actor, asked);
  const { stretch } = scope;
  const { items, ...rest } = await rankSources(tx, scope, actor.workspace.currency, cursor, limit);
  const ids = items.map(({ sourceId }) => sourceId);
  const sums = await sumsOfSources(tx, scope, ids);
  const people = await howManyGrew(tx, ids);
  const closed = await sumsOf(tx, {
    scopeIds: [whose.id],
    measures: ["deals-closed"],
    stretches: [{ start: stretch.from, end: stretch.to }],
  });
  return {
    ...rest,
    whose,
    stretch,
    items: items.map((each) => withSums(each, sums, people)),
    byReferral: closed.reduce((sum, { count }) => sum + count, 0),
    behind,
  };
}

export interface SourceOpened extends Page<SourceDeal> {
  whose: Whose;
  stretch: Stretch;
  source: Omit<Source, "deals">;
}

/** The deals and the credits behind a source's numbers, the latest first. Throws Problem not-found, and invalid naming the field. */
export async function sourceOpened(
  tx: Tx,
  actor: Actor,
  { id, which, ...asked }: AskedResults & { id: string; which: SourceDeals },
  cursor: string | undefined,
  limit: number,
): Promise<SourceOpened> {
  const person = await getPerson(tx, id);
  const { scope, whose } = await scopeAsked(tx, actor, asked);
  const page = await dealsOfSource(tx, scope, await samePersonIds(tx, person.id), which, cursor, limit);
  const sums = await sumsOfSources(tx, scope, [person.id]);
  const people = await howManyGrewFrom(tx, [person.id]);
  const { deals: _, ...source } = withSums(
    { sourceId: person.id, name: person.fullName, accountName: person.accountName, deals: 0 },
    sums,
    people,
  );
  return { ...page, whose, stretch: scope.stretch, source };
}

async function scopeAsked(tx: Tx, actor: Actor, asked: AskedResults): Promise<Asked> {
  const { whose, stretch } = await scopeOf(tx, actor, asked);
  const { rows: pending, more: behind } = await pendingCredits(tx, actor.now);
  return { whose, behind, scope: { whose, stretch, pending } };
}

/** A few at a time, of however many. */
async function howManyGrew(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const people = new Map<string, number>();
  for (let at = 0; at < ids.length; at += AT_A_TIME)
    for (const [id, many] of await howManyGrewFrom(tx, ids.slice(at, at + AT_A_TIME))) people.set(id, many);
  return people;
}

const AT_A_TIME = 500;

function withSums(
  each: RankedSource,
  sums: ReadonlyMap<string, SourceSums>,
  people: ReadonlyMap<string, number>,
): Source {
  const { begun = [], credited = [] } = sums.get(each.sourceId) ?? {};
  return { ...each, begun, credited, people: people.get(each.sourceId) ?? 0 };
}
