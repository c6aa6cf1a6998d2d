import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { writtenToday } from "#people/said-actions.ts";
import { needOpenTeam } from "#team/team-actions.ts";
import {
  endIdealClient,
  findIdealClient,
  holdIdealClient,
  insertIdealClient,
  updateIdealClient,
  type IdealClientRow,
} from "./ideal-client-store.ts";
import {
  cleanIdealClient,
  mayDraw,
  scopeOf,
  type BelongsTo,
  type IdealClientFacts,
  type Scope,
} from "./ideal-client.ts";

export interface WantedIdealClient extends Partial<IdealClientFacts> {
  scope: Scope;
  /** For a team's; none: the team of whoever draws it. */
  teamId?: string | null;
}

/** Draws a picture of whom to meet. Throws Problem invalid, not-allowed, not-found for a team that is not there. */
export async function drawIdealClient(
  tx: Tx,
  actor: Actor,
  wanted: WantedIdealClient,
): Promise<IdealClientRow> {
  const facts = cleanIdealClient(wanted);
  const whose = whoseOf(actor, wanted);
  if (whose.teamId !== null) await needOpenTeam(tx, whose.teamId);
  refuse(actor, whose);
  const id = newId(actor.now);
  await insertIdealClient(tx, {
    ...facts,
    ...whose,
    id,
    day: actor.today,
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, { id, ...facts, ...whose }, "ideal-client.drawn");
  return getIdealClient(tx, id);
}

/** Retired ones too. Throws Problem not-found. */
export async function getIdealClient(tx: Tx, id: string): Promise<IdealClientRow> {
  const picture = await findIdealClient(tx, id);
  if (!picture) throw notFound("ideal client");
  return picture;
}

/** What is not said stays. Throws Problem not-found, not-allowed, invalid. */
export async function changeIdealClient(
  tx: Tx,
  actor: Actor,
  id: string,
  said: Partial<IdealClientFacts>,
): Promise<IdealClientRow> {
  const before = await heldOwn(tx, actor, id);
  const after = cleanIdealClient({ ...before, ...said });
  const fields = (Object.keys(after) as (keyof IdealClientFacts)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return before;
  await updateIdealClient(tx, id, after);
  await tell(tx, actor, { ...before, ...after }, "ideal-client.changed", { fields });
  return getIdealClient(tx, id);
}

/** It is proposed no more; what used it keeps it. Throws Problem not-found, not-allowed, conflict. */
export async function retireIdealClient(tx: Tx, actor: Actor, id: string): Promise<IdealClientRow> {
  const picture = await heldOwn(tx, actor, id);
  if (picture.retiredOn !== null) throw conflict(`“${picture.name}” is retired already`);
  await endIdealClient(tx, id, { retiredOn: actor.today, by: actor.member.id });
  await tell(tx, actor, picture, "ideal-client.retired");
  return getIdealClient(tx, id);
}

/** Throws Problem not-found, not-allowed, conflict. */
export async function bringBackIdealClient(tx: Tx, actor: Actor, id: string): Promise<IdealClientRow> {
  const picture = await heldOwn(tx, actor, id);
  if (picture.retiredOn === null) throw conflict(`“${picture.name}” is not retired: it stands`);
  await endIdealClient(tx, id, null);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["ideal-client.retired"] },
    "ideal-client.brought-back",
  );
  return getIdealClient(tx, id);
}

/** Only on the day it was drawn, when it was a slip. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackIdealClient(tx: Tx, actor: Actor, id: string): Promise<void> {
  const picture = await heldOwn(tx, actor, id);
  if (!writtenToday(actor, picture))
    throw conflict(`“${picture.name}” may have been used: retire it instead`);
  await endIdealClient(tx, id, { takenBackAt: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "ideal-client.taken-back");
}

function whoseOf(actor: Actor, { scope, teamId }: WantedIdealClient): BelongsTo {
  if (scope === "rep") return { memberId: actor.member.id, teamId: null };
  if (scope === "workspace") return { memberId: null, teamId: null };
  const team = teamId ?? actor.member.teamId ?? actor.leads[0] ?? null;
  if (team === null) throw invalid("say for which team", "teamId");
  return { memberId: null, teamId: team };
}

async function heldOwn(tx: Tx, actor: Actor, id: string): Promise<IdealClientRow> {
  const picture = await holdIdealClient(tx, id);
  if (!picture) throw notFound("ideal client");
  refuse(actor, picture);
  return picture;
}

function refuse(actor: Actor, picture: BelongsTo): void {
  if (mayDraw(actor, picture)) return;
  throw notAllowed(
    {
      rep: "this picture is a colleague's own: only they change it",
      team: "the pictures of a team are drawn by its manager",
      workspace: "the pictures of the whole workspace are drawn by its leaders",
    }[scopeOf(picture)],
  );
}

async function tell(
  tx: Tx,
  actor: Actor,
  picture: BelongsTo & { id: string; name: string },
  verb: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "ideal-client", id: picture.id },
      day: actor.today,
      concerns: [actor.member.id, picture.memberId],
      detail: { name: picture.name, scope: scopeOf(picture), ...more },
    },
  ]);
}
