import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import {
  findIssue,
  idsOfPeopleAt,
  insertIssue,
  rewordIssueRow,
  settleIssueRow,
  takeBackIssueRow,
  type IssueRow,
} from "./issue-store.ts";
import { getHeldPerson } from "./person-actions.ts";
import { lockPeople } from "./person-store.ts";
import type { SeriousIssue } from "./protection.ts";
import { listIssuesOfAccounts } from "./protection-store.ts";
import { holdersOf, refuseToEnd, tell } from "./said-actions.ts";

type Of = { kind: "person" | "account"; id: string };

const LONGEST = 2000;

/** The client is unhappy: nobody concerned is asked until it is settled. Throws Problem not-found, invalid. */
export async function raiseIssue(
  tx: Tx,
  actor: Actor,
  of: Of,
  said: { what: string; day?: Day | null },
): Promise<SeriousIssue> {
  const about = await heldSubject(tx, of);
  const what = cleanText(said.what, LONGEST, "what");
  if (what === null) throw invalid("say in a few words what is wrong", "what");
  const id = newId(actor.now);
  const day = factDay(said.day, actor.today);
  const [personId, accountId] = [about.personId, about.personId === null ? about.accountId : null];
  await insertIssue(tx, { id, personId, accountId, what, day, byId: actor.member.id, at: actor.now });
  await tellOf(tx, actor, about, { verb: "issue.raised", id, day, what });
  return getIssue(tx, id);
}

/** Throws Problem not-found. */
export async function getIssue(tx: Tx, id: string): Promise<SeriousIssue> {
  const issue = await findIssue(tx, id);
  if (!issue || issue.takenBack) throw notFound("issue");
  return seen(issue);
}

/** Open ones and settled ones of the account itself, the latest first. Throws Problem not-found. */
export async function issuesOfAccount(tx: Tx, accountId: string): Promise<SeriousIssue[]> {
  const { id } = await getAccount(tx, accountId);
  return listIssuesOfAccounts(tx, await sameAccountIds(tx, id));
}

/** It says what was said last. The same again changes nothing. Throws Problem not-found, invalid, and conflict once it is settled. */
export async function rewordIssue(tx: Tx, actor: Actor, id: string, said: string): Promise<SeriousIssue> {
  const { issue, about } = await heldIssue(tx, id);
  if (issue.takenBack) throw notFound("issue");
  if (issue.settledOn !== null) throw conflict("this issue is settled");
  const what = cleanText(said, LONGEST, "what");
  if (what === null) throw invalid("say in a few words what is wrong", "what");
  if (what === issue.what) return seen(issue);
  await rewordIssueRow(tx, id, what);
  await tellOf(tx, actor, about, { verb: "issue.reworded", id, day: actor.today, what });
  return getIssue(tx, id);
}

/** From today on it no longer stands in the way. Settled again changes nothing. Throws Problem not-found, not-allowed. */
export async function settleIssue(tx: Tx, actor: Actor, id: string): Promise<SeriousIssue> {
  const { issue, about } = await heldIssue(tx, id);
  if (issue.takenBack) throw notFound("issue");
  refuseToEnd(actor, issue, about.holderIds);
  if (issue.settledOn !== null) return seen(issue);
  await settleIssueRow(tx, id, { on: actor.today, by: actor.member.id });
  await tellOf(tx, actor, about, { verb: "issue.settled", id, day: actor.today, what: issue.what });
  return getIssue(tx, id);
}

/** It was not settled after all. Everybody may say so. Throws Problem not-found, conflict. */
export async function reopenIssue(tx: Tx, actor: Actor, id: string): Promise<SeriousIssue> {
  const { issue } = await heldIssue(tx, id);
  if (issue.takenBack) throw notFound("issue");
  if (issue.settledOn === null) throw conflict("this issue is open");
  await settleIssueRow(tx, id, null);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["issue.settled"] }, "issue.reopened");
  return getIssue(tx, id);
}

/** There was no such issue. Throws Problem not-found, not-allowed. */
export async function takeBackIssue(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { issue, about } = await heldIssue(tx, id);
  if (issue.takenBack) throw notFound("issue");
  refuseToEnd(actor, issue, about.holderIds);
  await takeBackIssueRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "issue.taken-back");
}

/** An issue that was taken back stands again, and is open. Throws Problem not-found, conflict. */
export async function restoreIssue(tx: Tx, actor: Actor, id: string): Promise<SeriousIssue> {
  const { issue, about } = await heldIssue(tx, id);
  if (!issue.takenBack) throw conflict("this was not taken back: it stands");
  await takeBackIssueRow(tx, id, null);
  await settleIssueRow(tx, id, null);
  await tellOf(tx, actor, about, { verb: "issue.raised", id, day: issue.day, what: issue.what });
  return getIssue(tx, id);
}

interface About {
  personId: string | null;
  accountId: string | null;
  holderIds: string[];
}

async function heldIssue(tx: Tx, id: string): Promise<{ issue: IssueRow; about: About }> {
  const before = await findIssue(tx, id);
  if (!before) throw notFound("issue");
  const of: Of = before.personId
    ? { kind: "person", id: before.personId }
    : { kind: "account", id: (await getAccount(tx, before.accountId ?? "")).id };
  const about = await heldSubject(tx, of);
  const issue = await findIssue(tx, id);
  if (!issue) throw notFound("issue");
  return { issue, about };
}

/** Everybody whom it protects is held before it is written, and before the account is. */
async function heldSubject(tx: Tx, of: Of): Promise<About> {
  if (of.kind === "person") {
    const person = await getHeldPerson(tx, of.id);
    return { personId: person.id, accountId: person.accountId, holderIds: await holdersOf(tx, person) };
  }
  const account = await getAccount(tx, of.id);
  await lockPeople(tx, await idsOfPeopleAt(tx, await sameAccountIds(tx, account.id)));
  const { id } = await holdAccount(tx, account.id);
  return { personId: null, accountId: id, holderIds: account.holderId === null ? [] : [account.holderId] };
}

async function tellOf(
  tx: Tx,
  actor: Actor,
  about: About,
  line: { verb: string; id: string; day: Day; what: string },
): Promise<void> {
  const { verb, id, day, what } = line;
  const detail = { personId: about.personId, accountId: about.accountId, what };
  await tell(
    tx,
    actor,
    { id: about.personId, accountId: about.accountId },
    { verb, kind: "issue", id, day, detail },
  );
}

function seen(row: IssueRow): SeriousIssue {
  const { at: _at, takenBack: _takenBack, ...issue } = row;
  return issue;
}
