import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { TargetView } from "../target-view.ts";

const TARGET_READS = ["/targets", "/people", "/accounts", "/timeline"];

export interface SaidTarget {
  personId?: string;
  accountId?: string;
  why?: string;
}

export function nameOf({ personName, accountName }: Pick<TargetView, "personName" | "accountName">): string {
  return personName ?? accountName ?? "";
}

/** Chooses a person or an account as a target, with the way back. */
export function useChooseTarget(
  done: (target: TargetView) => void = () => undefined,
): Writing<SaidTarget, TargetView> {
  const say = useUndo();
  const drop = useWrite((id: string, gesture) => write("PUT", `/targets/${id}/dropped`, undefined, gesture), {
    refresh: TARGET_READS,
  });
  return useWrite((said: SaidTarget, gesture) => write<TargetView>("POST", "/targets", said, gesture), {
    refresh: TARGET_READS,
    done: (target) => {
      const { id } = target;
      say(`${nameOf(target)} is a target.`, id === null ? undefined : () => drop.sendNow(id));
      done(target);
    },
  });
}

/** Says why we want to meet them; an account that was only put on the pursuit list becomes a target with a why. */
export function useSayWhy(target: TargetView, done: () => void): Writing<string, TargetView> {
  const say = useUndo();
  const { id, accountId } = target;
  const change = (why: string, gesture: string) =>
    id === null
      ? write<TargetView>("POST", "/targets", { accountId, why }, gesture)
      : write<TargetView>("PATCH", `/targets/${id}`, { why }, gesture);
  const undo = useWrite(
    (to: { id: string; why: string | null }, gesture) =>
      write<TargetView>("PATCH", `/targets/${to.id}`, { why: to.why }, gesture),
    { refresh: TARGET_READS },
  );
  return useWrite(change, {
    refresh: TARGET_READS,
    done: (after) => {
      const kept = after.id;
      say(
        `${nameOf(target)}: why is written down.`,
        kept === null ? undefined : () => undo.sendNow({ id: kept, why: target.why }),
      );
      done();
    },
  });
}

/** Drops a target, with the way back. */
export function useDropTarget(target: TargetView): Writing<void, unknown> {
  const say = useUndo();
  const { id, accountId } = target;
  const path = id === null ? `/accounts/${accountId}/named` : `/targets/${id}/dropped`;
  const back = useWrite(
    (_: void, gesture) => write(id === null ? "PUT" : "DELETE", path, undefined, gesture),
    { refresh: TARGET_READS },
  );
  return useWrite((_: void, gesture) => write(id === null ? "DELETE" : "PUT", path, undefined, gesture), {
    refresh: TARGET_READS,
    done: () => say(`${nameOf(target)} is no target any more.`, () => back.sendNow()),
  });
}
