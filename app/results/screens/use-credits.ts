import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Verdict } from "../credit-dispute.ts";
import type { SaidShape } from "../credit-rule.ts";
import type { DisputeView, RulesView } from "../credit-view.ts";

// What hangs on a credit: a deal's own, the open questions, what a source started, what happened.
const READS = ["/deals", "/credit-disputes", "/results/sources", "/timeline"];

export function useSetRule(done: () => void): Writing<SaidShape & { reason: string }, RulesView> {
  const say = useUndo();
  return useWrite((said, gesture) => write<RulesView>("POST", "/credit-rules", said, gesture), {
    refresh: ["/credit-rules", "/results/sources"],
    done: ({ now, versions }, { reason }) => {
      const isNew = versions[0]?.set?.reason === reason.trim();
      say(
        isNew
          ? `Version ${now.version} holds for deals that are won from now on.`
          : "This is the rule that holds already: nothing was changed.",
      );
      done();
    },
  });
}

/** What was brought in since last night is credited now; whoever asks looks again until it is. */
export function useBookNow(done: () => void): Writing<void, unknown> {
  return useWrite((_: void, gesture) => write("POST", "/credit-bookings", undefined, gesture), {
    refresh: ["/results/sources"],
    done,
  });
}

/** Takes back what was raised, or what was decided, by its address. */
export function useTakeBack(): Writing<string, unknown> {
  return useWrite((path: string, gesture) => write("DELETE", path, undefined, gesture), { refresh: READS });
}

export function useRaise(
  dealId: string,
  done: () => void,
): Writing<{ reason: string; proposes: string }, DisputeView> {
  const say = useUndo();
  const undo = useTakeBack();
  return useWrite(
    (said, gesture) => write<DisputeView>("POST", `/deals/${dealId}/credit-disputes`, said, gesture),
    {
      refresh: READS,
      done: ({ id }) => {
        say("Raised.", () => undo.sendNow(`/credit-disputes/${id}`));
        done();
      },
    },
  );
}

export interface WantedDecision {
  verdict: Verdict;
  shape?: SaidShape;
  shares?: { personId: string; minor: number }[];
  reason: string;
}

export function useDecide(disputeId: string, done: () => void): Writing<WantedDecision, DisputeView> {
  const say = useUndo();
  const undo = useTakeBack();
  return useWrite(
    (said, gesture) => write<DisputeView>("PUT", `/credit-disputes/${disputeId}/decision`, said, gesture),
    {
      refresh: READS,
      done: ({ decision }) => {
        if (decision !== null) say("Decided.", () => undo.sendNow(`/credit-decisions/${decision.id}`));
        done();
      },
    },
  );
}
