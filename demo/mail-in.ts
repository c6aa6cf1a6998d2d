import type { Actor } from "#lib/kernel/actor.ts";
import type { IncomingMail, MailName } from "#lib/mail/incoming.ts";
import { ourAddress } from "#lib/mail/our-address.ts";
import type { Tx } from "#lib/storage/database.ts";
import { receiveMail } from "#doors/inbound-actions.ts";
import { emailOfMember } from "#doors/known-reader.ts";
import { renewMailDoor } from "#doors/mail-actions.ts";
import { listPeople } from "#people/person-list-store.ts";

const OWN = ourAddress("askwell@in.example.com");

/** Mail that somebody copied and forwarded to their own address: logged, with somebody to add, and put to them. */
export async function tellMail(tx: Tx, actor: Actor): Promise<void> {
  const { token } = await renewMailDoor(tx, actor);
  const { items } = await listPeople(tx, { accountKind: "client" }, undefined, 30);
  const reached = items.flatMap(({ fullName, emails: [address] }) =>
    address ? { name: fullName, address } : [],
  );
  const [first, second, third] = reached;
  if (token === null || !first || !second || !third) return;
  const box = { token, workspaceId: tx.workspaceId, memberId: actor.member.id };
  const me = { name: actor.member.name, address: await emailOfMember(tx, actor.member.id) };
  const stranger = { name: "Karl Kern", address: "karl.kern@kern-foerdertechnik.example" };
  const arrivals = [
    letter(me, [first], "Thank you for the tour of your plant"),
    {
      ...letter(me, [{ name: "Askwell", address: OWN.withToken(token) }], "Fwd: You two should talk"),
      carries: letter(second, [me, stranger], "You two should talk"),
    },
    { ...letter(me, [third], "The figures you asked for"), isProven: false },
  ];
  for (const [at, mail] of arrivals.entries()) {
    const now = new Date(actor.now.getTime() - (arrivals.length - at) * 3_600_000);
    await receiveMail(
      tx,
      { ...mail, messageId: `<${at}@story.example>`, date: now },
      { box, boxes: [box], own: OWN, now },
    );
  }
}

function letter(from: MailName, to: MailName[], subject: string): IncomingMail {
  return {
    messageId: null,
    answers: [],
    from,
    to,
    cc: [],
    recipients: [],
    subject,
    text: "",
    date: null,
    nature: "personal",
    reports: [],
    returnedId: null,
    isProven: true,
    carries: null,
  };
}
