import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { MOMENTS, type Moment } from "#asks/ask.ts";
import type { Part } from "#asks/talk-part.ts";
import { moveWording } from "#asks/wording-actions.ts";
import { LANGUAGE_CODES, seedsIn } from "#asks/wordings/talk-languages.ts";
import { repsIn } from "./board-actions.ts";
import {
  askCells,
  reasonsNamed,
  wordingCells,
  wordingsNamed,
  type AskCell,
  type NamedReason,
  type NamedWording,
  type WordsCell,
} from "./best-practice-reader.ts";
import {
  holdProposal,
  insertProposal,
  listProposals,
  takeBackProposalRow,
  updateDecision,
  wentFurther,
  type ProposalRow,
} from "./best-practice-store.ts";
import { mayDecide, practicesOf, WEEKS_LOOKED_BACK, type Practice } from "./best-practice.ts";

/** Words are asked about for a company's worth of talks no quicker than a page may take. */
const MOST_WITH_WORDS = 60;
const LONGEST_WHY = 300;
/** What was decided stays in the list so long. */
const DECIDED_DAYS = 90;

export interface WordsPractice extends Practice {
  part: Part;
  text: string;
  /** Null: one that every workspace begins with. */
  wording: NamedWording | null;
  /** Whether they are said in this team already: the team's, or everybody's. */
  inLibrary: boolean;
}

export interface WhatWorks {
  from: Day;
  to: Day;
  reps: number;
  asks: number;
  introductions: number;
  moments: (Practice & { moment: Moment })[];
  reasons: (Practice & { reason: NamedReason })[];
  /** Null: they are too many people; words are told team by team. */
  wordings: WordsPractice[] | null;
}

/** Which moments, business reasons and words led to introductions in half a year: of a team, or of everybody. Throws Problem not-found. */
export async function whatWorks(tx: Tx, actor: Actor, teamId: string | null): Promise<WhatWorks> {
  const reps = await repsIn(tx, actor, teamId);
  const memberIds = reps.map(({ id }) => id);
  const span = { from: addDays(actor.today, -7 * WEEKS_LOOKED_BACK), to: actor.today };
  const cells = await askCells(tx, memberIds, span);
  const moments = practicesOf(cells.map((cell) => ({ ...cell, key: cell.moment, stratum: cell.memberId })));
  const total = (what: "asks" | "introductions") => moments.reduce((sum, each) => sum + each[what], 0);
  return {
    ...span,
    reps: reps.length,
    asks: total("asks"),
    introductions: total("introductions"),
    moments: MOMENTS.flatMap((moment) => moments.filter(({ key }) => key === moment))
      .map((each) => ({ ...each, moment: each.key as Moment }))
      .toSorted(
        (a, b) =>
          moments.findIndex(({ key }) => key === a.key) - moments.findIndex(({ key }) => key === b.key),
      ),
    reasons: await reasonsThatWork(tx, cells),
    wordings: reps.length > MOST_WITH_WORDS ? null : await wordsThatWork(tx, memberIds, span),
  };
}

/** Those without a reason are what the others are compared with. */
async function reasonsThatWork(tx: Tx, cells: readonly AskCell[]) {
  const practices = practicesOf(
    cells.map((cell) => ({
      ...cell,
      key: cell.reasonId ?? "",
      stratum: `${cell.memberId} ${cell.moment}`,
    })),
  ).filter(({ key }) => key !== "");
  const named = await reasonsNamed(
    tx,
    practices.map(({ key }) => key),
  );
  return practices.flatMap((practice) => {
    const reason = named.find(({ id }) => id === practice.key);
    return reason === undefined ? [] : [{ ...practice, reason }];
  });
}

