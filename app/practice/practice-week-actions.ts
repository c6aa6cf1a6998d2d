import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { isWorkday, wasAway, workdaysIn, type WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { mayChangeFor, mayLead, mayManageTeam } from "#team/member.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import {
  checkRequired,
  daysHeld,
  DEFAULT_SESSIONS,
  practiceWeek,
  requiredIn,
  type PracticeWeek,
} from "./practice-week.ts";
import { firstSessionDay, peopleWhoPractise, sessionDays, type Practiser } from "./practice-reader.ts";
import { insertRule, rulesSaid, takeBackRuleRow, type RuleRow } from "./rule-store.ts";

export const PRACTICE_MEASURE = "practice-sessions";
/** How far back a person and their manager look. */
const WEEKS_SHOWN = 8;

export interface WeekOfPractice extends PracticeWeek {
  /** Its first day. */
  week: Day;
}

/** What is required a week from this day on, and who said so; by the rule of the house nobody. */
export interface PracticeRule {
  sessions: number;
  said: RuleRow | null;
}

/** The sessions that a week asks of somebody who works by this calendar. */
export async function requiredSessions(tx: Tx, week: Day, calendar: WorkCalendar): Promise<number> {
  const workdays = workdaysIn(week, addDays(week, 6), calendar);
  return requiredIn(ruleOn(await rulesSaid(tx), week).sessions, { workdays, away: wasAway(week, calendar) });
}

/** The same of many weeks, by their first days. */
export async function requiredByWeek(tx: Tx, weeks: readonly Day[]): Promise<number[]> {
  const rules = await rulesSaid(tx);
  return weeks.map((week) => ruleOn(rules, week).sessions);
}

export async function practiceRule(tx: Tx, actor: Actor): Promise<PracticeRule> {
  return ruleOn(await rulesSaid(tx), weekHere(actor, actor.today));
}

/** From this week on. The same said again changes nothing. Throws Problem not-allowed, invalid. */
export async function changePracticeRule(
  tx: Tx,
  actor: Actor,
  { sessions }: { sessions: number },
): Promise<PracticeRule> {
  if (!mayLead(actor)) throw notAllowed("a leader says how often everybody rehearses");
  checkRequired(sessions);
  const before = await practiceRule(tx, actor);
  if (before.sessions === sessions) return before;
  const fromDay = weekHere(actor, actor.today);
  const id = await insertRule(tx, { sessions, fromDay }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "practice.rule-set",
      subject: { kind: "practice-rule", id },
      day: actor.today,
      detail: { before: before.sessions, sessions },
    },
  ]);
  return practiceRule(tx, actor);
}

/** What held before holds again. Throws Problem not-allowed, not-found. */
export async function takeBackPracticeRule(tx: Tx, actor: Actor, id: string): Promise<PracticeRule> {
  if (!mayLead(actor)) throw notAllowed("a leader says how often everybody rehearses");
  if (!(await takeBackRuleRow(tx, id, actor))) throw notFound("rule of practice");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "practice.rule-taken-back");
  return practiceRule(tx, actor);
}

export interface PractiserWeeks extends Practiser {
  weeks: WeekOfPractice[];
}

/**
 * What a team's members held week by week, the oldest week first: the numbers and nothing else. Null: everybody, for a leader.
 * Throws Problem not-allowed.
 */
export async function teamPractice(tx: Tx, actor: Actor, teamId: string | null): Promise<PractiserWeeks[]> {
  const may = teamId === null ? mayLead(actor) : mayManageTeam(actor, teamId);
  if (!may) throw notAllowed("how often somebody rehearses is theirs and their manager's to see");
  const people = await peopleWhoPractise(tx, { teamId });
  const weeks = await practiceWeeksOf(tx, actor, people, WEEKS_SHOWN);
  return people.map((each) => ({ ...each, weeks: weeks.get(each.id) ?? [] }));
}

