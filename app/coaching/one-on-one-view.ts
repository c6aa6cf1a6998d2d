import { COUNTED, MOST_PROMISED } from "#commitments/promise.ts";
import { z } from "#lib/http/api.ts";
import { day, dayAsked, rate } from "#lib/http/shapes.ts";
import { ROLES, type Rights } from "#team/member.ts";
import type { DueMember, PersonLine, WhoWasCoached } from "./coaching-actions.ts";
import { HOLDINGS } from "./comfort.ts";
import { MOST_EXPECTED, MOST_PEOPLE, MOST_WEEKS, seesWords, STANDINGS } from "./one-on-one.ts";
import type { CoachedMember } from "./one-on-one-reader.ts";
import type { OneOnOneRow } from "./one-on-one-store.ts";
import { MATTERS } from "./what-matters.ts";

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const number = z
  .object({ measure: z.enum(COUNTED), count: z.int().min(1).max(MOST_PROMISED) })
  .describe("How many of what until they meet again");

const ahead = {
  words: z
    .string()
    .nullable()
    .optional()
    .describe("What the caller brings along; the other of the two reads it"),
  personIds: z.array(z.uuid()).max(MOST_PEOPLE).optional().describe("Whom the member will ask"),
  expects: z.int().min(0).max(MOST_EXPECTED).nullable().optional().describe("Introductions they expect"),
  topics: z.string().nullable().optional().describe("What they will talk about, in writing"),
  number: number.nullable().optional(),
  skill: key.nullable().optional().describe("The key of a rubric"),
  scenario: key.nullable().optional().describe("The key of a scenario, which brings its skill"),
  commitment: z.string().nullable().optional().describe("In one written line"),
};

const plannedOn = day.nullable().optional().describe("The day they agree on");
const { scenario: _scenario, ...begun } = ahead;
const startedFrom = z
  .object({
    ...begun,
    plannedOn,
    personIds: z
      .array(z.uuid())
      .max(2 * MOST_PEOPLE)
      .optional(),
  })
  .optional()
  .describe(
    "What stood there when you began: what somebody else wrote since stays, or is refused where you changed the same",
  );

export const wantedAhead = z.object({ ...ahead, plannedOn, startedFrom }).describe("What is not named stays");
export type WantedAhead = z.infer<typeof wantedAhead>;

export const wantedHeld = z
  .object({
    ...ahead,
    startedFrom,
    day: dayAsked.optional().describe("When they met; today when it is not said"),
    again: z.uuid().optional().describe("One that was taken back and was held after all, as it stood"),
  })
  .describe("What is not named is as it was prepared");
export type WantedHeld = z.infer<typeof wantedHeld>;

export const due = z.object({
  standing: z
    .enum(STANDINGS)
    .describe("first: they never met; ahead: after this week; late: before this week"),
  on: day.nullable(),
  agreed: z.boolean().describe("They agreed on that day; otherwise the rhythm says so"),
});

export const coachedMember = {
  id: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES),
  teamId: z.uuid().nullable(),
  teamName: z.string().nullable(),
  coachId: z.uuid().nullable(),
  coachName: z.string().nullable(),
  everyWeeks: z.int(),
  lastOn: day.nullable(),
  memberPrepared: z.boolean(),
  coachPrepared: z.boolean(),
};

const dueMember = z.object({ ...coachedMember, due }).openapi("DueOneOnOne");
export type DueMemberView = z.infer<typeof dueMember>;

export const dueView = z
  .object({
    mine: dueMember.nullable().describe("Null: nobody coaches a leader"),
    people: z.array(dueMember).describe("Whom the caller coaches and who is due, the first due first"),
  })
  .openapi("OneOnOnesDue");
export type DueView = z.infer<typeof dueView>;

const personLineView = z
  .object({
    ...coachedMember,
    due,
    matters: z
      .object({ matter: z.enum(MATTERS), count: z.int(), of: z.int() })
      .describe("The one line that matters"),
    holds: z.enum(HOLDINGS),
    promises: z.object({ kept: z.int(), missed: z.int() }).describe("Of the last four whole weeks"),
  })
  .openapi("CoachedPerson");
