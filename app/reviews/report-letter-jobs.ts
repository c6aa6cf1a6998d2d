import type { JobKind } from "#lib/jobs/worker.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { conflict } from "#lib/kernel/problem.ts";
import { leaveOnce } from "#lib/mail/leave-once.ts";
import { letterFromMember } from "#lib/mail/letter-from-member.ts";
import type { Mailer } from "#lib/mail/send.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { refuseUnwanted } from "#loops/answer-letter-actions.ts";
import { letterStateOf } from "#loops/answer-letter.ts";
import { consentOf } from "#people/consent-actions.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { contactLawOf } from "#people/contact-law.ts";
import { getPerson } from "#people/person-actions.ts";
import { writerHere } from "#team/door-actions.ts";
import { findCard } from "./report-card-store.ts";
import { SEND_CARD } from "./report-letter-actions.ts";
import { cardStateOf } from "./report-card.ts";
import {
  findReportLetter,
  markAccepted,
  markDoubted,
  markFailed,
  markHanded,
  unmarkHanded,
  type ReportLetterRow,
} from "./report-letter-store.ts";

type Payload = { letterId: string };

/** Report cards by mail. A letter leaves at most once: see docs/decisions/0069. */
export function reportLetters(database: Database, mailer: Mailer): readonly JobKind[] {
  const send: JobKind<Payload> = {
    kind: SEND_CARD,
    async run({ tx, payload, now }) {
      const aside = <T>(mark: Parameters<typeof database.aside<T>>[1]) =>
        database.aside(tx.workspaceId, mark);
      const letter = await findReportLetter(tx, payload.letterId);
      if (!letter) return;
      const state = letterStateOf(letter);
      if (state === "leaving") return markDoubted(tx, letter.id, now);
      if (state !== "waiting") return;
      const actor = await writerHere(tx, letter, now);
      await refuseStale(tx, actor, letter);
      const marks = {
        handed: () => aside((other) => markHanded(other, letter.id, now)),
        notHanded: () => aside((other) => unmarkHanded(other, letter.id)),
        accepted: () => aside((other) => markAccepted(other, letter.id, now)),
      };
      const left = await leaveOnce(
        mailer,
        letterFromMember(letter, letter.personName, actor.workspace.name),
        marks,
        "it was called back",
      );
      if (left === "doubtful") return markDoubted(tx, letter.id, now);
    },
    onFailed: (tx, { payload, failure, now }) => markFailed(tx, payload.letterId, { at: now, failure }),
  };
  return [send];
}

/** What may have changed in the minute between the press and the post. */
async function refuseStale(tx: Tx, actor: Actor, letter: ReportLetterRow): Promise<void> {
  const card = await findCard(tx, letter.cardId);
  if (card === null || cardStateOf(card, actor.today) !== "open")
    throw conflict("its link does not open any more");
  const person = await getPerson(tx, letter.personId);
  const law = contactLawOf(await countryOfContact(tx, person));
  refuseUnwanted(person.fullName, await consentOf(tx, actor, person.id), law);
}
