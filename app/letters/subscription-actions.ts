import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { writtenIn } from "#loops/first-response.ts";
import { addressKey } from "#people/address-key-server.ts";
import { consentOf, recordConsent } from "#people/consent-actions.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { lettersStopAt, stopLettersAt, wantLettersAt } from "#people/letter-stop-actions.ts";
import { addPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { emailKey } from "#lib/kernel/email-address.ts";
import { findCopy, markUnsubscribed } from "./copy-store.ts";
import type { SubscriptionRow } from "./letter-tables.ts";
import type { LetterLanguage } from "./newsletter.ts";
import { findNewsletter, findTest } from "./newsletter-store.ts";
import { restingOf } from "./rest-actions.ts";
import { speakerFor } from "#people/speaker-reader.ts";
import { homeCountryOf } from "#team/workspace-actions.ts";
import { ASKED_ONCE_IN_DAYS, CONFIRM_WITHIN_DAYS, isOver, yesWords } from "./subscription.ts";
import {
  deleteUnconfirmedBefore,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  lockSubscription,
  markConfirmed,
} from "./subscription-store.ts";
import { letterVisitProblem } from "./visit-problem.ts";
import { whoWrites } from "./writer-reader.ts";

export const ASK_SUBSCRIPTION = "letters.ask";

const DAY_MS = 86_400_000;

/**
 * Somebody is asked by mail, in the language of their country, whether they want the letters, once a day at most; only their own press makes it hold. Everybody may.
 * Throws Problem not-found, conflict where they said no, invalid without an address.
 */
export async function inviteToLetters(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { language?: LetterLanguage | undefined },
): Promise<SubscriptionRow> {
  const person = await getPerson(tx, anyId);
  const country = (await countryOfContact(tx, person)) ?? (await homeCountryOf(tx));
  const language = said.language ?? writtenIn(country);
  const [email] = person.emails;
  if (email === undefined) throw invalid(`note an e-mail address of ${person.fullName} first`, "emails");
  const resting = await restingOf(tx, person.id);
  const address = person.emails.find((each) => resting.every((rest) => rest.address !== each));
  if (address === undefined)
    throw conflict(`letters to ${email} come back: note another address of ${person.fullName}`);
  const { stop } = await consentOf(tx, actor, person.id);
  if (stop !== null) throw conflict(`${person.fullName} does not want our e-mails: call instead`);
  const before = await listSubscriptions(tx, { personIds: await samePersonIds(tx, person.id) });
  const lately = before.find(
    ({ confirmedAt, at }) => confirmedAt === null && actor.now.getTime() - at.getTime() < DAY_MS,
  );
  if (lately) return lately;
  const id = newId(actor.now);
  await insertSubscription(tx, {
    id,
    personId: person.id,
    name: null,
    address: null,
    key: addressKey(tx.workspaceId, address),
    language,
    at: actor.now,
    byId: actor.member.id,
  });
  await queueJob(tx, {
    kind: ASK_SUBSCRIPTION,
    payload: { subscriptionId: id },
    askedBy: actor.member.id,
    now: actor.now,
  });
  await writeJournal(tx, actor, [
    {
      verb: "subscription.asked",
      subject: { kind: "letter", id },
      day: actor.today,
      concerns: [person.id],
      detail: { personId: person.id },
    },
  ]);
  return (await findSubscription(tx, id)) as SubscriptionRow;
}

/**
 * Somebody asks for the letters on the public page. They are answered the same whoever they are, and asked by mail; an address is
 * written to once a week at most, and not while a no of its owner's stands. Throws a Problem for visitors.
 */
export async function askForLetters(
  tx: Tx,
  now: Date,
  said: { name: string; email: string; language: LetterLanguage },
): Promise<void> {
  const name = said.name.replaceAll("\0", "").trim().slice(0, 200);
  const address = emailKey(said.email);
  if (name === "" || /[\r\n<>]|https?:/i.test(name)) throw letterVisitProblem("name");
  if (address === null) throw letterVisitProblem("email");
  const key = addressKey(tx.workspaceId, address);
  const before = await listSubscriptions(tx, { keys: [key] });
  if (before.some(({ at }) => now.getTime() - at.getTime() < ASKED_ONCE_IN_DAYS * DAY_MS)) return;
  // Anybody could have typed it in: whoever said no takes it back on their own page.
  const { personId } = await whoWrites(tx, address);
  if (
    (await lettersStopAt(tx, await speakerFor(tx, { memberId: null, personId: null }, now), {
      personId,
      key,
    })) !== null
  )
    return;
  const id = newId(now);
  await insertSubscription(tx, {
    id,
    personId: null,
    name,
    address,
    key,
    language: said.language,
    at: now,
    byId: null,
  });
  await queueJob(tx, { kind: ASK_SUBSCRIPTION, payload: { subscriptionId: id }, askedBy: null, now });
}

/** Every night: what somebody typed on the public page and did not confirm in time. */
export async function forgetUnconfirmed(tx: Tx, { now }: { now: Date }): Promise<void> {
  await deleteUnconfirmedBefore(tx, new Date(now.getTime() - CONFIRM_WITHIN_DAYS * DAY_MS));
}

/** What a letter's page shows to whoever holds its link. */
export interface LetterVisit {
  kind: "subscribe" | "unsubscribe" | "sign-up";
  workspaceName: string;
  language: LetterLanguage;
  /** To what they say yes. */
  words: string;
  /** Whether the letters come as it stands; null on the public page. */
  subscribed: boolean | null;
  /** A copy that was sent as a test: nothing hangs on it. */
  test: boolean;
}

export interface Door {
  what: LetterVisit["kind"];
  id: string;
}

/** Reads, and changes nothing. Throws a Problem for visitors. */
export async function visitLetters(tx: Tx, door: Door, now: Date): Promise<LetterVisit> {
  const { actor, language, at, test, subscription } = await opened(tx, door, now);
  const workspaceName = actor.workspace.name;
  const base = { kind: door.what, workspaceName, language, words: yesWords(language, workspaceName), test };
  if (door.what === "sign-up") return { ...base, subscribed: null };
  if (subscription !== null) {
    const stopped = (await lettersStopAt(tx, actor, at)) !== null;
    return { ...base, subscribed: subscription.confirmedAt !== null && !stopped };
  }
  return { ...base, subscribed: test || (await lettersStopAt(tx, actor, at)) === null };
}

/** They want the letters: by the link of the question, or again after they had unsubscribed. Throws a Problem for visitors. */
export async function subscribeByLink(tx: Tx, door: Door, now: Date): Promise<LetterVisit> {
  if (door.what === "sign-up") throw letterVisitProblem("forged");
  if (door.what === "subscribe") await lockSubscription(tx, door.id);
  const { actor, language, at, test, subscription } = await opened(tx, door, now);
  if (test) return visitLetters(tx, door, now);
  if (subscription !== null && subscription.confirmedAt === null)
    await confirm(tx, actor, subscription, yesWords(language, actor.workspace.name));
  await wantLettersAt(tx, actor, at);
  if (subscription === null) await markUnsubscribed(tx, door.id, null);
  return visitLetters(tx, door, now);
}

/** They want no letters: nobody has to sign in, and said again it changes nothing. Throws a Problem for visitors. */
export async function unsubscribeByLink(tx: Tx, door: Door, now: Date): Promise<LetterVisit> {
  if (door.what === "sign-up") throw letterVisitProblem("forged");
  const { actor, at, test } = await opened(tx, door, now);
  if (test) return visitLetters(tx, door, now);
  const before = await lettersStopAt(tx, actor, at);
  if (before === null) {
    await stopLettersAt(tx, actor, at, "By the link in a letter.");
    if (door.what === "unsubscribe") await markUnsubscribed(tx, door.id, now);
  }
  return visitLetters(tx, door, now);
}

/** Consent is recorded with its words, and they are somebody here from now on. */
async function confirm(tx: Tx, actor: Actor, subscription: SubscriptionRow, words: string): Promise<void> {
  const personId = subscription.personId ?? (await personFor(tx, actor, subscription));
  const consent = await recordConsent(tx, actor, personId, { how: "page", covers: "everything", words });
  await markConfirmed(tx, subscription.id, { at: actor.now, words, personId, consentId: consent.id });
}

/** Whoever alone has the address, or somebody new. */
async function personFor(tx: Tx, actor: Actor, { name, address }: SubscriptionRow): Promise<string> {
  const known = await whoWrites(tx, address ?? "");
  if (known.personId !== null) return known.personId;
  const person = await addPerson(
    tx,
    actor,
    { fullName: name ?? address ?? "", emails: [address ?? ""] },
    {
      cameFrom: "typed",
      detail: "Subscribed to the letters on the public page",
      basis: "consent",
      importId: null,
    },
  );
  return person.id;
}

interface Opened {
  actor: Actor;
  language: LetterLanguage;
  at: { personId: string | null; key: string };
  test: boolean;
  subscription: SubscriptionRow | null;
}

async function opened(tx: Tx, { what, id }: Door, now: Date): Promise<Opened> {
  const nobody = { personId: null, key: "" };
  if (what === "sign-up")
    return {
      actor: await speakerFor(tx, { memberId: null, personId: null }, now),
      language: "en",
      at: nobody,
      test: false,
      subscription: null,
    };
  if (what === "subscribe") {
    const subscription = await findSubscription(tx, id);
    if (subscription === null) throw letterVisitProblem("forged");
    if (subscription.confirmedAt === null && isOver(subscription.at, now))
      throw letterVisitProblem("expired");
    const { personId, key, language, byId } = subscription;
    return {
      actor: await speakerFor(tx, { memberId: byId, personId }, now),
      language,
      at: { personId, key },
      test: false,
      subscription,
    };
  }
  const copy = await findCopy(tx, id);
  const test = copy === null ? await findTest(tx, id) : null;
  const letter = await findNewsletter(tx, copy?.newsletterId ?? test?.newsletterId ?? id);
  if (letter === null) throw letterVisitProblem("forged");
  return {
    actor: await speakerFor(tx, { memberId: letter.memberId, personId: null }, now),
    language: letter.language,
    at: copy === null ? nobody : { personId: copy.personId, key: copy.key },
    test: copy === null,
    subscription: null,
  };
}
