import { personAt } from "#asks/moment.ts";
import { waitingToAsk } from "#asks/waiting-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { openDutiesOf, type OwedDuty } from "#loops/owed-actions.ts";
import { requiredSessions } from "#practice/practice-week-actions.ts";
import { goalsFor } from "#team/goal-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { listBySilence } from "#touches/silence-actions.ts";
import { keyOf, type Promised } from "./promise.ts";
import { namesOf, type Named } from "./week-ahead-reader.ts";
import { weeksOf, type PromiseNow } from "./week-reader-actions.ts";
import { plannableWeek, proposeLines, type Proposal } from "./week-plan.ts";

/** More than a week holds. */
const READ = 20;

export interface ProposedLine {
  proposal: Proposal;
  named: Named | null;
  duty: OwedDuty | null;
}

/** What a member's plan for the week of this day is filled with in advance, without what stands in it. Throws Problem invalid. */
export async function proposalsFor(tx: Tx, actor: Actor, day: Day): Promise<ProposedLine[]> {
  const { calendar, timeZone } = actor.workspace;
  const { id: memberId } = actor.member;
  const week = plannableWeek(day, actor.today, calendar.firstDay);
  const last = addDays(week, 6);
  const [before, now] = await weeksOf(tx, actor, [memberId], { from: addDays(week, -7), to: week });
  const waiting = await waitingToAsk(tx, actor, memberId, { limit: READ });
  const duties = (await openDutiesOf(tx, actor, memberId)).filter(
    ({ dueAt }) => dayIn(dueAt, timeZone) <= last,
  );
  const silent = await listBySilence(tx, actor, { memberId, stage: "silent" }, undefined, READ);
  const goals = await goalsFor(
    tx,
    { kind: "member", id: memberId },
    [periodOf(week, "week", calendar)],
    calendar,
  );
  const calendarHere = (await workCalendarsOf(tx, [memberId], { from: week, to: last })).get(memberId);
  const proposals = proposeLines({
    carried: (before?.promises ?? []).flatMap(leftOf),
    plans: waiting.plans.filter((plan) => plan.week <= week).toReversed(),
    moments: waiting.moments.flatMap((came) => {
      const whom = personAt(came);
      return whom === null ? [] : [{ personId: whom }];
    }),
    duties: duties.map(({ id }) => ({ dutyId: id })),
    silent: silent.items.length,
    goals: {
      "people-asked": goals["people-asked"][0] ?? null,
      "referrals-received": goals["referrals-received"][0] ?? null,
    },
    practice: calendarHere === undefined ? 0 : await requiredSessions(tx, week, calendarHere),
  });
  const planned = new Set((now?.promises ?? []).map(({ promised }) => keyOf(promised)));
  const fresh = proposals.filter((each) => !planned.has(keyOf(each)));
  const names = await namesOf(
    tx,
    fresh.flatMap((each) => (each.kind === "ask" ? [each.personId] : [])),
  );
  return fresh.map((proposal) => ({
    proposal,
    named: proposal.kind === "ask" ? (names.get(proposal.personId) ?? null) : null,
    duty: proposal.kind === "duty" ? (duties.find(({ id }) => id === proposal.dutyId) ?? null) : null,
  }));
}

/** What is left of a promise that is carried over; of a number what is missing. */
function leftOf({ promised, told, state, progress }: PromiseNow): Promised[] {
  if (told?.next !== "carried" || state === "kept" || state === "gone") return [];
  if (progress === null || !("count" in promised)) return [promised];
  return [{ ...promised, count: Math.max(1, progress.of - progress.done) }];
}
