import { getAccount } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { getHeldPerson } from "./person-actions.ts";
import type { PersonRow } from "./person-store.ts";
import { mayEnd, type Author } from "./protection.ts";

/** Kinds of facts about a source, as the journal and the sentences about them call them. */
export type SaidKind =
  | "do-not-ask"
  | "preference"
  | "no-go"
  | "issue"
  | "right-word"
  | "role"
  | "encounter"
  | "acquaintance"
  | "consent"
  | "do-not-write";

/** Who holds the relationship with somebody: with them, or with their company. */
export async function holdersOf(
  tx: Tx,
  person: Pick<PersonRow, "holderId" | "accountId">,
): Promise<string[]> {
  const account = person.accountId === null ? null : await getAccount(tx, person.accountId);
  return [person.holderId, account?.holderId ?? null].filter((id) => id !== null);
}

/** Throws Problem not-allowed, naming who said it. */
export function refuseToEnd(actor: Actor, said: { by: Author | null }, holderIds: readonly string[]): void {
  if (mayEnd(actor, said, holderIds)) return;
  const who = said.by?.name ?? "somebody else";
  throw notAllowed(
    `${who} wrote this down: ${who}, their manager, a leader or the relationship holder can change it`,
  );
}

/** A fact with the person it is about held, as everything is that protects a source. Throws Problem not-found. */
export async function heldFact<Row extends { personId: string }>(
  tx: Tx,
  find: () => Promise<Row | null>,
  noun: string,
): Promise<{ person: PersonRow; said: Row }> {
  const before = await find();
  if (!before) throw notFound(noun);
  const person = await getHeldPerson(tx, before.personId);
  // Somebody may have changed it while we waited for the person.
  const said = await find();
  if (!said) throw notFound(noun);
  return { person, said };
}

/** What was written down today and goes today was never said: it is taken back. Anything older held until now. */
export function writtenToday(actor: Actor, said: { at: Date }): boolean {
  return dayIn(said.at, actor.workspace.timeZone) === actor.today;
}

/** A line about a person as a source, on their timeline and their company's. */
export async function tell(
  tx: Tx,
  actor: Actor,
  about: { id: string | null; accountId: string | null },
  line: { verb: string; kind: SaidKind; id: string; day: Day; detail?: Record<string, unknown> },
): Promise<void> {
  await writeJournal(tx, actor, [
    {
      verb: line.verb,
      subject: { kind: line.kind, id: line.id },
      day: line.day,
      concerns: [about.id, about.accountId],
      detail: { personId: about.id, ...line.detail },
    },
  ]);
}
