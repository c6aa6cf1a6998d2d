import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf, previousPeriods, type Period } from "#lib/kernel/fiscal.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { fourthDay, weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { getMember } from "#team/member-actions.ts";
import { mayManageTeam } from "#team/member.ts";
import { checkGroups, proposePairs, whyFixed, type Group, type WhyFixed } from "./pairing.ts";
import { repsOf, reportedWeeks, type RepLine } from "./partner-reader.ts";
import {
  findNudge,
  holdPartners,
  insertNudge,
  insertPartnership,
  partnershipsBetween,
  takeBackNudges,
  updatePartnerships,
  type PartnershipRow,
} from "./partner-store.ts";
import { checkTellable, seesWeek } from "./week-plan.ts";
import { weeksOf } from "./week-reader-actions.ts";

/** Weeks that say how steady somebody is: a quarter. */
const LOOKED_BACK = 13;

/** With whom a member tells of their weeks on this day; `agreed` only: without what waits for a yes. */
export async function partnershipsOf(
  tx: Tx,
  memberId: string,
  day: Day,
  { agreed = false }: { agreed?: boolean } = {},
): Promise<PartnershipRow[]> {
  const found = await partnershipsBetween(tx, { from: day, to: day }, { memberId });
  return found.filter((each) => each.agreed || !agreed);
}

export function othersIn({ members }: PartnershipRow, memberId: string): PartnershipRow["members"] {
  return members.filter(({ id }) => id !== memberId);
}

/** Throws Problem not-found unless the actor may see that member's weeks on this day. */
export async function refuseUnseen(tx: Tx, actor: Actor, memberId: string, day: Day): Promise<void> {
  if (memberId === actor.member.id) return;
  const { teamId } = await getMember(tx, actor, memberId);
  const partners = await partnershipsOf(tx, memberId, day, { agreed: true });
  const partnerIds = partners.flatMap((each) => othersIn(each, memberId).map(({ id }) => id));
  if (!seesWeek(actor, { memberId, teamId, partnerIds })) throw notFound("week");
}

/** Asks a colleague to be one's partner for this quarter; it waits for their yes. Throws Problem not-found, invalid, conflict. */
export async function choosePartner(tx: Tx, actor: Actor, withId: string): Promise<PartnershipRow> {
  const other = await getMember(tx, actor, withId);
  if (other.id === actor.member.id) throw invalid("a partner is somebody else", "withId");
  if (other.state === "left") throw invalid(`${other.name} is not here any more`, "withId");
  await holdPartners(tx);
  const quarter = periodOf(actor.today, "quarter", actor.workspace.calendar);
  const [mine] = await partnershipsOf(tx, actor.member.id, actor.today);
  if (mine)
    throw conflict(`you have ${namesOf(othersIn(mine, actor.member.id))} this quarter: part ways first`);
  const [theirs] = await partnershipsOf(tx, other.id, actor.today);
  if (theirs) throw conflict(`${other.name} has a partner this quarter: choose somebody else`);
  await refuseSameAgain(tx, actor, other, quarter);
  const id = newId(actor.now);
  const memberIds = [actor.member.id, other.id];
  await insertPartnership(
    tx,
    { id, fromDay: quarter.start, untilDay: quarter.end, memberIds, agreed: false },
    actor,
  );
  await writeJournal(tx, actor, [happening({ id, memberIds }, "partners.asked", actor)]);
  return mustFind(tx, id, actor.today);
}

/** Partners change every quarter, unless nobody else is left. */
async function refuseSameAgain(
  tx: Tx,
  actor: Actor,
  other: { id: string; name: string },
  quarter: Period,
): Promise<void> {
  const [last] = previousPeriods(addDays(quarter.start, -1), "quarter", 1, actor.workspace.calendar);
  if (last === undefined) return;
  const { id: memberId } = actor.member;
  const before = await partnershipsBetween(tx, { from: last.end, to: last.end }, { memberId });
  const wereTogether = before.some(
    (row) =>
      row.agreed && row.fromDay < quarter.start && othersIn(row, memberId).some(({ id }) => id === other.id),
  );
  if (!wereTogether) return;
  const paired = new Set(
    (await partnershipsBetween(tx, { from: actor.today, to: actor.today })).flatMap(({ members }) =>
      members.map(({ id }) => id),
    ),
  );
  const free = (await repsOf(tx, undefined)).filter(
    ({ id }) => id !== memberId && id !== other.id && !paired.has(id),
  );
  if (free.length > 0)
    throw conflict(
      `${other.name} was your partner last quarter, and partners change: ${listed(free)} ${free.length === 1 ? "has" : "have"} none yet`,
    );
}

