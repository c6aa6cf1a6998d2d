import { write } from "#lib/web/api.ts";
import { useMe } from "#team/screens/use-me.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { STATE_WORDS, type Level, type ReferralWords, type StepState } from "../referral.ts";
import type { ReferralView } from "../referral-view.ts";

/** Readings that an introduction changes. */
export const REFERRAL_READS = [
  "/referrals",
  "/asks",
  "/chains",
  "/timeline",
  "/scorecard",
  "/search",
  "/people",
  "/accounts",
  "/duties",
  "/loop-measures",
];

export interface ReferralToLog {
  sourceId: string;
  /** For the note that it waits on this device; it is not sent. */
  contactName: string;
  contactId?: string;
  contact?: {
    fullName: string;
    title?: string;
    accountId?: string;
    accountName?: string;
    phones?: string[];
    emails?: string[];
  };
  askId?: string;
  level: Level;
  day: string;
  reason?: string;
  howKnown?: string;
  note?: string;
  memberId?: string;
}

/** Logs an introduction; `done` hears of it after the toast that offers to undo it. */
export function useLogReferral(
  done: (referral: ReferralView) => void,
  kept: () => void,
): Writing<ReferralToLog, ReferralView | undefined> {
  const say = useUndo();
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/referrals/${id}`, undefined, gesture),
    {
      refresh: REFERRAL_READS,
    },
  );
  return useKeptWrite<ReferralToLog, ReferralView>(
    ({ contactName, ...referral }) => ({
      method: "POST",
      path: "/referrals",
      body: referral,
      words: `${contactName}: ${referral.level > 0 ? "an introduction" : "a name to work on"}.`,
    }),
    {
      refresh: REFERRAL_READS,
      kept,
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

/** Writes down what was said of it, with the way back to what was there. */
export function useChangeWords(
  referral: Pick<ReferralView, "id" | "contactName"> & Partial<ReferralWords>,
  done: () => void,
): Writing<Partial<ReferralWords>, ReferralView> {
  const say = useUndo();
  const change = (words: Partial<ReferralWords>, gesture: string) =>
    write<ReferralView>("PATCH", `/referrals/${referral.id}`, words, gesture);
  const refresh = [...REFERRAL_READS, "/meetings"];
  const undo = useWrite(change, { refresh });
  return useWrite(change, {
    refresh,
    done: (_answer, words) => {
      const fields = Object.keys(words) as (keyof ReferralWords)[];
      const before = Object.fromEntries(fields.map((field) => [field, referral[field] ?? null]));
      say(`${referral.contactName}: written down.`, () => undo.sendNow(before));
      done();
    },
  });
}

/** Moves an introduction on by hand. */
export function useChangeState(
  referral: ReferralView,
): Writing<{ state: StepState; day?: string }, ReferralView | undefined> {
  const say = useUndo();
  const today = useMe()?.today;
  const restore = useWrite(
    (id: string, gesture) => write<ReferralView>("DELETE", `/referrals/${id}/state`, undefined, gesture),
    { refresh: REFERRAL_READS },
  );
  return useKeptWrite<{ state: StepState; day?: string }, ReferralView>(
    (to) => ({
      method: "PUT",
      path: `/referrals/${referral.id}/state`,
      body: { day: today, ...to },
      words: `${referral.contactName}: ${STATE_WORDS[to.state]}.`,
      about: [referral.id],
    }),
    {
      refresh: REFERRAL_READS,
      done: ({ state }) =>
        say(`${referral.contactName}: ${STATE_WORDS[state]}.`, () => restore.sendNow(referral.id)),
    },
  );
}
