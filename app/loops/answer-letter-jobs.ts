import type { JobKind } from "#lib/jobs/worker.ts";
import { conflict } from "#lib/kernel/problem.ts";
import { leaveOnce } from "#lib/mail/leave-once.ts";
import { letterFromMember } from "#lib/mail/letter-from-member.ts";
import type { Mailer } from "#lib/mail/send.ts";
import type { Database } from "#lib/storage/database.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import { consentOf } from "#people/consent-actions.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { contactLawOf } from "#people/contact-law.ts";
import { getPerson } from "#people/person-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { mayAdvance } from "#referrals/referral.ts";
import { writerHere } from "#team/door-actions.ts";
import { COPY_ANSWER, noteSent, refuseUnwanted, SEND_ANSWER } from "./answer-letter-actions.ts";
import {
  findLetter,
  markAccepted,
  markCopyFailed,
  markDoubted,
  markFailed,
  markHanded,
  unmarkHanded,
} from "./answer-letter-store.ts";
import { letterStateOf } from "./answer-letter.ts";

type Payload = { letterId: string };

/**
 * The first answers to introductions. A letter leaves at most once: it is marked, outside the job's transaction, before its first
 * byte goes out, and again as soon as the server has it. A job that is broken off in between leaves a letter in doubt, for a
 * person to decide; it is never sent again by itself.
 */
export function answerLetters(database: Database, mailer: Mailer): readonly JobKind[] {
  const send: JobKind<Payload> = {
    kind: SEND_ANSWER,
    async run({ tx, payload, now }) {
      const aside = <T>(mark: Parameters<typeof database.aside<T>>[1]) =>
        database.aside(tx.workspaceId, mark);
      const letter = await findLetter(tx, payload.letterId);
      if (!letter || letter.answeredAt !== null) return;
      const state = letterStateOf(letter);
      if (state === "leaving") return markDoubted(tx, letter.id, now);
      if (state !== "waiting" && state !== "sent") return;
      // Also when it was accepted by a try that was broken off afterwards: then and there it was answered.
      const actor = await writerHere(tx, letter, letter.acceptedAt ?? now);
      if (state === "waiting") {
        const { state: where } = await getReferral(tx, letter.referralId);
        if (!mayAdvance(where, "responded")) throw conflict("it was answered meanwhile");
        const contact = await getPerson(tx, letter.contactId);
        refuseUnwanted(
          contact.fullName,
          await consentOf(tx, actor, contact.id),
          contactLawOf(await countryOfContact(tx, contact)),
        );
        const marks = {
          handed: () => aside((other) => markHanded(other, letter.id, now)),
          notHanded: () => aside((other) => unmarkHanded(other, letter.id)),
          accepted: () => aside((other) => markAccepted(other, letter.id, now)),
        };
        const left = await leaveOnce(
          mailer,
          letterFromMember(letter, letter.contactName, actor.workspace.name),
          marks,
          "it was called back",
        );
        if (left === "doubtful") return markDoubted(tx, letter.id, now);
      }
      await noteSent(tx, actor, letter);
      if (letter.copyAddress !== null)
        await queueJob(tx, { kind: COPY_ANSWER, payload, askedBy: letter.memberId, now });
    },
    onFailed: (tx, { payload, failure, now }) => markFailed(tx, payload.letterId, { at: now, failure }),
  };
  const copy: JobKind<Payload> = {
    kind: COPY_ANSWER,
    async run({ tx, payload, now }) {
      const letter = await findLetter(tx, payload.letterId);
      if (!letter || letter.copyAddress === null) return;
      const { workspace } = await writerHere(tx, letter, now);
      await mailer.send(letterFromMember(letter, letter.contactName, workspace.name), {
        only: letter.copyAddress,
      });
    },
    onFailed: (tx, { payload, failure }) => markCopyFailed(tx, payload.letterId, failure),
  };
  return [send, copy];
}