function listed(reps: readonly RepLine[]): string {
  const names = reps.slice(0, 3).map(({ name }) => name);
  if (reps.length > names.length) return `${names.join(", ")} and ${reps.length - names.length} more`;
  return names.join(", ").replace(/, ([^,]*)$/u, " and $1");
}

/** Only whoever was asked says yes. Throws Problem not-found, not-allowed. */
export async function agreeToPartner(tx: Tx, actor: Actor, id: string): Promise<PartnershipRow> {
  const found = await heldOwn(tx, actor, id);
  if (found.agreed) return found;
  const wasAsked =
    found.byId !== actor.member.id && found.members.some((member) => member.id === actor.member.id);
  if (!wasAsked) throw notAllowed("whoever was asked says yes to it");
  await updatePartnerships(tx, [id], "agreed", actor);
  await writeJournal(tx, actor, [happening(asIds(found), "partners.paired", actor)]);
  return mustFind(tx, id, actor.today);
}

/** One of them, or whoever leads one of them, ends it. Throws Problem not-found, not-allowed. */
export async function partWays(tx: Tx, actor: Actor, id: string): Promise<void> {
  const found = await heldOwn(tx, actor, id);
  await updatePartnerships(tx, [id], "ended", actor);
  await writeJournal(tx, actor, [happening(asIds(found), "partners.parted", actor)]);
}

/**
 * The undo of it, on the same day, by whoever ended it: nobody is anybody's partner without having said so. Unless one of them has
 * somebody else by now. Throws Problem not-found, not-allowed, conflict.
 */
export async function comeTogether(tx: Tx, actor: Actor, id: string): Promise<PartnershipRow> {
  const found = await heldOwn(tx, actor, id, { ended: true });
  if (found.endedOn === null) return found;
  if (found.endedBy !== actor.member.id)
    throw notAllowed("somebody else ended it: ask them to be your partner again");
  if (found.endedOn !== actor.today) throw conflict("this ended on an earlier day: ask anew");
  for (const member of found.members) {
    const [other] = await partnershipsOf(tx, member.id, actor.today);
    if (other) throw conflict(`${member.name} has another partner by now`);
  }
  await updatePartnerships(tx, [id], "standing", actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["partners.parted"] },
    "partners.together-again",
  );
  return mustFind(tx, id, actor.today);
}

export interface Pairing {
  quarter: Period;
  /** The reps who can have a partner. */
  reps: RepLine[];
  /** As they are paired in that quarter. */
  standing: (PartnershipRow & { fixed: WhyFixed | null })[];
  before: Group[];
  proposed: Group[];
}

/** How the reps of the teams that the actor leads are, and might be, paired in the quarter of a day. Throws Problem not-allowed. */
export async function pairingOf(
  tx: Tx,
  actor: Actor,
  { teamId, day }: { teamId?: string | undefined; day: Day },
): Promise<Pairing> {
  refuseFollowers(actor, teamId);
  const { calendar } = actor.workspace;
  const quarter = periodOf(day, "quarter", calendar);
  const [last] = previousPeriods(addDays(quarter.start, -1), "quarter", 1, calendar) as [Period];
  const reps = await repsOf(tx, teamsLed(actor, teamId));
  const ids = reps.map(({ id }) => id);
  const among = (row: PartnershipRow) => row.members.some(({ id }) => ids.includes(id));
  const standing = (await partnershipsBetween(tx, { from: quarter.start, to: quarter.end }))
    .filter(among)
    .map((row) => ({ ...row, fixed: whyFixed(actor, row) }));
  const fixed = new Set(
    standing.filter((row) => row.fixed !== null).flatMap(({ members }) => members.map(({ id }) => id)),
  );
  const before = (await partnershipsBetween(tx, { from: last.start, to: last.end }, { ended: true }))
    .filter((row) => row.agreed && row.fromDay < quarter.start)
    .map((row) => row.members.map(({ id }) => id));
  const week = weekOf(actor.today, calendar.firstDay);
  const stretch = { start: addDays(week, -7 * LOOKED_BACK), end: addDays(week, 6) };
  const sums = await sumsOf(tx, { scopeIds: ids, measures: ["people-asked"], stretches: [stretch] });
  const reported = await reportedWeeks(tx, ids, stretch);
  const free = ids.filter((id) => !fixed.has(id));
  const candidates = free.map((id) => ({
    id,
    reported: reported.get(id) ?? 0,
    asked: sums.filter(({ scopeId }) => scopeId === id).reduce((sum, { count }) => sum + count, 0),
  }));
  return { quarter, reps, standing, before, proposed: proposePairs(candidates, before, quarter.start) };
}