async function wordsThatWork(
  tx: Tx,
  memberIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<WordsPractice[]> {
  const cells = await wordingCells(tx, memberIds, span);
  const own = await wordingsNamed(tx, [...new Set(cells.flatMap(({ wordingId }) => wordingId ?? []))]);
  const seeds = new Map(LANGUAGE_CODES.flatMap(seedsIn).map((seed) => [seed.key, seed]));
  const known = new Map(own.map((wording) => [wording.id, wording]));
  const partOf = ({ key }: Pick<WordsCell, "key">) => known.get(key)?.part ?? seeds.get(key)?.part ?? null;
  // Words are compared with other words for the same part: the request with requests.
  const parts = Map.groupBy(cells, partOf);
  const practices = [...parts].flatMap(([part, here]) => (part === null ? [] : practicesOf(here)));
  return practices
    .flatMap((practice): WordsPractice[] => {
      const wording = known.get(practice.key) ?? null;
      const said = wording ?? seeds.get(practice.key);
      if (said === undefined || wording?.retired === true) return [];
      const inLibrary = wording === null || wording.memberId === null;
      return [{ ...practice, part: said.part as Part, text: said.text, wording, inLibrary }];
    })
    .toSorted((a, b) => (b.beside?.low ?? -1) - (a.beside?.low ?? -1));
}

/** What waits for an answer, and what was answered in the last quarter. Everybody sees it. */
export async function proposalsHere(tx: Tx, actor: Actor): Promise<ProposalRow[]> {
  return listProposals(tx, addDays(actor.today, -DECIDED_DAYS));
}

/**
 * Words of a member for their team's library, or of a member or a team for everybody's (`teamId` null). Whoever decides on it anyway has
 * it accepted at once. Throws Problem not-found, invalid, conflict.
 */
export async function proposeWords(
  tx: Tx,
  actor: Actor,
  wanted: { wordingId: string; teamId: string | null; why?: string | null | undefined },
): Promise<ProposalRow> {
  const why = cleanText(wanted.why, LONGEST_WHY, "why");
  const [wording] = await wordingsNamed(tx, [wanted.wordingId]);
  if (wording === undefined) throw notFound("wording");
  if (wording.retired) throw conflict("these words are retired; bring them back first");
  const { teamId } = wanted;
  if (wording.memberId === null && wording.teamId === null)
    throw conflict("these words are in everybody's library already");
  if (teamId !== null && wording.memberId === null) throw conflict("these words are a team's already");
  if (teamId !== null && wording.memberTeamId !== teamId)
    throw invalid("words go into the library of their rep's own team, or into everybody's", "teamId");
  const id = newId(actor.now);
  if (!(await insertProposal(tx, { id, wordingId: wording.id, teamId, why }, actor)))
    throw conflict("these words are proposed already, and wait for an answer");
  await tell(
    tx,
    actor,
    { id, wordingId: wording.id, teamId, ownerId: wording.memberId },
    "best-practice.proposed",
  );
  return mayDecide(actor, { teamId }) ? decideOnWords(tx, actor, id, { accepts: true }) : held(tx, id);
}

/** It was proposed by mistake; as long as nobody has answered. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackProposal(tx: Tx, actor: Actor, id: string): Promise<void> {
  const proposal = await held(tx, id);
  if (proposal.by.id !== actor.member.id) throw notAllowed("whoever proposed it takes it back");
  const own = proposal.decision === "accepted" && mayDecide(actor, proposal);
  if (proposal.decision !== null && !own)
    throw conflict("this was answered already: whoever answered can take the answer back");
  if (own) await takeBackDecision(tx, actor, id);
  await takeBackProposalRow(tx, id, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["best-practice.proposed"] },
    "best-practice.taken-back",
  );
}

/** Accepted, the words belong to the team or to all; refused, with a reason. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function decideOnWords(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { accepts: boolean; why?: string | null | undefined },
): Promise<ProposalRow> {
  const proposal = await held(tx, id);
  refuseOthers(actor, proposal);
  if (proposal.decision !== null) throw conflict("this was answered already: take the answer back first");
  const why = cleanText(said.why, LONGEST_WHY, "why");
  if (!said.accepts && why === null) throw invalid("say why not: whoever proposed it reads it", "why");
  const { wordingId, teamId, ownerId } = proposal;
  const from = said.accepts ? await moveWording(tx, actor, wordingId, { teamId, memberId: null }) : null;
  await updateDecision(tx, id, { decision: said.accepts ? "accepted" : "refused", why, from }, actor);
  await tell(
    tx,
    actor,
    { id, wordingId, teamId, ownerId, proposerId: proposal.by.id },
    said.accepts ? "best-practice.accepted" : "best-practice.refused",
  );
  return held(tx, id);
}

/** It waits again, and the words are whose they were. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackDecision(tx: Tx, actor: Actor, id: string): Promise<ProposalRow> {
  const proposal = await held(tx, id);
  refuseOthers(actor, proposal);
  if (proposal.decision === null) throw conflict("this was not answered yet");
  if (await wentFurther(tx, proposal))
    throw conflict("these words went into everybody's library since: take that answer back first");
  if (proposal.decision === "accepted") {
    const { fromTeamId: teamId, fromMemberId: memberId } = proposal;
    await moveWording(tx, actor, proposal.wordingId, { teamId, memberId });
  }
  await updateDecision(tx, id, null, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["best-practice.accepted", "best-practice.refused"] },
    "best-practice.answer-taken-back",
  );
  return held(tx, id);
}

function refuseOthers(actor: Actor, proposal: ProposalRow): void {
  if (!mayDecide(actor, proposal))
    throw notAllowed(
      proposal.teamId === null
        ? "a leader decides what is in everybody's library"
        : "whoever manages the team, or a leader, decides what is in its library",
    );
}

async function held(tx: Tx, id: string): Promise<ProposalRow> {
  const proposal = await holdProposal(tx, id);
  if (proposal === null) throw notFound("proposal");
  return proposal;
}

async function tell(
  tx: Tx,
  actor: Actor,
  {
    id,
    ownerId,
    proposerId,
    ...detail
  }: {
    id: string;
    wordingId: string;
    teamId: string | null;
    ownerId: string | null;
    proposerId?: string;
  },
  verb: string,
): Promise<void> {
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "best-practice", id },
      day: actor.today,
      concerns: [actor.member.id, ownerId, proposerId],
      detail,
    },
  ]);
}
