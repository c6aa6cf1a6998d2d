import { write } from "#lib/web/api.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import type { DutyHow } from "../duty.ts";
import type { DutyView } from "../duty-view.ts";
import type { GiftSaid } from "./use-gift-writes.ts";

/** Readings that a settled duty changes. */
export const DUTY_READS = ["/duties", "/timeline", "/loop-measures"];
/** It may have been with a gift. */
const SETTLE_READS = [...DUTY_READS, "/gifts", "/gift-sums", "/people"];

export interface SaidOfDuty {
  how?: DutyHow;
  /** With how: "gift". */
  gift?: GiftSaid;
  letGoWhy?: string;
  day: string;
}

type Settled = { items: DutyView[] };

/** Says what was done in one tap, with the way back; kept on the device without a network. */
export function useSettle(
  group: { id: string; ids: readonly string[]; sourceName: string },
  done: () => void = () => {},
): Writing<SaidOfDuty, Settled | undefined> {
  const say = useUndo();
  const unask = useWrite((id: string, gesture) => write("DELETE", `/gifts/${id}`, undefined, gesture), {
    refresh: SETTLE_READS,
  });
  const back = useWrite(
    async (_: void, gesture) => {
      for (const [at, id] of group.ids.entries())
        await write("DELETE", `/duties/${encodeURIComponent(id)}/settlement`, undefined, `${gesture}-${at}`);
    },
    { refresh: SETTLE_READS },
  );
  const name = callName(group.sourceName);
  return useKeptWrite<SaidOfDuty, Settled>(
    (said) => ({
      method: "POST",
      path: "/settlements",
      body: { duties: group.ids, ...said },
      words: wordsFor(name, said),
      // What is asked for stays owed.
      about: said.gift?.ask === true ? [] : [group.id],
    }),
    {
      refresh: SETTLE_READS,
      kept: done,
      done: ({ items }, said) => {
        const asked = said.gift?.ask === true ? items[0]?.gift : null;
        say(wordsFor(name, said), () => (asked ? unask.sendNow(asked.id) : back.sendNow()));
        done();
      },
    },
  );
}

function wordsFor(name: string, { letGoWhy, gift }: SaidOfDuty): string {
  if (letGoWhy !== undefined) return `${name}: let go.`;
  if (gift?.ask !== true) return `${name}: done.`;
  return `${capital(gift.what)} for ${name}: asked for. The thanks stay owed until then.`;
}

/** Whoever sees to an introduction in place of its rep has answered it; with the way back. */
export function useAnswered(referralId: string, contactName: string): Writing<void, unknown> {
  const say = useUndo();
  const refresh = [...DUTY_READS, "/referrals"];
  const back = useWrite(
    (_: void, gesture) => write("DELETE", `/referrals/${referralId}/answered`, undefined, gesture),
    { refresh },
  );
  return useWrite((_: void, gesture) => write("PUT", `/referrals/${referralId}/answered`, {}, gesture), {
    refresh,
    done: () => say(`${callName(contactName)} is answered.`, () => back.sendNow()),
  });
}

/** Lets a colleague see to an introduction, with the way back. */
export function usePass(
  referralId: string,
  done: () => void,
): Writing<{ toId: string; toName: string }, unknown> {
  const say = useUndo();
  const back = useTakeBackPassing(referralId);
  return useWrite(
    ({ toId }: { toId: string; toName: string }, gesture) =>
      write("PUT", `/referrals/${referralId}/passed`, { toId }, gesture),
    {
      refresh: DUTY_READS,
      done: (_answer, { toName }) => {
        say(`${toName} sees to it.`, () => back.sendNow());
        done();
      },
    },
  );
}

export function useTakeBackPassing(referralId: string): Writing<void, unknown> {
  return useWrite(
    (_: void, gesture) => write("DELETE", `/referrals/${referralId}/passed`, undefined, gesture),
    { refresh: DUTY_READS },
  );
}
