import { useEffect, useEffectEvent, useState } from "react";
import { isLost, write } from "#lib/web/api.ts";
import { useWrite } from "#lib/web/queries.ts";
import type { PlanView } from "../plan-view.ts";
import type { TalkWords } from "../talk-part.ts";
import {
  forPlan,
  keepTalk,
  readTalk,
  shownWith,
  talkKey,
  toSend,
  UNTOUCHED,
  unsentAfter,
  type TalkDraft,
} from "./talk-draft.ts";

/** So long after the last key what is typed goes to the plan. */
const PAUSE_MS = 1_000;
const TRY_AGAIN_MS = 15_000;

/**
 * What was written over the words of a talk. Where there is a plan it is kept there, for every device and the coach; what has
 * not arrived there yet, and all of it where there is no plan, is kept on this device.
 */
export function useTalkDraft(
  { personId, memberId, moment }: { personId: string; memberId: string; moment: string },
  plan: PlanView | undefined,
) {
  const withoutPlan = talkKey({ memberId, personId, moment });
  const key = plan === undefined ? withoutPlan : talkKey({ memberId, personId, moment, planId: plan.id });
  const [draft, setDraft] = useState<TalkDraft>(() =>
    plan === undefined ? readTalk(key) : forPlan(readTalk(key), readTalk(withoutPlan)),
  );
  const [saved, setSaved] = useState<TalkWords>(plan?.talk ?? {});
  const [touched, setTouched] = useState(false);
  const keep = (next: TalkDraft) => {
    setDraft(next);
    keepTalk(key, next);
    if (plan !== undefined) keepTalk(withoutPlan, null);
  };
  const save = useWrite(
    (edits: TalkDraft["edits"], gesture) =>
      write<PlanView>("PATCH", `/plans/${plan?.id}`, { talk: toSend(edits) }, gesture),
    {
      refresh: ["/plans"],
      done: ({ talk }, sent) => {
        setSaved(talk);
        // Meanwhile more may have been typed, also after this page was left.
        const left = unsentAfter(readTalk(key), sent);
        setDraft(left);
        keepTalk(key, left);
      },
    },
  );
  const waits = plan?.state === "planned" && Object.keys(draft.edits).length > 0;
  const lost = save.problem !== null && isLost(save.problem);
  const refused = save.problem !== null && !lost;
  const flush = () => {
    if (waits && !save.busy) save.send(draft.edits);
  };
  const send = useEffectEvent((edits: TalkWords) => save.send(edits));
  const leave = useEffectEvent(flush);
  useEffect(() => {
    if (!waits || save.busy || refused) return undefined;
    const online = () => send(draft.edits);
    const timer = setTimeout(online, lost ? TRY_AGAIN_MS : PAUSE_MS);
    addEventListener("online", online);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", online);
    };
  }, [waits, draft.edits, save.busy, lost, refused]);
  useEffect(() => () => leave(), []);
  return {
    draft: { ...draft, edits: shownWith(saved, draft.edits) },
    change: (some: Partial<TalkDraft>) => {
      setTouched(true);
      if (refused) save.forget();
      keep({ ...draft, ...some, edits: { ...draft.edits, ...some.edits } });
    },
    forget: () => {
      setDraft(UNTOUCHED);
      keepTalk(key, null);
    },
    /** Sends what was typed without waiting for a pause. */
    flush,
    /** Where what was typed is now; null before anything was. */
    kept: !touched
      ? null
      : keptText({ plan: plan !== undefined, waits, lost, refused: refused ? save.problem?.reason : null }),
  };
}

function keptText(of: {
  plan: boolean;
  waits: boolean;
  lost: boolean;
  refused: string | null | undefined;
}): string {
  if (!of.plan) return "Kept on this device.";
  if (of.refused) return `Kept on this device: ${of.refused}`;
  if (of.lost) return "Kept on this device; it goes to your plan once there is a connection.";
  return of.waits ? "…" : "Kept with your plan.";
}
