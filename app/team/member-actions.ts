import type { Actor } from "#lib/kernel/actor.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { findMember, type MemberRow } from "./member-store.ts";

/** Throws Problem not-found. */
export async function getMember(tx: Tx, actor: Actor, id: string): Promise<MemberRow> {
  const member = await findMember(tx, id, actor.today);
  if (!member) throw notFound("member");
  return member;
}
