import { momentLines } from "#asks/moment-words.ts";
import { personAt } from "#asks/moment.ts";
import { dayText, whenText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { dueText, dutyText, forWhomText } from "#loops/duty-words.ts";
import type { MeetingView } from "#meetings/meeting-view.ts";
import { callName } from "#people/call-name.ts";
import { KIND_WORDS, type ContactKind } from "#touches/touch.ts";
import { countedBelow, elsewhereText, inTurn, type Below, type Counted } from "./below.ts";
import type { Card, Conversation, Duty } from "./card.ts";
import { answerLine, askAgainLine, reminderLines } from "./card-words.ts";
import type { About, Shown } from "./digest-line.ts";

const MOST_MEETINGS = 3;
const MOST_TOUCHES = 2;
const LONGEST = { heading: 80, below: 100, why: 180, say: 600 } as const;

export interface DigestLine {
  about: About;
  shown: Shown;
}

/** Somebody who should hear from us. */
export interface DueTouch {
  personId: string;
  name: string;
  title: string | null;
  accountName: string | null;
  lastDay: Day | null;
  next: ContactKind;
}

/** What was promised for a week: how much of it is kept so far, whether something is in one's own words, and who asks how it went. */
export interface WeekToTell {
  week: Day;
  heading: string;
  own: boolean;
  askedBy: readonly string[];
}

export interface DayFacts {
  card: Pick<Card, "people" | "owed">;
  /** Of today and still to come, the next one first. */
  meetings: readonly MeetingView[];
  touches: readonly DueTouch[];
  /** The week that it is the day to tell of. */
  week: WeekToTell | null;
  /** Who wants the member as a partner. */
  partners?: readonly { id: string; names: readonly string[] }[];
  /** What else Today shows. */
  below: Below;
  me: { id: string; today: Day; now: Date; timeZone: string };
}

/** All that a mail of the day may say, whatever waits cut to what one reads at a glance; how much of it finds room: digest-room.ts. */
export function composeDay({
  card,
  meetings,
  touches,
  week,
  partners = [],
  below,
  me,
}: DayFacts): DigestLine[] {
  const meet = meetings.slice(0, MOST_MEETINGS).map((meeting) => meetingAhead(meeting));
  const talk = card.people.map((each) => conversation(each, me));
  const owed = card.owed.map((each) => duty(each, me));
  const hear = touches.slice(0, MOST_TOUCHES).map((each) => touch(each, me.today));
  const told = week === null ? [] : [weekToTell(week)];
  const others = inTurn([
    { what: "meet", many: meetings.length - meet.length },
    ...countedBelow(below, hear.length),
  ]).map(elsewhere);
  const wanted = partners.map(wantedPartner);
  return [...meet, ...talk, ...owed, ...told, ...wanted, ...hear, ...others].map(cut);
}

function conversation(each: Conversation, me: DayFacts["me"]): DigestLine {
  const { today } = me;
  switch (each.kind) {
    case "answer": {
      const { referral } = each;
      const by = `Introduced by ${referral.sourceName} ${whenText(referral.countsFrom ?? referral.day, today)}`;
      return {
        about: { kind: "introduction", referralId: referral.id, personId: referral.contactId },
        shown: {
          section: "talk",
          name: referral.contactName,
          heading: referral.contactName,
          below: workplace(referral.contactTitle, referral.accountName),
          // What may be cut stands last.
          why: [
            ...(referral.answerBy === null
              ? [`${by}.`]
              : [`${by}, answer ${dueText(referral.answerBy, me.now, me.timeZone)}.`]),
            ...(referral.reason ? [referral.reason] : []),
          ].join(" "),
          say: answerLine(referral),
          phone: null,
        },
      };
    }
    case "ask": {
      const { ask } = each;
      const until = ask.untilDay ? `Said “not now” until ${dayText(ask.untilDay, today)}. ` : "";
      return {
        about: { kind: "returned", askId: ask.id, personId: ask.sourceId },
        shown: {
          section: "talk",
          name: ask.sourceName,
          heading: ask.sourceName,
          below: workplace(ask.sourceTitle, ask.accountName),
          why: `${until}You asked ${whenText(ask.lastDay, today)}${ask.forWhom ? `, for ${ask.forWhom}` : ""}.`,
          say: askAgainLine(ask),
          phone: null,
        },
      };
    }
    case "moment": {
      const { moment: came } = each;
      const [seed] = came.seeds;
      const { why, say } = momentLines(came);
      return {
        about: {
          kind: "moment",
          momentId: came.id,
          moment: came.moment,
          personId: personAt(came),
        },
        shown: {
          section: "talk",
          name: came.personName ?? seed?.personName ?? came.accountName,
          heading: came.personName ?? seed?.personName ?? came.accountName,
          below: workplace(came.personTitle, came.accountName),
          why,
          say: seed?.words ? `Said early: “${seed.words}”` : say,
          phone: null,
        },
      };
    }
    case "reminder": {
      const { reminder } = each;
      const { why, say } = reminderLines(reminder, { id: me.id, today });
      return {
        about: { kind: "reminder", handoverId: reminder.id, personId: reminder.whom?.id ?? null },
        shown: {
          section: "talk",
          name: reminder.whom?.fullName ?? reminder.accountName,
          heading: reminder.whom?.fullName ?? reminder.accountName,
          below: reminder.whom && workplace(reminder.whom.title, reminder.accountName),
          why,
          say,
          phone: null,
        },
      };
    }
    case "plan": {
      const { plan } = each;
      const whom = plan.targetName ?? plan.idealClientName;
      return {
        about: {
          kind: "plan",
          planId: plan.id,
          moment: plan.moment,
          week: plan.week,
          personId: plan.personId,
        },
        shown: {
          section: "talk",
          name: plan.personName,
          heading: plan.personName,
          below: workplace(plan.personTitle, plan.accountName),
          why: [plan.whyNow ?? "You planned to ask them this week.", whom && `To picture: ${whom}.`]
            .filter(Boolean)
            .join(" "),
          say: plan.topics,
          phone: null,
        },
      };
    }
    default: {
      const { suggestion } = each;
      return {
        about: { kind: "suggestion", suggestionId: suggestion.id, personId: suggestion.personId },
        shown: {
          section: "talk",
          name: suggestion.personName,
          heading: suggestion.personName,
          below: workplace(suggestion.personTitle, suggestion.accountName),
          why: suggestion.reasons.map(({ words }) => `${words}.`).join(" "),
          say: suggestion.say,
          phone: null,
        },
      };
    }
  }
}

function duty(each: Duty, me: DayFacts["me"]): DigestLine {
  switch (each.kind) {
    case "answer": {
      const { referral } = each;
      return {
        about: { kind: "introduction", referralId: referral.id, personId: referral.contactId },
        shown: {
          section: "owed",
          name: referral.contactName,
          heading: `Answer ${referral.contactName}`,
          below: workplace(referral.contactTitle, referral.accountName),
          why: [
            `Introduced by ${referral.sourceName}`,
            ...(referral.answerBy === null ? [] : [dueText(referral.answerBy, me.now, me.timeZone)]),
          ].join(", "),
          say: null,
          phone: null,
        },
      };
    }
    case "meeting": {
      const { meeting } = each;
      return {
        about: { kind: "meeting", meetingId: meeting.id, personId: meeting.personId },
        shown: {
          section: "owed",
          name: meeting.personName,
          heading: `Did you meet ${meeting.personName}?`,
          below: meeting.accountName,
          why: [whenText(meeting.day, me.today), meeting.time, meeting.about].filter(Boolean).join(" · "),
          say: null,
          phone: null,
        },
      };
    }
    default: {
      const { first, ids, kinds, contactNames } = each.loop;
      const responds = kinds.includes("respond");
      const { verb, rest } = dutyText(kinds, first, contactNames);
      return {
        about: {
          kind: "duty",
          dutyIds: ids,
          responds,
          referralId: first.referralId,
          personId: responds ? first.contactId : first.sourceId,
        },
        shown: {
          section: "owed",
          name: responds ? first.contactName : first.sourceName,
          heading: `${verb} ${first.sourceName} ${rest}`,
          below: forWhomText(first),
          why: dueText(first.dueAt, me.now, me.timeZone),
          say: null,
          phone: null,
        },
      };
    }
  }
}

function meetingAhead(meeting: MeetingView): DigestLine {
  return {
    about: { kind: "meeting", meetingId: meeting.id, personId: meeting.personId },
    shown: {
      section: "meet",
      name: meeting.personName,
      heading: [meeting.time, meeting.personName].filter(Boolean).join("  "),
      below: meeting.accountName,
      why: [meeting.sourceName && `introduced by ${meeting.sourceName}`, meeting.about]
        .filter(Boolean)
        .join(" · "),
      say: null,
      phone: null,
    },
  };
}

function touch({ personId, name, title, accountName, lastDay, next }: DueTouch, today: Day): DigestLine {
  const since = lastDay === null ? "Has not heard from us yet." : `Last heard ${whenText(lastDay, today)}.`;
  return {
    about: { kind: "touch", personId },
    shown: {
      section: "hear",
      name,
      heading: name,
      below: workplace(title, accountName),
      why: `${since} Next: ${KIND_WORDS[next]}.`,
      say: null,
      phone: null,
    },
  };
}

function weekToTell({ week, heading, own, askedBy }: WeekToTell): DigestLine {
  const asked = askedBy.length === 0 ? "" : `${askedBy.map(callName).join(" and ")} asked. `;
  return {
    about: { kind: "week", week, own },
    shown: {
      section: "week",
      name: "your week",
      heading,
      below: null,
      why: `${asked}How did the others go, and what did you learn?`,
      say: null,
      phone: null,
    },
  };
}

function wantedPartner({ id, names }: { id: string; names: readonly string[] }): DigestLine {
  const name = names.join(" and ");
  return {
    about: { kind: "partner", partnershipId: id },
    shown: {
      section: "partner",
      name,
      heading: `${name} wants you as a partner`,
      below: null,
      why: "You would see each other’s promises and check-ins this quarter.",
      say: null,
      phone: null,
    },
  };
}

/** So much of what waits elsewhere, as a line. */
export function elsewhere({ what, many }: Counted): DigestLine {
  const next = elsewhereText({ what, many });
  return {
    about: { kind: "elsewhere", what, many },
    shown: {
      section: "else",
      name: "Today",
      heading: next.words,
      below: null,
      why: "",
      say: null,
      phone: null,
      next,
    },
  };
}

function cut({ about, shown }: DigestLine): DigestLine {
  return {
    about,
    shown: {
      section: shown.section,
      name: short(shown.name, LONGEST.heading),
      heading: short(shown.heading, LONGEST.heading),
      below: shown.below === null ? null : short(shown.below, LONGEST.below),
      why: short(shown.why, LONGEST.why),
      say: shown.say === null ? null : short(shown.say, LONGEST.say),
      phone: shown.phone,
      ...(shown.next && { next: shown.next }),
    },
  };
}

/** On one line, and no longer than that; whole words where there are any. */
export function short(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const part = line.slice(0, most - 1);
  const blank = part.lastIndexOf(" ");
  return `${(blank > most / 2 ? part.slice(0, blank) : part).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function workplace(title: string | null, company: string | null): string | null {
  return [title, company].filter(Boolean).join(" · ") || null;
}
