import type { Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { Tier, WhyPaused } from "../rhythm.ts";
import type { AccountRhythmView, PostalAddressView, SilenceView, TouchView } from "../touch-view.ts";

/** Readings that a touch or a rhythm changes. */
export const TOUCH_READS = [
  "/touches",
  "/touches-today",
  "/silences",
  "/people",
  "/accounts",
  "/scorecard",
  "/timeline",
];

type Whom = Pick<SilenceView, "personId" | "fullName">;

export interface TouchToLog {
  kind: string;
  words?: string | null;
  day?: Day;
}

/** Logs a touch in one tap, with the way back. */
export function useLogTouch(whom: Whom, done?: () => void): Writing<TouchToLog, TouchView> {
  const say = useUndo();
  const takeBack = useWrite((id: string, gesture) => write("DELETE", `/touches/${id}`, undefined, gesture), {
    refresh: TOUCH_READS,
  });
  return useWrite(
    (touch: TouchToLog, gesture) =>
      write<TouchView>("POST", "/touches", { personId: whom.personId, ...touch }, gesture),
    {
      refresh: TOUCH_READS,
      done: (touch) => {
        say(`${callName(whom.fullName)}: ${touch.kindName} noted.`, () => takeBack.sendNow(touch.id));
        done?.();
      },
    },
  );
}

/** Takes a touch back for good. */
export function useTakeBackTouch(): Writing<string, unknown> {
  return useWrite((id: string, gesture) => write("DELETE", `/touches/${id}`, undefined, gesture), {
    refresh: TOUCH_READS,
  });
}

/** Not now, and why; with the way back. */
export function usePutOff(whom: Whom, today: Day): Writing<{ untilDay: Day; why: WhyPaused }, SilenceView> {
  const say = useUndo();
  const path = `/people/${whom.personId}/touch-pause`;
  const back = useTakeUpAgain(whom);
  return useWrite((said, gesture) => write<SilenceView>("PUT", path, said, gesture), {
    refresh: TOUCH_READS,
    done: (_, { untilDay }) =>
      say(`${callName(whom.fullName)} is left in peace until ${dayText(untilDay, today)}.`, () =>
        back.sendNow(undefined),
      ),
  });
}

export function useTakeUpAgain(whom: Whom): Writing<undefined, SilenceView> {
  const path = `/people/${whom.personId}/touch-pause`;
  return useWrite((_, gesture) => write<SilenceView>("DELETE", path, undefined, gesture), {
    refresh: TOUCH_READS,
  });
}

/** A rhythm of their own; `days` null: they are left to come by themselves. */
export function useOwnRhythm(whom: Whom, done: () => void): Writing<{ days: number | null }, SilenceView> {
  const say = useUndo();
  const back = useTakeBackRhythm(whom);
  const path = `/people/${whom.personId}/rhythm`;
  return useWrite((said, gesture) => write<SilenceView>("PUT", path, said, gesture), {
    refresh: TOUCH_READS,
    done: (_, { days }) => {
      const name = callName(whom.fullName);
      say(days === null ? `${name} is left to come.` : `${name} hears from us every ${days} days.`, () =>
        back.sendNow(undefined),
      );
      done();
    },
  });
}

export function useTakeBackRhythm(whom: Whom): Writing<undefined, SilenceView> {
  const path = `/people/${whom.personId}/rhythm`;
  return useWrite((_, gesture) => write<SilenceView>("DELETE", path, undefined, gesture), {
    refresh: TOUCH_READS,
  });
}

/** How much an account matters, in one tap, with the way back. */
export function useTier(account: { id: string; name: string }): Writing<Tier | null, AccountRhythmView> {
  const say = useUndo();
  const path = `/accounts/${account.id}/tier`;
  const back = useWrite((_: undefined, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: TOUCH_READS,
  });
  return useWrite((tier, gesture) => write<AccountRhythmView>("PUT", path, { tier }, gesture), {
    refresh: TOUCH_READS,
    done: (_, tier) =>
      say(tier === null ? `${account.name} has no tier.` : `${account.name} is tier ${tier}.`, () =>
        back.sendNow(undefined),
      ),
  });
}

/** Where a letter reaches a person or a company, with the way back. `path`: /people/ID or /accounts/ID. */
export function useKeepAddress(
  path: string,
  name: string,
  done?: () => void,
): Writing<string | null, PostalAddressView> {
  const say = useUndo();
  const address = `${path}/postal-address`;
  const back = useWrite(
    (_: undefined, gesture) => write<PostalAddressView>("DELETE", address, undefined, gesture),
    { refresh: TOUCH_READS },
  );
  return useWrite(
    (lines: string | null, gesture) => write<PostalAddressView>("PUT", address, { lines }, gesture),
    {
      refresh: TOUCH_READS,
      done: () => {
        say(`The address of ${name} is kept.`, () => back.sendNow(undefined));
        done?.();
      },
    },
  );
}
