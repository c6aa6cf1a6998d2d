import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import type { PracticeLanguage } from "#practice/library/practice-languages.ts";
import { packOf, type SalesMeetingPack } from "./sales-meeting-pack-actions.ts";
import { findTeam, openTeams, type Named } from "./sales-meeting-reader.ts";
import { holdMeeting, updateMeeting, type Arranged } from "./sales-meeting-store.ts";
import { checkMinutes, mayArrangeMeeting, maySeeMeeting, tellableWeek, weekToTell } from "./sales-meeting.ts";

/** The teams whose meetings the actor may open, their own first, and the week that is told of next. */
export async function teamsToMeet(tx: Tx, actor: Actor): Promise<{ teams: Named[]; week: Day }> {
  const teams = (await openTeams(tx)).filter(({ id }) => maySeeMeeting(actor, id));
  const own = actor.leads[0] ?? actor.member.teamId;
  return {
    teams: teams.toSorted((a, b) => Number(b.id === own) - Number(a.id === own)),
    week: weekToTell(actor.today, actor.workspace.calendar.firstDay),
  };
}

/** A team's week. Throws Problem not-found for a team that the actor is neither in nor leads, invalid for a week to come. */
export async function seeMeeting(
  tx: Tx,
  actor: Actor,
  { teamId, day, language }: { teamId: string; day: Day | undefined; language: PracticeLanguage },
): Promise<SalesMeetingPack> {
  const { team, week } = await seen(tx, actor, teamId, day);
  return packOf(tx, actor, { team, week, language });
}

/**
 * Settles what a meeting tells and rehearses; what is not named stays, null gives it back to the rules. Throws Problem not-found,
 * not-allowed, invalid.
 */
export async function arrangeMeeting(
  tx: Tx,
  actor: Actor,
  { teamId, day }: { teamId: string; day: Day | undefined },
  wanted: { [K in keyof Arranged]?: Arranged[K] | undefined },
): Promise<void> {
  const { team, week } = await arranged(tx, actor, teamId, day);
  if (wanted.minutes) checkMinutes(wanted.minutes);
  const row = await holdMeeting(tx, teamId, week, actor);
  if (wanted.bestAskId != null || wanted.scenario != null || wanted.skill != null)
    checkChoice(await packOf(tx, actor, { team, week, language: "en" }), wanted);
  const { bestAskId, skill, scenario, minutes } = row;
  const before = { bestAskId, skill, scenario, minutes };
  const named = Object.entries(wanted).filter(([, value]) => value !== undefined);
  if (named.length === 0) return;
  await updateMeeting(tx, row.id, { arranged: { ...before, ...Object.fromEntries(named) } }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "sales-meeting.arranged",
      subject: { kind: "sales-meeting", id: row.id },
      day: actor.today,
      concerns: [actor.member.id],
      detail: { teamId, week, what: named.map(([what]) => what) },
    },
  ]);
}

/** They met over it. Said again with another day is a conflict. Throws Problem not-found, not-allowed, invalid. */
export async function holdSalesMeeting(
  tx: Tx,
  actor: Actor,
  { teamId, day, heldOn }: { teamId: string; day: Day | undefined; heldOn: Day },
): Promise<void> {
  const { week } = await arranged(tx, actor, teamId, day);
  if (heldOn > actor.today) throw invalid("it can only have been held up to today", "day");
  if (heldOn < week) throw invalid("a meeting over a week is held in it or after it", "day");
  const row = await holdMeeting(tx, teamId, week, actor);
  if (row.heldOn === heldOn) return;
  if (row.heldOn !== null) throw conflict("it is written down for another day: take that back first");
  await updateMeeting(tx, row.id, { heldOn }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "sales-meeting.held",
      subject: { kind: "sales-meeting", id: row.id },
      day: heldOn,
      concerns: [actor.member.id],
      detail: { teamId, week },
    },
  ]);
}

/** The undo of it. Throws Problem not-found, not-allowed. */
export async function unholdSalesMeeting(
  tx: Tx,
  actor: Actor,
  { teamId, day }: { teamId: string; day: Day | undefined },
): Promise<void> {
  const { week } = await arranged(tx, actor, teamId, day);
  const row = await holdMeeting(tx, teamId, week, actor);
  if (row.heldOn === null) throw notFound("sales meeting that was held");
  await updateMeeting(tx, row.id, { heldOn: null }, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [row.id], verbs: ["sales-meeting.held"] },
    "sales-meeting.not-held",
  );
}

async function seen(
  tx: Tx,
  actor: Actor,
  teamId: string,
  day: Day | undefined,
): Promise<{ team: Named; week: Day }> {
  const team = maySeeMeeting(actor, teamId) ? await findTeam(tx, teamId) : null;
  if (team === null) throw notFound("team");
  const { firstDay } = actor.workspace.calendar;
  return { team, week: tellableWeek(day ?? weekToTell(actor.today, firstDay), actor.today, firstDay) };
}

async function arranged(
  tx: Tx,
  actor: Actor,
  teamId: string,
  day: Day | undefined,
): Promise<{ team: Named; week: Day }> {
  const found = await seen(tx, actor, teamId, day);
  if (!mayArrangeMeeting(actor, teamId)) throw notAllowed("whoever leads the team prepares its meeting");
  return found;
}

function checkChoice(
  { asks, drill }: SalesMeetingPack,
  { bestAskId, skill, scenario }: { [K in keyof Arranged]?: Arranged[K] | undefined },
): void {
  if (bestAskId != null && !asks.some(({ askId }) => askId === bestAskId))
    throw invalid("choose an ask of this team's week", "bestAskId");
  const scenarios = drill?.scenarios ?? [];
  if (scenario != null && !scenarios.some(({ key }) => key === scenario))
    throw invalid("there is no such scenario here", "scenario");
  if (skill != null && !scenarios.some((each) => each.skill === skill))
    throw invalid("there is no such skill here", "skill");
}
