import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { mayManageTeam, type Rights } from "#team/member.ts";

/** Somebody who gets a partner: how many of the last weeks they reported, and how many people they asked in them. */
export interface Candidate {
  id: string;
  reported: number;
  asked: number;
}

export type Group = readonly string[];

/**
 * Partners for a quarter: everybody has one, and of an odd number one group is of three. Whoever reports and asks least is with
 * one who does it more. Nobody is with a partner of `before` where it can be helped, and where several ways are as good each
 * quarter takes another. The same question always has the same answer.
 */
export function proposePairs(
  candidates: readonly Candidate[],
  before: readonly Group[],
  quarter: Day,
): Group[] {
  if (candidates.length < 2) return [];
  const steady = candidates.toSorted(
    (a, b) => steadiness(b, a) || compare(turnOf(a, quarter), turnOf(b, quarter)),
  );
  const ways = thirdsOf(steady).flatMap((third) => {
    const others = steady.filter((each) => each !== third);
    const half = others.length / 2;
    return Array.from({ length: half }, (_, step) => ({
      third,
      others,
      start: (hashOf(quarter) + step) % half,
    }));
  });
  let best: Group[] = [];
  let fewest = Infinity;
  for (const way of ways) {
    const groups = groupsBy(way, before, quarter);
    const repeats = repeatsIn(groups, before);
    if (repeats < fewest) [best, fewest] = [groups, repeats];
    if (fewest === 0) break;
  }
  return best;
}

/** across-teams: whoever leads the others did it. chosen: they did it themselves. */
export const WHY_FIXED = ["across-teams", "chosen"] as const;
export type WhyFixed = (typeof WHY_FIXED)[number];

/** Why whoever leads reps leaves these partners as they are when they pair them. */
export function whyFixed(
  actor: Rights,
  {
    byId,
    agreed,
    members,
  }: { byId: string; agreed: boolean; members: readonly { id: string; teamId: string | null }[] },
): WhyFixed | null {
  if (members.some(({ teamId }) => !mayManageTeam(actor, teamId))) return "across-teams";
  return agreed && members.some(({ id }) => id === byId) ? "chosen" : null;
}

/** How many pairs of these groups were together before. */
export function repeatsIn(groups: readonly Group[], before: readonly Group[]): number {
  const known = new Set(before.flatMap(pairsIn));
  return groups.flatMap(pairsIn).filter((pair) => known.has(pair)).length;
}

/** Throws Problem invalid: groups are of two or three, and nobody is in two of them. */
export function checkGroups(groups: readonly Group[]): void {
  if (groups.some((group) => group.length < 2 || group.length > 3))
    throw invalid("partners are two, or three where one is left over", "groups");
  const all = groups.flat();
  if (new Set(all).size !== all.length) throw invalid("somebody stands in it twice", "groups");
}

/** Who may be the third of a group of an odd number: from the middle outwards, so that they are neither the shy nor the steady one. */
function thirdsOf(steady: readonly Candidate[]): (Candidate | null)[] {
  if (steady.length % 2 === 0) return [null];
  const middle = (steady.length - 1) / 2;
  return steady.toSorted(
    (a, b) => Math.abs(steady.indexOf(a) - middle) - Math.abs(steady.indexOf(b) - middle),
  );
}

function groupsBy(
  { third, others, start }: { third: Candidate | null; others: readonly Candidate[]; start: number },
  before: readonly Group[],
  quarter: Day,
): Group[] {
  const known = new Set(before.flatMap(pairsIn));
  const upper = others.slice(0, others.length / 2);
  const partners = matched(upper, others.slice(upper.length), known, start);
  const pairs = upper.map((one, at) => [one.id, partners[at]!.id]);
  if (third === null) return pairs;
  const repeats = (pair: readonly string[]) => pair.filter((id) => known.has(pairKey(id, third.id))).length;
  const fewest = Math.min(...pairs.map(repeats));
  const fitting = pairs.filter((pair) => repeats(pair) === fewest);
  const joined = fitting[hashOf(quarter) % fitting.length];
  return pairs.map((pair) => (pair === joined ? [...pair, third.id] : pair));
}

/**
 * A partner of the lower half for each of the upper: none of `known` where that can be (augmenting paths: H. W. Kuhn, Naval
 * Research Logistics Quarterly 2 (1955) 83-97), looked for from a place that moves with the quarter.
 */
function matched(
  upper: readonly Candidate[],
  lower: readonly Candidate[],
  known: ReadonlySet<string>,
  start: number,
): Candidate[] {
  const takenBy = new Map<number, number>();
  const places = (at: number) => lower.map((_, step) => (at + start + step) % lower.length);
  const isNew = (at: number, place: number) => !known.has(pairKey(upper[at]!.id, lower[place]!.id));
  const find = (at: number, tried: Set<number>): boolean => {
    for (const place of places(at)) {
      if (tried.has(place) || !isNew(at, place)) continue;
      tried.add(place);
      const other = takenBy.get(place);
      if (other !== undefined && !find(other, tried)) continue;
      takenBy.set(place, at);
      return true;
    }
    return false;
  };
  const left = upper.flatMap((_, at) => (find(at, new Set()) ? [] : [at]));
  for (const at of left)
    takenBy.set(
      places(at).find((place) => !takenBy.has(place))!,
      at,
    );
  const placeOf = new Map([...takenBy].map(([place, at]) => [at, place]));
  return upper.map((_, at) => lower[placeOf.get(at)!]!);
}

function steadiness(a: Candidate, b: Candidate): number {
  return a.reported - b.reported || a.asked - b.asked;
}

function pairsIn(group: Group): string[] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other) => pairKey(one, other)));
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** An order that is nobody's and differs by quarter, for those who are alike. */
function turnOf({ id }: Candidate, quarter: Day): string {
  return `${String(hashOf(quarter + id)).padStart(10, "0")} ${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** FNV-1a, 32 bits: Fowler, Noll and Vo; RFC 9923. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
