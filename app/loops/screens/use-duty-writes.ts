import { write } from "#lib/web/api.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { DutyHow } from "../duty.ts";

/** Readings that a settled duty changes. */
export const DUTY_READS = ["/duties", "/timeline", "/loop-measures"];

export interface SaidOfDuty {
  how?: DutyHow;
  letGoWhy?: string;
  day: string;
}

/** Says what was done in one tap, with the way back; kept on the device without a network. */
export function useSettle(
  group: { id: string; ids: readonly string[]; sourceName: string },
  done: () => void = () => {},
): Writing<SaidOfDuty, unknown> {
  const say = useUndo();
  const back = useWrite(
    async (_: void, gesture) => {
      for (const [at, id] of group.ids.entries())
        await write("DELETE", `/duties/${encodeURIComponent(id)}/settlement`, undefined, `${gesture}-${at}`);
    },
    { refresh: DUTY_READS },
  );
  const words = `${callName(group.sourceName)}: done.`;
  return useKeptWrite<SaidOfDuty, unknown>(
    (said) => ({
      method: "POST",
      path: "/settlements",
      body: { duties: group.ids, ...said },
      words,
      about: [group.id],
    }),
    {
      refresh: DUTY_READS,
      kept: done,
      done: (_answer, { letGoWhy }) => {
        say(letGoWhy === undefined ? words : `${callName(group.sourceName)}: let go.`, () => back.sendNow());
        done();
      },
    },
  );
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
