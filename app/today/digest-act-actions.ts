import { letGo, takeUpAgain } from "#asks/answer-actions.ts";
import { asksAt } from "#asks/talk-part.ts";
import type { Moment } from "#asks/ask.ts";
import { putOffReminder, takeUpReminder } from "#asks/handover-reminder-actions.ts";
import { makeAsk } from "#asks/make-ask-actions.ts";
import { letMomentGo, takeUpMoment } from "#asks/moment-actions.ts";
import { getPlan, letPlanGo, movePlan, takeUpPlan } from "#asks/plan-actions.ts";
import { takeBackConversation } from "#asks/take-back-actions.ts";
import type { WhyNotAsked } from "#asks/why-not.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, isDay, type Day } from "#lib/kernel/days.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import { tallyText } from "#commitments/promise-words.ts";
import { myWeek } from "#commitments/week-actions.ts";
import type { AtOnce } from "#commitments/told-at-once.ts";
import { agreeToPartner, comeTogether, partWays } from "#commitments/partner-actions.ts";
import { tellWeek, untellWeek } from "#commitments/week-at-once-actions.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { answerInstead, settleDuties, takeBackAnswer, takeBackDuty } from "#loops/duty-actions.ts";
import { recordMeetingOutcome, takeBackMeeting, takeBackMeetingOutcome } from "#meetings/meeting-actions.ts";
import type { MeetingOutcome } from "#meetings/meeting.ts";
import { changeState, receiveReferral, restoreState, takeBackReferral } from "#referrals/referral-actions.ts";
import { pauseTouches, takeBackPause } from "#touches/rhythm-actions.ts";
import { logTouch, takeBackTouch } from "#touches/touch-actions.ts";
import { changeMyDigest } from "./digest-actions.ts";
import {
  actsOn,
  didText,
  type About,
  type Act,
  type AnswerChosen,
  type Effect,
  type HowChosen,
} from "./digest-line.ts";
import { settingOf } from "./digest-store.ts";
import { readTold, writeDown } from "./digest-told-actions.ts";
import type { WhyRefused } from "./suggest.ts";
import { refuseSuggestion, takeBackRefusal } from "./suggestion-actions.ts";

/** What somebody pressed on the page of a line. */
export interface Pressed {
  act: string;
  choice?: string | undefined;
  untilDay?: Day | undefined;
  words?: string | null | undefined;
  /** Whom they named, and where that one works. */
  named?: { fullName: string; accountName?: string | null | undefined } | undefined;
  /** It took place, so that no rule refuses it. */
  happened?: boolean | undefined;
}

/** Of how far an introduction goes: it counts once more is said of it. */
const NAME_ONLY = 0;
/** A touch that is put off comes up again then. */
const LATER_DAYS = 30;

/**
 * Does what was pressed on a line, through the rooms, in the member's name. Throws Problem invalid naming "choice", "untilDay" or "words"
 * where something is missing, and whatever the rooms throw.
 */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  { about, name }: { about: About; name: string },
  pressed: Pressed,
): Promise<{ act: Act; effect: Effect | null; did: string }> {
  const act = actsOn(about, name, actor.today).find(({ id }) => id === pressed.act);
  if (act === undefined) throw invalid("that cannot be done here", "act");
  const choice = chosenOf(act, pressed);
  const words = pressed.words?.trim() || null;
  if (act.words?.needed === true && words === null) throw invalid("say why in a few words", "words");
  const effect = await effectOf(tx, actor, about, { ...pressed, choice, words });
  if (about.kind !== "week") return { act, effect, did: didText(act, choice, name) };
  const { tally } = await myWeek(tx, actor, about.week);
  const kept = tallyText(tally) ?? "nothing was left to keep";
  return { act, effect, did: `The week from ${shortDay(about.week, actor.today)}: told, ${lowered(kept)}` };
}

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

type Said = Omit<Pressed, "choice" | "words"> & { choice: string | null; words: string | null };

