import { ApiProblem, write } from "#lib/web/api.ts";
import { useRead } from "#lib/web/queries.ts";
import type { EndpointView, JudgedView, PlayedView } from "../endpoint-view.ts";
import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Kept } from "../rubric.ts";
import type { Scenario } from "../scenario.ts";
import type { Line } from "./use-talk.ts";

/** A persona that is played from elsewhere. */
export interface FarTalk {
  /** Whom the words go to. */
  host: string;
  scenario: string;
  language: PracticeLanguage;
}

const PATIENCE_MS = 75_000;

/** Null while no leader has switched one on; "unknown" until that is known. */
export function useFarPersona({ key }: Scenario, language: PracticeLanguage): FarTalk | null | "unknown" {
  const { data, problem } = useRead<EndpointView>("/practice-endpoint");
  if (problem) return null;
  if (data === undefined) return "unknown";
  return data.host === null ? null : { host: data.host, scenario: key, language };
}

/** What they say next, or in one sentence why nothing came. */
export async function answerFromAfar(
  { host, ...talk }: FarTalk,
  lines: readonly Line[],
): Promise<PlayedView | { trouble: string }> {
  try {
    return await write<PlayedView>("POST", "/practice-answers", { ...talk, lines }, undefined, {
      patienceMs: PATIENCE_MS,
    });
  } catch (error) {
    const reason = error instanceof ApiProblem ? error.reason : "nothing came back";
    return { trouble: `${host} did not answer: ${reason.replace(/\.$/, "")}.` };
  }
}

/** How they would score it; null where nothing came. */
export async function judgedFromAfar(
  { host: _host, ...talk }: FarTalk,
  lines: readonly Line[],
): Promise<Kept | null> {
  try {
    const { kept } = await write<JudgedView>("POST", "/practice-judgements", { ...talk, lines }, undefined, {
      patienceMs: PATIENCE_MS,
    });
    return kept;
  } catch {
    return null;
  }
}