/** One member's, for themselves and whoever manages them. Throws Problem not-found, not-allowed. */
export async function memberPractice(
  tx: Tx,
  actor: Actor,
  memberId: string,
  howMany = WEEKS_SHOWN,
): Promise<WeekOfPractice[]> {
  const [member] = await peopleWhoPractise(tx, { memberId });
  if (!member) throw notFound("member");
  if (!mayChangeFor(actor, { memberId, teamId: member.teamId }))
    throw notAllowed("how often somebody rehearses is theirs and their manager's to see");
  return (await practiceWeeksOf(tx, actor, [member], howMany)).get(memberId) ?? [];
}

/**
 * The same of those among these members whom the actor may see, by their ids: for whoever leads them, in as many queries as for one.
 */
export async function practiceOfEach(
  tx: Tx,
  actor: Actor,
  memberIds: readonly string[],
  howMany = WEEKS_SHOWN,
): Promise<Map<string, WeekOfPractice[]>> {
  const people = await peopleWhoPractise(tx, { memberIds });
  const seen = people.filter(({ id, teamId }) => mayChangeFor(actor, { memberId: id, teamId }));
  return practiceWeeksOf(tx, actor, seen, howMany);
}

/**
 * The last weeks of each, the present one included, the oldest first. None before the first whole week that somebody was here,
 * nor before anybody in the workspace had rehearsed: nobody missed what was not there yet.
 */
async function practiceWeeksOf(
  tx: Tx,
  actor: Actor,
  people: readonly Practiser[],
  howMany: number,
): Promise<Map<string, WeekOfPractice[]>> {
  const { timeZone } = actor.workspace;
  const now = weekHere(actor, actor.today);
  const first = await firstSessionDay(tx);
  const began = first === null ? now : weekHere(actor, first);
  const from = later(addDays(now, -7 * (howMany - 1)), began);
  const weeks: Day[] = [];
  for (let week = from; week <= now; week = nextWeek(week)) weeks.push(week);
  const ids = people.map(({ id }) => id);
  const stretches = weeks.map((week) => ({ start: week, end: addDays(week, 6) }));
  const held = Map.groupBy(
    await sessionDays(tx, ids, { from, to: addDays(now, 6), timeZone }),
    ({ memberId }) => memberId,
  );
  const calendars = await workCalendarsOf(tx, ids, { from, to: addDays(now, 6) });
  const rules = await rulesSaid(tx);
  return new Map(
    people.map(({ id, joinedAt, firstDay }) => {
      const joined = dayIn(joinedAt, timeZone);
      const came = firstDay !== null && firstDay < joined ? firstDay : joined;
      const calendar = calendars.get(id);
      const since = weekHere(actor, came) === came ? came : nextWeek(weekHere(actor, came));
      const own = weeks.flatMap((week, at): WeekOfPractice[] => {
        const { start, end } = stretches[at] as { start: Day; end: Day };
        const sessions = (held.get(id) ?? []).filter(({ day }) => day >= start && day <= end);
        const count = daysHeld(sessions, { start, end });
        if (week < since && sessions.length === 0 && week !== now) return [];
        const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(week, ahead));
        const workdays = days.filter(
          (day) => day >= came && calendar !== undefined && isWorkday(day, calendar),
        ).length;
        const rule = ruleOn(rules, week).sessions;
        const away = calendar !== undefined && wasAway(week, calendar);
        return [{ week, ...practiceWeek({ rule, held: count, workdays, away, isOver: week < now }) }];
      });
      return [id, own];
    }),
  );
}

function ruleOn(rules: readonly RuleRow[], day: Day): PracticeRule {
  const said = rules.find(({ fromDay }) => fromDay <= day) ?? null;
  return { sessions: said?.sessions ?? DEFAULT_SESSIONS, said };
}

function weekHere(actor: Actor, day: Day): Day {
  return weekOf(day, actor.workspace.calendar.firstDay);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
