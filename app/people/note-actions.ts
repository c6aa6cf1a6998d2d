import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { findPrivateNote, writePrivateNote } from "./note-store.ts";
import { getPerson, samePersonIds } from "./person-actions.ts";

type About = { kind: "person" | "account"; id: string };
const LONGEST = 10_000;

/** What the actor wrote for their own eyes; "" for nothing. No line of the journal, no search and no colleague shows it. */
export async function privateNoteOf(tx: Tx, actor: Actor, about: About): Promise<string> {
  return findPrivateNote(tx, actor.member.id, await idsAbout(tx, about));
}

/** Throws Problem not-found, invalid. */
export async function keepPrivateNote(tx: Tx, actor: Actor, about: About, said: string): Promise<string> {
  const text = said.replaceAll("\0", "").trim();
  if (text.length > LONGEST) throw invalid(`at most ${LONGEST} characters`, "text");
  const aboutIds = await idsAbout(tx, about);
  await writePrivateNote(tx, { memberId: actor.member.id, aboutIds, text, at: actor.now });
  return text;
}

/** The kept one's id first. */
async function idsAbout(tx: Tx, { kind, id }: About): Promise<string[]> {
  if (kind === "person") return samePersonIds(tx, (await getPerson(tx, id)).id);
  return sameAccountIds(tx, (await getAccount(tx, id)).id);
}
