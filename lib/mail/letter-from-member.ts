import type { Letter } from "./send.ts";

/** A letter of a member's as it is kept: whose it is, where it goes, what it says. */
interface KeptLetter {
  memberName: string;
  memberEmail: string;
  toAddress: string;
  subject: string;
  text: string;
  messageId: string;
}

/** In the member's name, from the address that the mail server lets us send from; answers go to the member. See docs/decisions/0069. */
export function letterFromMember(kept: KeptLetter, toName: string, workspaceName: string): Letter {
  return {
    to: { name: toName, address: kept.toAddress },
    fromName: `${kept.memberName} (${workspaceName})`,
    replyTo: { name: kept.memberName, address: kept.memberEmail },
    subject: kept.subject,
    text: kept.text,
    id: kept.messageId,
  };
}
