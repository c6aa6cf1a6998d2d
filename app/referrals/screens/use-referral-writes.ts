import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { STATE_WORDS, type Level, type StepState } from "../referral.ts";
import type { ReferralView } from "../referral-view.ts";

/** Readings that an introduction changes. */
export const REFERRAL_READS = [
  "/referrals",
  "/asks",
  "/timeline",
  "/scorecard",
  "/search",
  "/people",
  "/accounts",
];

export interface ReferralToLog {
  sourceId: string;
  contactId?: string;
  contact?: { fullName: string; title?: string; accountId?: string };
  askId?: string;
  level: Level;
  day: string;
  reason?: string;
  note?: string;
  memberId?: string;
}

/** Logs an introduction; `done` hears of it after the toast that offers to undo it. */
export function useLogReferral(done: (referral: ReferralView) => void): Writing<ReferralToLog, ReferralView> {
  const say = useUndo();
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/referrals/${id}`, undefined, gesture),
    {
      refresh: REFERRAL_READS,
    },
  );
  return useWrite(
    (referral: ReferralToLog, gesture) => write<ReferralView>("POST", "/referrals", referral, gesture),
    {
      refresh: REFERRAL_READS,
      done: (referral) => {
        const counts = referral.level > 0 ? "One more introduction." : "A name to work on.";
        say(`${referral.contactName}: logged. ${counts}`, () => takeBack.sendNow(referral.id));
        done(referral);
      },
    },
  );
}

/** Says anew what the source did, with the way back to the level and the day before. */
export function useChangeLevel(
  referral: ReferralView,
  done: () => void,
): Writing<{ level: Level; day?: string }, ReferralView> {
  const say = useUndo();
  const change = ({ level, day }: { level: Level; day?: string }, gesture: string) =>
    write<ReferralView>("PUT", `/referrals/${referral.id}/level`, { level, day }, gesture);
  const undo = useWrite(change, { refresh: REFERRAL_READS });
  return useWrite(change, {
    refresh: REFERRAL_READS,
    done: ({ level }) => {
      const before = { level: referral.level, day: referral.countsFrom ?? undefined };
      const counts = referral.level === 0 && level > 0 ? "It is an introduction now, and counts." : "Noted.";
      say(`${referral.contactName}: ${counts}`, () => undo.sendNow(before));
      done();
    },
  });
}

/** Moves an introduction on by hand. */
export function useChangeState(
  referral: ReferralView,
): Writing<{ state: StepState; day?: string }, ReferralView> {
  const say = useUndo();
  const restore = useWrite(
    (id: string, gesture) => write<ReferralView>("DELETE", `/referrals/${id}/state`, undefined, gesture),
    { refresh: REFERRAL_READS },
  );
  return useWrite(
    (to: { state: StepState; day?: string }, gesture) =>
      write<ReferralView>("PUT", `/referrals/${referral.id}/state`, to, gesture),
    {
      refresh: REFERRAL_READS,
      done: ({ state }) =>
        say(`${referral.contactName}: ${STATE_WORDS[state]}.`, () => restore.sendNow(referral.id)),
    },
  );
}
