import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { plantSeed } from "#asks/seed-actions.ts";
import { listPeople } from "#people/person-list-store.ts";
import { holdReview, planReview } from "#reviews/account-review-actions.ts";
import { nameMeasure, readMeasure } from "#reviews/account-review-measure-actions.ts";
import { doCommitment, makeCommitment, writeNote } from "#reviews/account-review-note-actions.ts";
import { roundsOf } from "#reviews/account-review-round-actions.ts";
import { chooseFor, makeOccasion, noteAnswer, noteReaction, noteSent } from "#touches/occasion-actions.ts";
import { onWorkday } from "./story.ts";

const ZONE = "Europe/Berlin";
const PROMISE = "We sit down each quarter and look at what it brought you.";

/** Of each of these a review that was promised and held, and one that is planned; and what they invite to and share. */
export async function tellReviews(tx: Tx, actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) {
    const [held, next] = await clientsOf(tx, actor);
    if (held) await tellHeld(tx, actor, held);
    if (next)
      await planReview(tx, actor, { ...next, day: onWorkday(addDays(actor.today, 2)), time: "10:00" });
  }
  const [first] = actors;
  if (first) await tellOccasions(tx, first);
}

interface Client {
  accountId: string;
  personIds: string[];
}

/** Those with whom reviews are held, and who works there. */
async function clientsOf(tx: Tx, actor: Actor): Promise<Client[]> {
  const clients: Client[] = [];
  for (const { standing } of (await roundsOf(tx, actor, { memberId: actor.member.id })).slice(0, 2)) {
    const { items } = await listPeople(tx, { accountIds: [standing.id] }, undefined, 2);
    if (items.length > 0) clients.push({ accountId: standing.id, personIds: items.map(({ id }) => id) });
  }
  return clients;
}

async function tellHeld(tx: Tx, actor: Actor, { accountId, personIds }: Client): Promise<void> {
  const { today } = actor;
  const on = (daysAgo: number): Day => onWorkday(addDays(today, -daysAgo));
  const [personId] = personIds as [string];
  await plantSeed(tx, then(actor, on(180)), { personId, moment: "proposal", day: on(180), words: PROMISE });
  const day = on(84);
  const held = then(actor, day);
  const { id } = await planReview(tx, held, { accountId, personIds, day, time: "14:00" });
  const measure = await nameMeasure(tx, held, accountId, {
    name: "Shifts filled",
    unit: "%",
    target: 98,
    better: "more",
  });
  await readMeasure(tx, held, measure.id, { value: 91.5, day });
  await readMeasure(tx, then(actor, on(14)), measure.id, { value: 96, day: on(14) });
  await writeNote(tx, held, id, "issues", { words: "The hand-over at night takes too long.", version: 0 });
  await writeNote(tx, held, id, "next-quarter", { words: "A second site may join in spring.", version: 0 });
  const said = { memberId: actor.member.id, day };
  const done = await makeCommitment(tx, held, id, {
    ...said,
    words: "Send the sheet for the hand-over",
    dueOn: on(70),
  });
  await doCommitment(tx, then(actor, on(72)), done.id);
  await makeCommitment(tx, held, id, { ...said, words: "Show the plan for the second site", dueOn: on(1) });
  await makeCommitment(tx, held, id, {
    personId,
    day,
    words: "Name a deputy for the night shift",
    dueOn: addDays(today, 6),
  });
  await holdReview(tx, held, id, {});
}

async function tellOccasions(tx: Tx, actor: Actor): Promise<void> {
  const { items } = await listPeople(tx, { accountKind: "client", holderId: actor.member.id }, undefined, 5);
  const [one, two, three] = items;
  const event = await makeOccasion(tx, actor, {
    kind: "event",
    title: "An evening in the yard",
    day: onWorkday(addDays(actor.today, 16)),
    time: "18:00",
    place: "Hall 3",
    link: null,
    words: "Two plants show how they hand over at night, and there is soup.",
    language: "en",
  });
  const article = await makeOccasion(tx, actor, {
    kind: "article",
    title: "What the night shift knows",
    day: null,
    time: null,
    place: null,
    link: "https://nordlicht.example/night",
    words: null,
    language: "en",
  });
  for (const [at, person] of [one, two, three].entries()) {
    if (!person) return;
    const { offer, whyNot } = await chooseFor(tx, actor, event.id, person.id);
    if (whyNot !== null || at === 2) continue;
    await noteSent(tx, actor, offer.id, { day: addDays(actor.today, -1) });
    if (at === 0) await noteAnswer(tx, actor, offer.id, "coming");
  }
  const { offer, whyNot } = await chooseFor(tx, actor, article.id, (one as { id: string }).id);
  if (whyNot !== null) return;
  const lately = addDays(actor.today, -4);
  await noteSent(tx, actor, offer.id, { day: lately });
  await noteReaction(tx, actor, offer.id, { words: "Page 3 is us!", day: addDays(lately, 2) });
}

function then(actor: Actor, day: Day): Actor {
  return { ...actor, today: day, now: instantOf(day, "16:00", ZONE) };
}
