import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AccountView } from "../account-view.ts";
import type { HandoverView } from "../handover-view.ts";
import type { SaidHandover } from "../handover.ts";

/** Readings that a handover changes. */
const HANDOVER_READS = ["/accounts", "/handovers", "/handover-reminders", "/timeline"];

/** Hands an account over, with the way back. */
export function useHandOver(account: AccountView, done: () => void): Writing<SaidHandover, HandoverView> {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/handovers/${id}`, undefined, gesture), {
    refresh: HANDOVER_READS,
  });
  return useWrite(
    (said: SaidHandover, gesture) =>
      write<HandoverView>("POST", `/accounts/${account.id}/handovers`, said, gesture),
    {
      refresh: HANDOVER_READS,
      done: ({ id, to }) => {
        say(`${to.name} looks after ${account.name}.`, () => undo.sendNow(id));
        done();
      },
    },
  );
}

/** It never was; with the way back. */
export function useTakeBackHandover(account: AccountView): Writing<HandoverView, void> {
  const say = useUndo();
  const restore = useWrite(
    (id: string, gesture) => write("PUT", `/handovers/${id}/restored`, undefined, gesture),
    { refresh: HANDOVER_READS },
  );
  return useWrite(
    ({ id }: HandoverView, gesture) => write("DELETE", `/handovers/${id}`, undefined, gesture),
    {
      refresh: HANDOVER_READS,
      done: (_answer, { id }) =>
        say(`${account.name}: the handover is taken back.`, () => restore.sendNow(id)),
    },
  );
}
