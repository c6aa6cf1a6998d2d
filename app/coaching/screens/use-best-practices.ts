import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { ProposalView } from "../best-practice-view.ts";

const BEST_PRACTICE_READS = ["/best-practices", "/best-practice-proposals", "/wordings"];

export function useProposals(): Reading<{ items: ProposalView[] }> {
  return useRead<{ items: ProposalView[] }>("/best-practice-proposals");
}

export interface WantedWords {
  wordingId: string;
  teamId: string | null;
}

/** Proposes words for a library, with the way back. */
export function useProposeWords(): Writing<WantedWords, ProposalView> {
  const say = useUndo();
  const undo = useWrite(
    (id: string, gesture) => write("DELETE", `/best-practice-proposals/${id}`, undefined, gesture),
    { refresh: BEST_PRACTICE_READS },
  );
  return useWrite(
    (wanted, gesture) => write<ProposalView>("POST", "/best-practice-proposals", wanted, gesture),
    {
      refresh: BEST_PRACTICE_READS,
      done: ({ id, decision, teamName }) => {
        const library = teamName === null ? "everybody’s library" : `the library of ${teamName}`;
        say(
          decision === "accepted"
            ? `These words are in ${library} now.`
            : `Proposed for ${library}. Whoever decides on it finds it here.`,
          () => undo.sendNow(id),
        );
      },
    },
  );
}

export function useTakeBackProposal({ wordingId, teamId }: ProposalView): Writing<string, unknown> {
  const say = useUndo();
  const again = useWrite(
    (wanted: WantedWords, gesture) => write("POST", "/best-practice-proposals", wanted, gesture),
    { refresh: BEST_PRACTICE_READS },
  );
  return useWrite((id, gesture) => write("DELETE", `/best-practice-proposals/${id}`, undefined, gesture), {
    refresh: BEST_PRACTICE_READS,
    done: () => say("Taken back.", () => again.sendNow({ wordingId, teamId })),
  });
}

export interface Answer {
  accepts: boolean;
  why: string | null;
}

/** Accepts or refuses, with the way back. */
export function useAnswerProposal(id: string, done: () => void): Writing<Answer, unknown> {
  const say = useUndo();
  const path = `/best-practice-proposals/${id}/answer`;
  const undo = useWrite((_: void, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: BEST_PRACTICE_READS,
  });
  return useWrite((answer, gesture) => write("PUT", path, answer, gesture), {
    refresh: BEST_PRACTICE_READS,
    done: (_, { accepts }) => {
      say(accepts ? "They are in the library now." : "Refused, and why is said.", () => undo.sendNow());
      done();
    },
  });
}
