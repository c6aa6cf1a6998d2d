import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { systemClock } from "#lib/kernel/clock.ts";
import { isOnline, useOnline } from "./network.ts";
import { toSend } from "./outbox.ts";
import { sendShelved, type Round } from "./outbox-sender.ts";
import { shelved, watchShelf, type Shelved } from "./outbox-shelf.ts";
import { readAnew, useRead } from "./queries.ts";
import { ME, type SignedIn } from "./signed-in.ts";

const OUTBOX = "outbox";
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 120_000;
const NOTHING: readonly Shelved[] = [];

/** What whoever is signed in has written and the server has not answered. */
export function useOutbox(): readonly Shelved[] {
  const memberId = useMemberId();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: [OUTBOX, memberId],
    queryFn: async () => (memberId === undefined ? [] : await shelved(memberId)),
    staleTime: Infinity,
  });
  useEffect(() => watchShelf(() => void client.invalidateQueries({ queryKey: [OUTBOX] })), [client]);
  return found.data ?? NOTHING;
}

/** Ids of what was dealt with on this device and has not been sent: no screen asks for it again meanwhile. */
export function useDealtWith(): ReadonlySet<string> {
  const kept = useOutbox();
  return useMemo(
    () =>
      new Set(kept.filter((each) => each.waits && each.refusal === undefined).flatMap(({ about }) => about)),
    [kept],
  );
}

/** Sends what waits: at the start, when the network or the person comes back, and from time to time in between. */
export function useSender(tell: (round: Round) => void): void {
  const memberId = useMemberId();
  const client = useQueryClient();
  const online = useOnline();
  const waits = toSend(useOutbox(), nowMs()).length > 0;
  const [failed, setFailed] = useState(0);
  const send = useEffectEvent(async (all: boolean) => {
    if (memberId === undefined || !isOnline()) return;
    const round = await sendShelved(memberId, all);
    const refresh = [...new Set(round.sent.flatMap((each) => each.refresh))];
    if (refresh.length > 0) void readAnew(client, refresh);
    tell(round);
    // What was refused waits for somebody, and once they have decided goes out at once.
    setFailed((before) => (round.left && round.sent.length === 0 ? before + 1 : 0));
  });
  useEffect(() => {
    if (memberId === undefined) return undefined;
    const timer = setTimeout(() => void send(true));
    return () => clearTimeout(timer);
  }, [memberId]);
  useEffect(() => {
    if (!waits || !online) return undefined;
    const pause = failed === 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failed - 1), LONGEST_WAIT_MS);
    const timer = setTimeout(() => void send(false), pause);
    const back = () => void (document.visibilityState === "visible" && send(false));
    document.addEventListener("visibilitychange", back);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", back);
    };
  }, [waits, online, failed]);
}

function useMemberId(): string | undefined {
  return useRead<SignedIn>(ME).data?.member.id;
}

function nowMs(): number {
  return systemClock.now().getTime();
}
