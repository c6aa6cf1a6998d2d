import { useCallback, useEffect, useState } from "react";
import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { changeTake, sweepTakes, takesOf, watchTakes, type DeviceTake } from "./take-shelf.ts";

/** A member's takes on this device; undefined while they are looked for, null where this browser keeps nothing. */
export function useDeviceTakes(memberId: string | undefined): readonly DeviceTake[] | null | undefined {
  const [takes, setTakes] = useState<readonly DeviceTake[] | null>();
  useEffect(() => {
    if (memberId === undefined) return undefined;
    let left = false;
    const look = () =>
      void takesOf(memberId).then(
        (found) => !left && setTakes(found),
        () => !left && setTakes(null),
      );
    void sweepTakes().then(look, look);
    const unwatch = watchTakes(look);
    return () => {
      left = true;
      unwatch();
    };
  }, [memberId]);
  return takes;
}

/** Throws takes away and says so, with the way back. */
export function useThrowAway(): (takes: readonly DeviceTake[], said: string) => void {
  const say = useUndo();
  return useCallback(
    (takes, said) =>
      void Promise.all(takes.map(({ id }) => changeTake(id, { state: "gone" }))).then(() =>
        say(said, async () => await Promise.all(takes.map(({ id, state }) => changeTake(id, { state })))),
      ),
    [say],
  );
}

export const TAKE_READS = ["/practice-takes", "/practice-sessions"];

/** Gone at once for whoever could see it; it stays on the device that it was recorded on. */
export function useWithdrawTake(id: string, done?: () => void): Writing<null, void> {
  const say = useUndo();
  return useWrite((_: null, gesture) => write("DELETE", `/practice-takes/${id}`, undefined, gesture), {
    refresh: TAKE_READS,
    done: () => {
      done?.();
      say(
        "Withdrawn: nobody sees it any more, and the server has nothing of it left. The take stays on your device.",
      );
    },
  });
}
