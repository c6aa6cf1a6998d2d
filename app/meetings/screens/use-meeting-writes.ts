import { write } from "#lib/web/api.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Origin } from "#referrals/origin.ts";
import type { MeetingView } from "../meeting-view.ts";
import type { MeetingOutcome } from "../meeting.ts";
import { OUTCOME_LABELS } from "./meeting-words.ts";

/** Readings that a meeting changes. */
export const MEETING_READS = [
  "/meetings",
  "/referrals",
  "/timeline",
  "/scorecard",
  "/search",
  "/people",
  "/duties",
  "/loop-measures",
];

export interface MeetingToLog {
  personId: string;
  referralId?: string | null;
  origin?: Origin;
  day: string;
  time?: string;
  scheduledOn?: string;
  about?: string;
  outcome?: MeetingOutcome;
  memberId?: string;
}

/** Logs a meeting, ahead or over; `done` hears of it after the toast that offers to undo it. */
export function useLogMeeting(done: (meeting: MeetingView) => void): Writing<MeetingToLog, MeetingView> {
  const say = useUndo();
  const takeBack = useTakeBackMeeting();
  return useWrite(
    (meeting: MeetingToLog, gesture) => write<MeetingView>("POST", "/meetings", meeting, gesture),
    {
      refresh: MEETING_READS,
      done: (meeting) => {
        const what = meeting.outcome === null ? "scheduled" : OUTCOME_LABELS[meeting.outcome];
        say(`${meeting.personName}: ${what}.`, () => takeBack.sendNow(meeting.id));
        done(meeting);
      },
    },
  );
}

/** Says how a meeting went, with the way back to what was said before. */
export function useMeetingOutcome(meeting: MeetingView): Writing<MeetingOutcome, MeetingView | undefined> {
  const say = useUndo();
  const path = `/meetings/${meeting.id}/outcome`;
  const put = (said: { outcome: MeetingOutcome; day?: string }, gesture?: string) =>
    write<MeetingView>("PUT", path, said, gesture);
  const back = useWrite(
    (_: null, gesture) => {
      const { outcome, outcomeDay } = meeting;
      if (outcome === null) return write<MeetingView>("DELETE", path, undefined, gesture);
      return put({ outcome, ...(outcomeDay !== null && { day: outcomeDay }) }, gesture);
    },
    { refresh: MEETING_READS },
  );
  const keep = (outcome: MeetingOutcome) => ({
    method: "PUT" as const,
    path,
    body: { outcome },
    words: `${meeting.personName}: ${OUTCOME_LABELS[outcome]}.`,
    about: [meeting.id],
  });
  return useKeptWrite<MeetingOutcome, MeetingView>(keep, {
    refresh: MEETING_READS,
    done: (_answer, outcome) =>
      say(`${meeting.personName}: ${OUTCOME_LABELS[outcome]}.`, () => back.sendNow(null)),
  });
}

/** Takes back how a meeting went, with the way to say it again. */
export function useReopenMeeting(meeting: MeetingView): Writing<null, MeetingView> {
  const say = useUndo();
  const path = `/meetings/${meeting.id}/outcome`;
  const again = useWrite(
    (_: null, gesture) =>
      write("PUT", path, { outcome: meeting.outcome, day: meeting.outcomeDay ?? undefined }, gesture),
    { refresh: MEETING_READS },
  );
  return useWrite((_: null, gesture) => write<MeetingView>("DELETE", path, undefined, gesture), {
    refresh: MEETING_READS,
    done: () => say(`${meeting.personName}: taken back.`, () => again.sendNow(null)),
  });
}

export type MeetingChange = Partial<
  Pick<MeetingView, "day" | "time" | "scheduledOn" | "about" | "note" | "referralId" | "origin">
>;

/** Changes what is agreed, with the way back. */
export function useChangeMeeting(
  meeting: MeetingView,
  done: () => void,
): Writing<MeetingChange, MeetingView> {
  const say = useUndo();
  const patch = (change: MeetingChange, gesture: string) =>
    write<MeetingView>("PATCH", `/meetings/${meeting.id}`, change, gesture);
  const back = useWrite(patch, { refresh: MEETING_READS });
  return useWrite(patch, {
    refresh: MEETING_READS,
    done: (_answer, change) => {
      const { day, time, scheduledOn, about, note, referralId, origin } = meeting;
      const before: MeetingChange = { day, time, scheduledOn, about, note, referralId, origin };
      const named = Object.keys(change) as (keyof MeetingChange)[];
      const undone = Object.fromEntries(named.map((field) => [field, before[field]]));
      say(`${meeting.personName}: changed.`, () => back.sendNow(undone));
      done();
    },
  });
}

export function useTakeBackMeeting(done: () => void = () => {}): Writing<string, void> {
  return useWrite((id: string, gesture) => write("DELETE", `/meetings/${id}`, undefined, gesture), {
    refresh: MEETING_READS,
    done,
  });
}

/** The way back after a meeting was taken back: the same one once more, with its outcome. */
export function useScheduleAgain(meeting: MeetingView): Writing<null, MeetingView> {
  return useWrite(
    async (_: null, gesture) => {
      const { outcome, outcomeDay } = meeting;
      const { personId, referralId, origin, day, time, scheduledOn, about, note, memberId } = meeting;
      const made = await write<MeetingView>(
        "POST",
        "/meetings",
        { personId, referralId, origin, day, time, scheduledOn, about, note, memberId },
        gesture,
      );
      if (outcome === null) return made;
      return await write<MeetingView>("PUT", `/meetings/${made.id}/outcome`, {
        outcome,
        day: outcomeDay ?? undefined,
      });
    },
    { refresh: MEETING_READS },
  );
}
