import type { Actor } from "#lib/kernel/actor.ts";
import { isId, newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { getMember } from "#team/member-actions.ts";
import { needOpenTeam } from "#team/team-actions.ts";
import type { Moment } from "./ask.ts";
import { appliesTo, type BelongsTo } from "./ideal-client.ts";
import { PARTS, type Part } from "./talk-part.ts";
import { checkWording, mayWriteWording, type Choice } from "./wording.ts";
import { byWhatWorks } from "./wording-order.ts";
import { isSeed, seedsIn } from "./wordings/talk-languages.ts";
import {
  countWordings,
  holdWording,
  insertUses,
  insertWording,
  listWordings,
  standingWordings,
  takeBackWordingRow,
  updateBelongs,
  updateRetired,
  usesOf,
  type HeldWording,
  type WordingRow,
} from "./wording-store.ts";

/** Enough for a big team; a list nobody reads to its end is no library. */
const MOST = 1_000;

export interface WantedWording extends BelongsTo {
  moment: Moment;
  part: Part;
  language: string;
  text: string;
  /** One that these words take the place of: it is retired. */
  replaces?: string | undefined;
}

/** A wording of the workspace's own, or one that every workspace begins with (`wording` null). */
export interface RatedWording extends Choice {
  wording: WordingRow | null;
  /** Whether it stands among the choices of the actor's own talks. */
  offered: boolean;
  mayChange: boolean;
}

/** The library of a language with what came of each, by part, the ones that work first. */
export async function listRated(
  tx: Tx,
  actor: Actor,
  asked: { language: string; moment?: Moment },
): Promise<RatedWording[]> {
  const own = await listWordings(tx, asked);
  const seeds = seedsIn(asked.language).filter(
    ({ moment }) => asked.moment === undefined || moment === asked.moment || moment === "anytime",
  );
  const uses = await usesOf(tx, { ids: own.map(({ id }) => id), seeds: seeds.map(({ key }) => key) });
  const usedBy = new Map(uses.map((use) => [use.key, use]));
  const rated = [
    ...own.map((wording) => ({
      ...choiceOf(wording),
      wording,
      offered: wording.retiredOn === null && appliesTo(wording, actor.member),
      mayChange: mayWriteWording(actor, wording, wording.memberTeamId),
    })),
    ...seeds.map((seed) => ({ ...seed, wording: null, offered: true, mayChange: false })),
  ].map((each) => ({ ...each, ...usedBy.get(each.key) }));
  return PARTS.flatMap((part) => byWhatWorks(rated.filter((each) => each.part === part)));
}

/** Throws Problem invalid naming the field, not-found, not-allowed. */
export async function writeWording(tx: Tx, actor: Actor, wanted: WantedWording): Promise<string> {
  const text = checkWording(wanted);
  const { teamId, memberId, moment, part, language, replaces } = wanted;
  if (teamId !== null && memberId !== null)
    throw invalid("a team's, or one member's own: not both", "teamId");
  if (teamId !== null) await needOpenTeam(tx, teamId);
  const memberTeamId = memberId === null ? null : (await getMember(tx, actor, memberId)).teamId;
  if (!mayWriteWording(actor, wanted, memberTeamId)) throw refusal(wanted);
  if ((await countWordings(tx)) >= MOST) throw conflict(`${MOST} wordings are enough; take some back first`);
  const id = newId(actor.now);
  await insertWording(tx, { id, moment, part, language, text, teamId, memberId }, actor);
  const happenings = [happeningOf({ id, moment, part, memberId }, "wording.written", actor)];
  if (replaces !== undefined) {
    const before = await holdOwnWording(tx, actor, replaces);
    if (before.retiredOn === null) {
      await updateRetired(tx, before.id, actor);
      happenings.push(happeningOf(before, "wording.retired", actor));
    }
  }
  await writeJournal(tx, actor, happenings);
  return id;
}

/** It is offered no more; talks that used it keep it. Again changes nothing. */
export async function retireWording(tx: Tx, actor: Actor, id: string): Promise<void> {
  const wording = await holdOwnWording(tx, actor, id);
  if (wording.retiredOn !== null) return;
  await updateRetired(tx, id, actor);
  await writeJournal(tx, actor, [happeningOf(wording, "wording.retired", actor)]);
}

export async function bringBackWording(tx: Tx, actor: Actor, id: string): Promise<void> {
  const wording = await holdOwnWording(tx, actor, id);
  if (wording.retiredOn === null) return;
  await updateRetired(tx, id, null);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["wording.retired"] },
    "wording.brought-back",
  );
}

