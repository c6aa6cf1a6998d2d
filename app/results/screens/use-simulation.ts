import { useEffect, useMemo, useState } from "react";
import type { Ahead, Plan, Projection } from "../projection.ts";
import type { Question, Told } from "../simulation.ts";

export interface Simulated {
  /** The last answer there is: of this question, or of the one before while this one is reckoned. */
  projection: Projection | null;
  plan: Plan | null;
  /** Of which question that is the answer: what is said of it speaks of no other. */
  of: Question | null;
  /** Rounds; null: nothing is being reckoned. */
  progress: { done: number; of: number } | null;
  /** The browser could not. */
  failed: boolean;
}

interface Said {
  projection: Projection | null;
  plan: Plan | null;
  /** Which question was answered last, and which one so many rounds were played of. */
  answered: Question | null;
  played: { question: Question; done: number; of: number } | null;
  failed: boolean;
}

const NOTHING: Said = { projection: null, plan: null, answered: null, played: null, failed: false };

/**
 * Reckons beside the page. A question that is changed ends the run before it: whoever presses three times waits once. `ahead` is the same
 * object for as long as it is the same question; `wanted`: clients to plan back from, null for what comes.
 */
export function useSimulation(ahead: Ahead | null, wanted: number | null): Simulated {
  const [said, setSaid] = useState(NOTHING);
  const question = useMemo(
    (): Question | null => (ahead === null ? null : { asked: 0, ahead, wanted }),
    [ahead, wanted],
  );
  useEffect(() => {
    if (question === null) return undefined;
    const worker = new Worker(new URL("simulation-worker.ts", import.meta.url), { type: "module" });
    const hear = ({ data }: MessageEvent<Told>) => setSaid((before) => heard(before, question, data));
    const fail = () => setSaid((before) => ({ ...before, answered: question, failed: true }));
    worker.addEventListener("message", hear);
    worker.addEventListener("error", fail);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name.
    worker.postMessage(question);
    return () => worker.terminate();
  }, [question]);
  const { projection, plan, failed, answered, played } = said;
  const begun = { done: 0, of: question?.ahead.rounds ?? 0 };
  const progress =
    question === null || answered === question ? null : played?.question === question ? played : begun;
  return { projection, plan, of: answered, failed, progress };
}

function heard(before: Said, question: Question, told: Told): Said {
  if (told.kind === "progress") return { ...before, played: { question, done: told.done, of: told.of } };
  const answer = told.kind === "projection" ? { projection: told.projection } : { plan: told.plan };
  return { ...before, ...answer, answered: question, failed: false };
}