/** What pairing changed, for its undo. */
export interface Paired {
  made: string[];
  ended: string[];
}

/**
 * Makes these pairs, ends those of whoever is in one of them now, and ends the pairs `apart`. Pairs that are the same stay; those
 * of other teams and those that reps chose themselves are not ended by it. Throws Problem not-allowed, not-found, invalid, conflict.
 */
export async function pairUp(
  tx: Tx,
  actor: Actor,
  { day, groups, apart = [] }: { day: Day; groups: readonly Group[]; apart?: readonly string[] | undefined },
): Promise<Paired> {
  refuseFollowers(actor, undefined);
  checkGroups(groups);
  const { calendar } = actor.workspace;
  const quarter = periodOf(day, "quarter", calendar);
  if (quarter.end < actor.today) throw invalid("this quarter is over", "day");
  await holdPartners(tx);
  for (const id of groups.flat()) {
    const member = await getMember(tx, actor, id);
    if (member.state === "left") throw invalid(`${member.name} is not here any more`, "groups");
    if (!mayManageTeam(actor, member.teamId))
      throw notAllowed(`${member.name} is in another team: whoever leads it, or a leader, pairs them`);
  }
  const all = await partnershipsBetween(tx, { from: quarter.start, to: quarter.end });
  if (apart.some((id) => all.every((row) => row.id !== id))) throw notFound("partnership");
  const wanted = new Set(groups.map(keyOf));
  const isSame = (row: PartnershipRow) => row.agreed && wanted.has(keyOf(asIds(row).memberIds));
  const ids = new Set(groups.flat());
  const over = all.filter(
    (row) => !isSame(row) && (apart.includes(row.id) || row.members.some(({ id }) => ids.has(id))),
  );
  over.forEach((row) => refuseFixed(actor, row));
  const stay = new Set(all.filter(isSame).map((row) => keyOf(asIds(row).memberIds)));
  const fresh = groups.filter((group) => !stay.has(keyOf(group)));
  const ended = over.map(({ id }) => id);
  await updatePartnerships(tx, ended, "ended", actor);
  const made = fresh.map((group) => ({ id: newId(actor.now), memberIds: group }));
  for (const { id, memberIds } of made)
    await insertPartnership(
      tx,
      { id, fromDay: quarter.start, untilDay: quarter.end, memberIds, agreed: true },
      actor,
    );
  await writeJournal(tx, actor, [
    ...over.map((row) => happening(asIds(row), "partners.parted", actor)),
    ...made.map((each) => happening(each, "partners.paired", actor)),
  ]);
  return { made: made.map(({ id }) => id), ended };
}

/** The undo of it: what it made ends, and what it ended stands again. Throws Problem not-found, not-allowed, conflict. */
export async function undoPairing(tx: Tx, actor: Actor, { made, ended }: Paired): Promise<void> {
  for (const id of made) await partWays(tx, actor, id);
  for (const id of ended) await comeTogether(tx, actor, id);
}

function refuseFixed(actor: Actor, row: PartnershipRow): void {
  const why = whyFixed(actor, row);
  if (why === "across-teams")
    throw conflict(`${namesOf(row.members)} are partners across teams: a leader pairs them`);
  if (why === "chosen") throw conflict(`${namesOf(row.members)} chose each other: they part ways themselves`);
}