/**
 * Words become a team's or everybody's, or their member's again, with what came of them. Whoever moves them may write both. Answers
 * whose they were. Throws Problem not-found, not-allowed, conflict.
 */
export async function moveWording(tx: Tx, actor: Actor, id: string, to: BelongsTo): Promise<BelongsTo> {
  const wording = await holdOwnWording(tx, actor, id);
  const { teamId, memberId } = wording;
  if (wording.retiredOn !== null) throw conflict("these words are retired; bring them back first");
  if (to.teamId !== null) await needOpenTeam(tx, to.teamId);
  const memberTeamId = to.memberId === null ? null : (await getMember(tx, actor, to.memberId)).teamId;
  if (!mayWriteWording(actor, to, memberTeamId)) throw refusal(to);
  await updateBelongs(tx, id, to);
  const moved = happeningOf(wording, "wording.moved", actor);
  await writeJournal(tx, actor, [
    { ...moved, detail: { ...moved.detail, teamId: to.teamId, memberId: to.memberId } },
  ]);
  return { teamId, memberId };
}

/** For a slip. Throws Problem conflict once it was said in a talk: then it can be retired. */
export async function takeBackWording(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdOwnWording(tx, actor, id);
  const [used] = await usesOf(tx, { ids: [id], seeds: [] });
  if (used) throw conflict("it was said in a talk, and what came of it is kept with it; retire it instead");
  await takeBackWordingRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "wording.taken-back");
}

/** Keeps with what words a conversation was held. Throws Problem invalid for words that nobody has. */
export async function noteWordsUsed(
  tx: Tx,
  actor: Actor,
  conversationId: string,
  keys: readonly string[],
): Promise<void> {
  const once = [...new Set(keys)];
  const ids = once.filter(isId);
  const seeds = once.filter((key) => !isId(key));
  const standing = await standingWordings(tx, ids);
  const unknown = seeds.some((key) => !isSeed(key)) || standing.length < ids.length;
  if (unknown) throw invalid("there are no such words here; leave them out", "wordings");
  const used = [...standing.map((wordingId) => ({ wordingId })), ...seeds.map((seed) => ({ seed }))];
  await insertUses(tx, conversationId, used, actor.now);
}

async function holdOwnWording(tx: Tx, actor: Actor, id: string): Promise<HeldWording> {
  const wording = await holdWording(tx, id);
  if (!wording) throw notFound("wording");
  if (!mayWriteWording(actor, wording, wording.memberTeamId)) throw refusal(wording);
  return wording;
}

function refusal({ teamId, memberId }: BelongsTo) {
  if (memberId !== null)
    return notAllowed("these words are a colleague's own: they, their manager or a leader can change them");
  return notAllowed(
    teamId === null
      ? "words of the whole workspace are a leader's to change; write your own"
      : "a team's words are its manager's or a leader's to change; write your own",
  );
}

function choiceOf({ id, moment, part, text }: WordingRow): Choice {
  return { key: id, moment, part, text, seed: false, talks: 0, introductions: 0 };
}

function happeningOf(
  { id, moment, part, memberId }: Pick<HeldWording, "id" | "moment" | "part" | "memberId">,
  verb: string,
  actor: Actor,
): Happening {
  return {
    verb,
    subject: { kind: "wording", id },
    day: actor.today,
    concerns: [actor.member.id, memberId],
    detail: { moment, part },
  };
}
