import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";

type Counts = ReadonlyMap<string, number>;
interface Room {
  shown: Counts;
  tell: (name: string, count: number) => void;
}
const RoomContext = createContext<Room | null>(null);

/** Parts of a page that share what room there is: `share` says how many lines each may show; one line opens the others. */
export function SharedRoom({ share, children }: { share: (counts: Counts) => Counts; children: ReactNode }) {
  const [counts, setCounts] = useState<Counts>(new Map());
  const [opened, setOpened] = useState(false);
  const tell = useCallback(
    (name: string, count: number) =>
      setCounts((before) => (before.get(name) === count ? before : new Map(before).set(name, count))),
    [],
  );
  const shown = useMemo(() => (opened ? counts : share(counts)), [opened, counts, share]);
  const room = useMemo(() => ({ shown, tell }), [shown, tell]);
  const folded = sum(counts) - sum(shown);
  return (
    <RoomContext value={room}>
      {children}
      {folded > 0 && <Button tone="quiet" onClick={() => setOpened(true)}>{`${folded} more`}</Button>}
    </RoomContext>
  );
}

/** How many of its lines a part shows; all of them where it shares its room with nobody. */
export function useSharedRoom(name: string, count: number): number {
  const room = useContext(RoomContext);
  const tell = room?.tell;
  useEffect(() => tell?.(name, count), [tell, name, count]);
  return room === null ? count : Math.min(count, room.shown.get(name) ?? 0);
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