async function effectOf(tx: Tx, actor: Actor, about: About, said: Said): Promise<Effect | null> {
  const { act, choice } = said;
  if (act === "asked" && "personId" in about && about.personId !== null)
    return askedAbout(tx, actor, { ...about, personId: about.personId }, said);
  switch (about.kind) {
    case "introduction":
      await changeState(tx, actor, about.referralId, "responded");
      return { undo: "state", referralId: about.referralId };
    case "returned":
      await letGo(tx, actor, about.askId);
      return { undo: "settled", askId: about.askId };
    case "moment":
      await letMomentGo(tx, actor, about.momentId, choice as WhyNotAsked);
      return { undo: "moment", momentId: about.momentId };
    case "reminder":
      await putOffReminder(tx, actor, about.handoverId);
      return { undo: "reminder", handoverId: about.handoverId };
    case "plan": {
      if (act === "let-go") {
        await letPlanGo(tx, actor, about.planId, choice as WhyNotAsked);
        return { undo: "plan", planId: about.planId };
      }
      const { week } = await getPlan(tx, actor, about.planId);
      await movePlan(
        tx,
        actor,
        about.planId,
        nextWeek(weekOf(actor.today, actor.workspace.calendar.firstDay)),
      );
      return { undo: "plan-week", planId: about.planId, week };
    }
    case "suggestion":
      await refuseSuggestion(tx, actor, about.suggestionId, { why: choice as WhyRefused });
      return { undo: "refusal", suggestionId: about.suggestionId };
    case "meeting":
      await recordMeetingOutcome(tx, actor, about.meetingId, { outcome: choice as MeetingOutcome });
      return { undo: "outcome", meetingId: about.meetingId };
    case "duty": {
      const { dutyIds, referralId } = about;
      if (about.responds) {
        await answerInstead(tx, actor, referralId);
        return { undo: "answer", referralId };
      }
      const how = act === "done" ? { how: choice as HowChosen } : { letGoWhy: said.words as string };
      await settleDuties(tx, actor, { duties: dutyIds, day: actor.today, ...how });
      return { undo: "duties", dutyIds };
    }
    case "touch": {
      if (act === "touched") {
        const touch = await logTouch(tx, actor, { personId: about.personId, kind: choice as string });
        return { undo: "touch", touchId: touch.id };
      }
      await pauseTouches(tx, actor, about.personId, {
        untilDay: addDays(actor.today, LATER_DAYS),
        why: "later",
      });
      return { undo: "pause", personId: about.personId };
    }
    case "week": {
      const told = await tellWeek(tx, actor, about.week, { said: choice as AtOnce, learned: said.words });
      return { undo: "week", told };
    }
    case "partner": {
      const { partnershipId } = about;
      const isYes = act === "yes";
      await (isYes ? agreeToPartner(tx, actor, partnershipId) : partWays(tx, actor, partnershipId));
      return { undo: "partner", partnershipId, said: isYes ? "yes" : "no" };
    }
    case "question": {
      const { text, choices } = about;
      const { chosen = {} } = choices.find(({ number }) => String(number) === choice) ?? {};
      const told = await readTold(tx, actor, text, { near: [], choices: chosen });
      if (told.kind === "question")
        throw conflict(`one more thing is open: ${told.question} Write the line again`);
      if (told.kind === "trouble") throw conflict(told.trouble);
      return (await writeDown(tx, actor, told)).effect;
    }
    case "stop": {
      const before = await settingOf(tx, actor.member.id);
      await changeMyDigest(tx, actor, { ...before, wanted: false });
      return { undo: "wanted" };
    }
    default:
      throw invalid("that cannot be done here", "act");
  }
}

async function askedAbout(
  tx: Tx,
  actor: Actor,
  about: About & { personId: string },
  { choice, untilDay, words, named, happened }: Said,
): Promise<Effect> {
  const answer = choice as AnswerChosen;
  if (answer === "not-now" && !(isDay(untilDay) && untilDay > actor.today))
    throw invalid("choose when to ask again", "untilDay");
  const moment: Moment = "moment" in about && asksAt(about.moment) ? about.moment : "anytime";
  const { ask, saidId } = await makeAsk(tx, actor, {
    sourceId: about.personId,
    outcome: answer === "silence" ? null : answer,
    ...(answer === "not-now" && untilDay !== undefined && { untilDay }),
    note: words,
    moment,
    ...(about.kind === "plan" && { planId: about.planId }),
    ...(happened === true && { happened }),
  });
  const fullName = named?.fullName.trim() ?? "";
  if (answer !== "named-someone" || fullName === "") return { undo: "conversation", askId: ask.id, saidId };
  const accountName = named?.accountName?.trim() || null;
  const { id } = await receiveReferral(tx, actor, {
    sourceId: about.personId,
    askId: ask.id,
    contact: { fullName, ...(accountName && { accountName }) },
    level: NAME_ONLY,
  });
  return { undo: "named", referralId: id, askId: ask.id, saidId };
}

/** Takes back what was done from a line. Throws what the rooms throw where somebody has gone on from there. */
export async function undo(tx: Tx, actor: Actor, effect: Effect): Promise<void> {
  switch (effect.undo) {
    case "conversation":
      return takeBackConversation(tx, actor, effect.askId, effect.saidId);
    case "named":
      await takeBackReferral(tx, actor, effect.referralId);
      return takeBackConversation(tx, actor, effect.askId, effect.saidId);
    case "state":
      return void (await restoreState(tx, actor, effect.referralId));
    case "answer":
      return takeBackAnswer(tx, actor, effect.referralId);
    case "duties":
      for (const id of effect.dutyIds) await takeBackDuty(tx, actor, id);
      return undefined;
    case "settled":
      return void (await takeUpAgain(tx, actor, effect.askId));
    case "moment":
      return void (await takeUpMoment(tx, actor, effect.momentId));
    case "reminder":
      return void (await takeUpReminder(tx, actor, effect.handoverId));
    case "plan-week":
      return void (await movePlan(tx, actor, effect.planId, effect.week));
    case "plan":
      return void (await takeUpPlan(tx, actor, effect.planId));
    case "refusal":
      return void (await takeBackRefusal(tx, actor, effect.suggestionId));
    case "outcome":
      return void (await takeBackMeetingOutcome(tx, actor, effect.meetingId));
    case "meeting":
      return takeBackMeeting(tx, actor, effect.meetingId);
    case "touch":
      return takeBackTouch(tx, actor, effect.touchId);
    case "pause":
      return takeBackPause(tx, actor, effect.personId);
    case "week":
      return untellWeek(tx, actor, effect.told);
    case "partner":
      if (effect.said === "yes") return partWays(tx, actor, effect.partnershipId);
      return void (await comeTogether(tx, actor, effect.partnershipId));
    case "wanted": {
      const before = await settingOf(tx, actor.member.id);
      await changeMyDigest(tx, actor, { ...before, wanted: true });
      return undefined;
    }
    default:
      throw conflict("that cannot be undone from here");
  }
}

function chosenOf(act: Act, { choice }: Pressed): string | null {
  if (act.choices === undefined) return null;
  if (choice === undefined || !act.choices.options.some(({ id }) => id === choice))
    throw invalid("choose one of these", "choice");
  return choice;
}
