import { postSafely } from "#lib/http/post-safely.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import type { SealedWords } from "#lib/storage/sealed-words.ts";
import { mayLead } from "#team/member.ts";
import { cleanEndpointUrl, cleanModel, hostOf } from "./endpoint.ts";
import {
  completionIn,
  judgedIn,
  judging,
  playedIn,
  playing,
  type Message,
  type SaidLine,
} from "./endpoint-prompt.ts";
import { deleteEndpoint, findEndpoint, saveEndpoint, type EndpointRow } from "./endpoint-store.ts";
import { getScenario } from "./library-actions.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import { personaFor, type End } from "./persona.ts";
import type { Kept } from "./rubric.ts";

/** As it is seen: by everybody, whom the words go to; by a leader, all but the key. */
export interface SeenEndpoint {
  /** Null: nobody plays but the personas of the device. */
  host: string | null;
  settings: (Omit<EndpointRow, "keySealed"> & { hasKey: boolean }) | null;
}

export interface WantedEndpoint {
  url: string;
  model: string;
  /** Not said: as it was, for the same server. Null: none. */
  key?: string | null | undefined;
  seconds: number;
  isOn: boolean;
}

export async function seeEndpoint(tx: Tx, actor: Actor): Promise<SeenEndpoint> {
  const endpoint = await findEndpoint(tx);
  if (!endpoint) return { host: null, settings: null };
  const { keySealed, ...rest } = endpoint;
  return {
    host: endpoint.isOn ? hostOf(endpoint.url) : null,
    settings: mayLead(actor) ? { ...rest, hasKey: keySealed !== null } : null,
  };
}

/** Throws Problem not-allowed, invalid. */
export async function setEndpoint(
  tx: Tx,
  actor: Actor,
  sealed: SealedWords,
  wanted: WantedEndpoint,
): Promise<SeenEndpoint> {
  refuseOthers(actor);
  const url = cleanEndpointUrl(wanted.url);
  const model = cleanModel(wanted.model);
  const before = await findEndpoint(tx);
  const bound = boundTo(tx, url);
  const kept = before && new URL(before.url).origin === new URL(url).origin ? before.keySealed : null;
  if (wanted.key === undefined && before?.keySealed && kept === null)
    throw invalid("this is another server: give its key, or say that it has none", "key");
  const keySealed =
    wanted.key === undefined ? kept : wanted.key === null ? null : sealed.seal(wanted.key, bound);
  await saveEndpoint(tx, { url, model, keySealed, seconds: wanted.seconds, isOn: wanted.isOn }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "practice-endpoint.set",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      concerns: [],
      detail: { host: hostOf(url), isOn: wanted.isOn },
    },
  ]);
  return seeEndpoint(tx, actor);
}

/** Its address and its key are gone. Throws Problem not-allowed, not-found. */
export async function dropEndpoint(tx: Tx, actor: Actor): Promise<void> {
  refuseOthers(actor);
  if (!(await deleteEndpoint(tx))) throw notFound("endpoint");
  await writeJournal(tx, actor, [
    {
      verb: "practice-endpoint.dropped",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      concerns: [],
      detail: {},
    },
  ]);
}

/** What is needed to call it once the transaction is over. */
export interface Calling {
  url: string;
  model: string;
  key: string | null;
  seconds: number;
  messages: Message[];
}

/** Throws Problem not-allowed, conflict while there is none. */
export async function prepareTrial(tx: Tx, actor: Actor, sealed: SealedWords): Promise<Calling> {
  refuseOthers(actor);
  return calling(tx, sealed, await findEndpoint(tx), [
    {
      role: "system",
      content: 'Answer with JSON and nothing else: {"says": "one friendly greeting", "end": null}',
    },
    { role: "user", content: "Good morning!" },
  ]);
}

/** Throws Problem not-found, conflict while it is off. */
export async function preparePlay(
  tx: Tx,
  sealed: SealedWords,
  {
    scenario: key,
    language,
    lines,
  }: { scenario: string; language: PracticeLanguage; lines: readonly SaidLine[] },
): Promise<Calling> {
  const { scenario, rubric } = await getScenario(tx, key, language);
  const persona = personaFor(scenario, rubric, language);
  return calling(tx, sealed, await switchedOn(tx), playing(scenario, persona, language, lines));
}

/** Throws Problem not-found, conflict while it is off. */
export async function prepareJudgement(
  tx: Tx,
  sealed: SealedWords,
  {
    scenario: key,
    language,
    lines,
  }: { scenario: string; language: PracticeLanguage; lines: readonly SaidLine[] },
): Promise<Calling & { read: (content: string) => Kept | null }> {
  const { rubric } = await getScenario(tx, key, language);
  const call = calling(tx, sealed, await switchedOn(tx), judging(rubric.points, lines));
  return { ...call, read: (content) => judgedIn(content, rubric.points) };
}

const MOST_ANSWER_BYTES = 64_000;

/** Asks the endpoint; outside every transaction. Throws Problem unavailable. */
export async function askEndpoint<T>(
  { url, model, key, seconds, messages }: Calling,
  read: (content: string) => T | null,
): Promise<T> {
  const answer = await postSafely({
    url,
    key,
    body: { model, messages, stream: false },
    withinMs: seconds * 1_000,
    mostBytes: MOST_ANSWER_BYTES,
  });
  const content = completionIn(answer);
  const told = content === null ? null : read(content);
  if (told === null)
    throw new Problem(
      "unavailable",
      "it answered something else than it was asked for: JSON with what it says and whether the talk ends. A larger model, or one that follows instructions, does better",
    );
  return told;
}

export function readPlayed(content: string): { words: string; end: End | null } | null {
  return playedIn(content);
}

function calling(tx: Tx, sealed: SealedWords, endpoint: EndpointRow | null, messages: Message[]): Calling {
  if (!endpoint) throw conflict("no endpoint is set");
  const { url, model, keySealed, seconds } = endpoint;
  const key = keySealed === null ? null : sealed.open(keySealed, boundTo(tx, url));
  if (keySealed !== null && key === null)
    throw new Problem("unavailable", "the key that was kept cannot be read any more; give it again");
  return { url, model, key, seconds, messages };
}

async function switchedOn(tx: Tx): Promise<EndpointRow> {
  const endpoint = await findEndpoint(tx);
  if (!endpoint?.isOn) throw conflict("nobody plays from elsewhere here; the persona of the device does");
  return endpoint;
}

/** A key opens for its own server alone. */
function boundTo({ workspaceId }: Tx, url: string): string {
  return `${workspaceId} ${new URL(url).origin}`;
}

function refuseOthers(actor: Actor): void {
  if (!mayLead(actor)) throw notAllowed("only a leader sets who may play a persona");
}
