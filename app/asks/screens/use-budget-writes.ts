import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { PermitView, ReferenceView } from "../budget-view.ts";

/** Readings that a permit or a reference changes. */
const BUDGET_READS = ["/people", "/accounts", "/asks", "/timeline"];

export interface PermitToGive {
  memberId: string;
  reason: string;
}

/** Lets a rep ask, with the way back. */
export function useGivePermit(personId: string, done: () => void): Writing<PermitToGive, PermitView> {
  const say = useUndo();
  const withdraw = useWithdraw();
  return useWrite(
    (what: PermitToGive, gesture) => write<PermitView>("POST", `/people/${personId}/permits`, what, gesture),
    {
      refresh: BUDGET_READS,
      done: (permit) => {
        say(`${permit.memberName} may ask this once.`, () => withdraw.sendNow(permit.id));
        done();
      },
    },
  );
}

/** The same permit given once more is the way back. */
export function useWithdrawPermit(personId: string): Writing<PermitView, void> {
  const say = useUndo();
  const again = useWrite(
    (what: PermitToGive & { untilDay: string }, gesture) =>
      write("POST", `/people/${personId}/permits`, what, gesture),
    { refresh: BUDGET_READS },
  );
  return useWrite(({ id }: PermitView, gesture) => write("DELETE", `/permits/${id}`, undefined, gesture), {
    refresh: BUDGET_READS,
    done: (_answer, { memberId, reason, untilDay }) =>
      say("The permit is withdrawn.", () => again.sendNow({ memberId, reason, untilDay })),
  });
}

function useWithdraw(): Writing<string, void> {
  return useWrite((id: string, gesture) => write("DELETE", `/permits/${id}`, undefined, gesture), {
    refresh: BUDGET_READS,
  });
}

export interface ReferenceToNote {
  forWhom: string;
  day: string;
  note?: string;
  memberId?: string;
}

/** Notes a reference, with the way back. */
export function useNoteReference(
  personId: string,
  name: string,
  done: () => void,
): Writing<ReferenceToNote, ReferenceView> {
  const say = useUndo();
  const back = useWrite((id: string, gesture) => write("DELETE", `/references/${id}`, undefined, gesture), {
    refresh: BUDGET_READS,
  });
  return useWrite(
    (what: ReferenceToNote, gesture) =>
      write<ReferenceView>("POST", `/people/${personId}/references`, what, gesture),
    {
      refresh: BUDGET_READS,
      done: ({ id }) => {
        say(`${name} vouched for us. They rest now, as after an ask.`, () => back.sendNow(id));
        done();
      },
    },
  );
}

/** With the way back: the same written down again. */
export function useTakeBackReference(personId: string): Writing<ReferenceView, void> {
  const say = useUndo();
  const again = useWrite(
    (what: ReferenceToNote, gesture) => write("POST", `/people/${personId}/references`, what, gesture),
    { refresh: BUDGET_READS },
  );
  return useWrite(
    ({ id }: ReferenceView, gesture) => write("DELETE", `/references/${id}`, undefined, gesture),
    {
      refresh: BUDGET_READS,
      done: (_answer, { forWhom, day, note, memberId }) =>
        say("The reference is taken back.", () =>
          again.sendNow({ forWhom, day, memberId, ...(note !== null && { note }) }),
        ),
    },
  );
}