/** "How did it go?", once a week, of a partner whose check-in is missing. Throws Problem not-found, conflict. */
export async function askHowItWent(
  tx: Tx,
  actor: Actor,
  { memberId, day }: { memberId: string; day: Day },
): Promise<{ id: string }> {
  const week = weekOf(day, actor.workspace.calendar.firstDay);
  // As whoever may read that week; see refuseUnseen.
  const partners = await partnershipsOf(tx, actor.member.id, fourthDay(week), { agreed: true });
  const isPartner = partners.some((row) => othersIn(row, actor.member.id).some(({ id }) => id === memberId));
  if (!isPartner) throw notFound("partner");
  checkTellable(week, actor.today);
  const [theirs] = await weeksOf(tx, actor, [memberId], { from: week, to: week });
  if (theirs?.isMissing !== true) throw conflict("nothing is missing of this week yet");
  const id = newId(actor.now);
  if (!(await insertNudge(tx, { id, memberId, week }, actor)))
    throw conflict("you have asked them about this week already");
  await writeJournal(tx, actor, [
    {
      verb: "partner.asked-how-it-went",
      subject: { kind: "partner-nudge", id },
      day: actor.today,
      concerns: [actor.member.id, memberId],
      detail: { memberId, week },
    },
  ]);
  return { id };
}

/** Throws Problem not-found. */
export async function takeBackNudge(tx: Tx, actor: Actor, id: string): Promise<void> {
  const nudge = await findNudge(tx, id);
  if (nudge === null || nudge.byId !== actor.member.id) throw notFound("question");
  await takeBackNudges(tx, [id], actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "partner.question-taken-back");
}

/** Whoever leaves has no partner any more, and theirs can choose another. */
export async function partFromLeaver(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  const theirs = await partnershipsBetween(tx, { from: actor.today, to: "9999-12-31" }, { memberId });
  if (theirs.length === 0) return;
  await updatePartnerships(
    tx,
    theirs.map(({ id }) => id),
    "ended",
    actor,
  );
  await writeJournal(
    tx,
    actor,
    theirs.map((row) => happening(asIds(row), "partners.parted", actor)),
  );
}

async function heldOwn(
  tx: Tx,
  actor: Actor,
  id: string,
  { ended = false }: { ended?: boolean } = {},
): Promise<PartnershipRow> {
  await holdPartners(tx);
  const found = await mustFind(tx, id, actor.today, ended);
  const isOne = found.members.some((member) => member.id === actor.member.id);
  const leads = found.members.some(({ teamId }) => mayManageTeam(actor, teamId));
  if (!isOne && !leads) throw notAllowed("partners, and whoever leads them, decide on this");
  return found;
}

async function mustFind(tx: Tx, id: string, today: Day, ended = false): Promise<PartnershipRow> {
  const span = { from: today, to: "9999-12-31" };
  const [found] = await partnershipsBetween(tx, span, { id, ended });
  if (!found) throw notFound("partnership");
  return found;
}

function refuseFollowers(actor: Actor, teamId: string | undefined): void {
  const { role } = actor.member;
  const may = teamId === undefined ? role !== "rep" : mayManageTeam(actor, teamId);
  if (!may) throw notAllowed("whoever leads a team pairs its reps");
}

/** undefined: all of them. */
function teamsLed(actor: Actor, teamId: string | undefined): readonly string[] | undefined {
  if (teamId !== undefined) return [teamId];
  return actor.member.role === "leader" ? undefined : actor.leads;
}

function happening(
  { id, memberIds }: { id: string; memberIds: readonly string[] },
  verb: string,
  actor: Actor,
): Happening {
  return {
    verb,
    subject: { kind: "partnership", id },
    day: actor.today,
    concerns: memberIds,
    detail: { memberIds },
  };
}

function asIds({ id, members }: PartnershipRow) {
  return { id, memberIds: members.map((member) => member.id) };
}

function namesOf(members: PartnershipRow["members"]): string {
  return members.map(({ name }) => name).join(" and ");
}

function keyOf(group: Group): string {
  return group.toSorted((a, b) => (a < b ? -1 : 1)).join(" ");
}
