import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { refusalsFor } from "#asks/budget-actions.ts";
import { protectionsOf } from "#people/protection-actions.ts";
import { standingOf } from "#people/standing-actions.ts";
import type { Standing } from "#people/standing.ts";
import {
  askedFacts,
  candidateFacts,
  candidateIds,
  dueFacts,
  introducedFacts,
  linkFacts,
  wonFacts,
  type AskedFacts,
  type CandidateFacts,
  type IntroducedFacts,
  type LinkFacts,
} from "./candidate-reader.ts";
import { shownBefore } from "./suggestion-store.ts";
import { lotOf, resting, type Bond, type Candidate } from "./suggest.ts";
import type { Spoken } from "./suggest-words.ts";

export type Known = Spoken & {
  personName: string;
  title: string | null;
  accountName: string | null;
};

/** Clients, former ones and partners know what we are worth; of others only those with whom we have had to do. */
const SOURCES_AT: ReadonlySet<string> = new Set(["client", "former-client", "partner"]);

/** Whom this rep may ask and might: allowed by the budget, not resting, in nobody's plan and no colleague's suggestions. */
export async function findCandidates(
  tx: Tx,
  actor: Actor,
  {
    memberId,
    week,
    ripe,
    glad,
    only,
  }: {
    memberId: string;
    week: Day;
    ripe: Day;
    glad: ReadonlyMap<string, NonNullable<Candidate["glad"]>>;
    /** Nobody but these. */
    only?: readonly string[] | undefined;
  },
): Promise<Known[]> {
  const { today } = actor;
  const { firstDay } = actor.workspace.calendar;
  const from = letterOf(`${memberId} ${week}`);
  const all = only ?? [...new Set([...glad.keys(), ...(await candidateIds(tx, memberId, { today, from }))])];
  const before = await shownBefore(tx, { memberId, personIds: all, week }, firstDay);
  const rests = resting(before.resting, week, glad);
  const fit = all.filter((id) => !rests.has(id) && !before.withColleague.has(id));
  const refusals = await refusalsFor(tx, actor, fit, memberId);
  const ids = fit.filter((id) => refusals.get(id) === null);
  const [facts, asked, introduced, standings, links] = await Promise.all([
    candidateFacts(tx, memberId, ids, week),
    askedFacts(tx, memberId, ids, { today, week, ripe }),
    introducedFacts(tx, memberId, ids),
    standingOf(tx, ids),
    linkFacts(tx, ids),
  ]);
  const accountIds = [...new Set(facts.map(({ accountId }) => accountId).filter((id) => id !== null))];
  const [won, due, allowedLinks] = await Promise.all([
    wonFacts(tx, memberId, accountIds),
    dueFacts(tx, memberId, accountIds, today),
    withoutRuledOut(tx, links, today),
  ]);
  return facts.flatMap((person) => {
    const ask = asked.get(person.personId) ?? null;
    const intro = introduced.get(person.personId) ?? null;
    const standing = standings.get(person.personId) ?? null;
    const said = glad.get(person.personId) ?? null;
    if (person.planned || (person.isTarget && said === null) || ask?.mineWaits) return [];
    const touch = lastTouch(memberId, ask, intro, standing);
    if (said === null && !mayBeSource(person, touch)) return [];
    const at = due.filter(({ accountId }) => accountId === person.accountId);
    const moment = at.find(({ personId }) => personId === person.personId || personId === null) ?? null;
    return [
      {
        personId: person.personId,
        personName: person.personName,
        called: person.called,
        title: person.title,
        accountId: person.accountId,
        accountName: person.accountName,
        glad: said,
        right: standing?.right ?? null,
        won: (person.accountId && won.get(person.accountId)) || null,
        moment: moment && { moment: moment.moment, dueOn: moment.dueOn },
        touch,
        lastAsk: ask && { day: ask.lastDay, mine: ask.lastBy === memberId, byName: ask.lastByName },
        asks: ask ?? { ever: 0, ripe: 0, named: 0, lastYear: 0 },
        introductions: intro,
        links: (allowedLinks.get(person.personId) ?? []).slice(0, 5),
        bond: bondOf(person, touch),
      },
    ];
  });
}

function mayBeSource({ accountKind, acquaintance }: CandidateFacts, touch: Candidate["touch"]): boolean {
  return touch !== null || acquaintance !== null || SOURCES_AT.has(accountKind ?? "");
}

function bondOf(person: CandidateFacts, touch: Candidate["touch"]): Bond | null {
  if (person.held) return { kind: "holder", handedTo: person.handedTo, since: person.handedOn };
  if (person.acquaintance !== null)
    return { kind: "acquaintance", as: person.acquaintance.replaceAll("-", " ") };
  return touch?.mine ? { kind: "spoken" } : null;
}

function lastTouch(
  memberId: string,
  ask: AskedFacts | null,
  intro: IntroducedFacts | null,
  standing: Standing | null,
): Candidate["touch"] {
  const met = standing?.met ?? null;
  const touches = [
    met && {
      kind: "met" as const,
      day: met.day,
      mine: met.by?.id === memberId,
      byName: met.by?.name ?? null,
    },
    ask && {
      kind: "asked" as const,
      day: ask.lastDay,
      mine: ask.lastBy === memberId,
      byName: ask.lastByName,
    },
    intro && { kind: "introduced" as const, day: intro.lastOn, mine: intro.mine, byName: intro.byName },
  ].filter((touch) => touch !== null);
  return touches.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))[0] ?? null;
}

/** Without the companies and people that somebody has ruled out. */
async function withoutRuledOut(
  tx: Tx,
  links: readonly LinkFacts[],
  today: Day,
): Promise<Map<string, LinkFacts[]>> {
  const byPerson = Map.groupBy(links, ({ personId }) => personId);
  if (byPerson.size === 0) return byPerson;
  const protections = await protectionsOf(tx, [...byPerson.keys()], today);
  return new Map(
    [...byPerson].map(([personId, found]) => {
      const noGos = protections.get(personId)?.noGos ?? [];
      const offs = new Set(noGos.flatMap((off) => [...(off.account?.ids ?? []), ...(off.person?.ids ?? [])]));
      return [
        personId,
        found.filter(({ companyId, targetId }) => !offs.has(companyId) && !offs.has(targetId ?? "")),
      ];
    }),
  );
}

/** Where in the alphabet to begin this week: two letters drawn by lot. */
function letterOf(text: string): string {
  const lot = lotOf(text);
  return String.fromCharCode(97 + (lot % 26), 97 + (Math.floor(lot / 26) % 26));
}
