import { useEffect } from "react";
import { useRead, useRefreshAfter, type Reading } from "#lib/web/queries.ts";
import type { TakeView } from "../take-view.ts";
import { changeTake, type DeviceTake } from "./take-shelf.ts";
import { isOnItsWay, useSending, type Sending } from "./take-sending.ts";
import { TAKE_READS } from "./use-takes.ts";

/** What the server has of a take that was shared from this device, and how far it has come; nothing where it was not shared. */
export function useSharedTake({ id, sharedId }: DeviceTake): {
  view: TakeView | undefined;
  problem: Reading<TakeView>["problem"];
  sending: Sending | null;
} {
  const sending = useSending(sharedId);
  const { data, problem } = useRead<TakeView>(sharedId === null ? undefined : `/practice-takes/${sharedId}`);
  useRefreshAfter(isOnItsWay(sending), TAKE_READS);
  const isGone = problem?.kind === "not-found" || (data?.id === sharedId && data?.ended !== null);
  useEffect(() => {
    if (isGone && sharedId !== null) void changeTake(id, { sharedId: null });
  }, [isGone, id, sharedId]);
  return { view: data, problem, sending };
}
