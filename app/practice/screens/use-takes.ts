import { useCallback, useEffect, useState } from "react";
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