export type PersonLineView = z.infer<typeof personLineView>;

export const peopleView = z
  .object({
    items: z.array(personLineView).describe("Who is due first; fifty at most"),
    of: z.int().describe("How many there are"),
    due: z.int().describe("How many of them are due"),
  })
  .openapi("CoachedPeople");
export type PeopleView = z.infer<typeof peopleView>;

export const coachedView = z
  .object({
    from: day,
    to: day,
    coached: z.int(),
    rate,
    teams: z.array(
      z.object({ id: z.uuid().nullable(), name: z.string().nullable(), coached: z.int(), of: z.int() }),
    ),
    items: z.array(
      z.object({
        oneOnOneId: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        teamName: z.string().nullable(),
        coachId: z.uuid(),
        coachName: z.string(),
        day,
        skill: z.string().nullable(),
        number: number.nullable(),
      }),
    ),
    missing: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        teamName: z.string().nullable(),
        coachName: z.string().nullable(),
        lastOn: day.nullable(),
      }),
    ),
  })
  .openapi("WhoWasCoached");
export type CoachedView = z.infer<typeof coachedView>;

export const oneOnOneView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    coachId: z.uuid(),
    coachName: z.string(),
    plannedOn: day.nullable(),
    memberWords: z.string().nullable(),
    coachWords: z.string().nullable(),
    expects: z.int().nullable(),
    topics: z.string().nullable(),
    number: number.nullable(),
    skill: z.string().nullable(),
    scenario: z.string().nullable(),
    commitment: z.string().nullable(),
    heldOn: day.nullable(),
    promised: z.boolean().describe("What was committed to stands in a week of the member's"),
    told: z.enum(["kept", "missed"]).nullable(),
  })
  .openapi("OneOnOne");
export type OneOnOneView = z.infer<typeof oneOnOneView>;

export const wantedRhythm = z.object({ everyWeeks: z.int().min(1).max(MOST_WEEKS) });
export const wantedNote = z.object({
  words: z.string().nullable().describe("Null or blank takes it away"),
  startedFrom: z
    .string()
    .nullable()
    .optional()
    .describe("What stood there when you began: refused where you changed it since by another way"),
});
export const wantedPromise = z.object({
  week: dayAsked.describe("Any day of this week or the next"),
  people: z.array(z.uuid()).max(MOST_PEOPLE).default([]).describe("Whom to promise to ask, too"),
});
export const promisedView = z
  .object({ stood: z.boolean().describe("It stood in that week already, and is tied to that line") })
  .openapi("CommitmentPromised");
export const wantedTold = z.object({ how: z.enum(["kept", "missed"]) });

export function memberOf(member: CoachedMember): z.infer<z.ZodObject<typeof coachedMember>> {
  const { id, name, role, teamId, teamName, coachId, coachName, everyWeeks, lastOn } = member;
  const { memberPrepared, coachPrepared } = member;
  return {
    id,
    name,
    role,
    teamId,
    teamName,
    coachId,
    coachName,
    everyWeeks,
    lastOn,
    memberPrepared,
    coachPrepared,
  };
}

export function dueMemberOf(member: DueMember): DueMemberView {
  return { ...memberOf(member), due: member.due };
}

export function personLineOf(person: PersonLine): PersonLineView {
  const { matters, holds, promises } = person;
  return { ...dueMemberOf(person), matters, holds, promises };
}

export function coachedOf(coached: WhoWasCoached): CoachedView {
  return {
    ...coached,
    missing: coached.missing.map(({ id, name, teamName, coachName, lastOn }) => ({
      id,
      name,
      teamName,
      coachName,
      lastOn,
    })),
  };
}

export function oneOnOneOf(row: OneOnOneRow, viewer: Rights): OneOnOneView {
  const { promiseIds, promisedMidWeek: _mid, day: _day, preparedWith: _with, ...rest } = row;
  const { memberWords, coachWords } = seesWords(viewer, row) ? row : { memberWords: null, coachWords: null };
  return { ...rest, memberWords, coachWords, promised: promiseIds.length > 0 };
}
