import { sql } from "kysely";
import { PARTS_AT } from "#asks/talk-part.ts";
import { choicesFor } from "#asks/wording.ts";
import { noteWordsUsed, writeWording } from "#asks/wording-actions.ts";
import { seedsIn } from "#asks/wordings/talk-languages.ts";
import type { Moment } from "#asks/ask.ts";
import { proposeWords } from "#coaching/best-practice-actions.ts";
import { givePraise, praisable, seePraise } from "#coaching/praise-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

const ZONE = "Europe/Berlin";
const PRAISES = [
  { verb: "ask.made", words: "You asked before the coffee was cold. That is how it is done." },
  { verb: "source.told", words: "You told them what came of it the same day. They noticed." },
  { verb: "referral.received", words: null },
  { verb: "ask.made", words: "Naming one person instead of “anyone”: I will say it like that, too." },
  { verb: "source.thanked", words: null },
  { verb: "ask.made", words: "Three no’s, and you asked the fourth." },
] as const;
const HALF_A_YEAR = 180;
const OWN_WORDS =
  "Think of the last two people who told you how tired they are of their shift plan, {name}. Who were they?";

/** Colleagues praise each other for what they did, and words of one of them are proposed for the team's library. */
export async function tellRecognition(
  tx: Tx,
  { managers, reps }: { managers: readonly Actor[]; reps: readonly Actor[] },
): Promise<void> {
  const everybody = [...reps, ...managers];
  for (const [at, { verb, words }] of PRAISES.entries()) {
    const by = everybody[(at * 2 + 1) % everybody.length];
    const to = reps[at % reps.length];
    if (by && to && by !== to) await tellPraise(tx, { by, to, words, verb, isRead: at > 1 });
  }
  await tellWords(tx, reps);
}

async function tellPraise(
  tx: Tx,
  said: { by: Actor; to: Actor; words: string | null; verb: string; isRead: boolean },
): Promise<void> {
  const facts = (await praisable(tx, said.by, { memberId: said.to.member.id })).filter(
    ({ praiseId }) => praiseId === null,
  );
  const fact = facts.find(({ line }) => line.verb === said.verb) ?? facts[0];
  if (fact === undefined) return;
  const { id } = await givePraise(tx, on(said.by, fact.line.day), {
    factId: fact.line.id,
    words: said.words,
  });
  if (said.isRead) await seePraise(tx, said.to, id, true);
}

/** Whoever asked most says it in words of their own as often as not, more often where somebody was named. */
async function tellWords(tx: Tx, reps: readonly Actor[]): Promise<void> {
  const asked = await conversationsOf(tx, reps);
  const most = reps.toSorted(
    (a, b) => (asked.get(b.member.id)?.length ?? 0) - (asked.get(a.member.id)?.length ?? 0),
  )[0];
  if (most === undefined) return;
  const early = on(most, addDays(most.today, -HALF_A_YEAR));
  const wanted = { moment: "anytime" as const, part: "prompts" as const, language: "en", text: OWN_WORDS };
  const wordingId = await writeWording(tx, early, { ...wanted, teamId: null, memberId: most.member.id });
  const seeds = seedsIn("en");
  for (const [at, { id, moment, named }] of (asked.get(most.member.id) ?? []).entries()) {
    const seed = PARTS_AT[moment].includes("prompts") ? choicesFor(seeds, moment, "prompts")[0] : undefined;
    const says = named ? at % 4 !== 0 : at % 3 === 0;
    const key = says ? wordingId : seed?.key;
    if (key !== undefined) await noteWordsUsed(tx, most, id, [key]);
  }
  const colleague = reps.find(
    ({ member }) => member.id !== most.member.id && member.teamId === most.member.teamId,
  );
  if (colleague)
    await proposeWords(tx, colleague, {
      wordingId,
      teamId: most.member.teamId,
      why: "I have heard it twice now, and both times somebody came to mind at once.",
    });
}

interface Conversation {
  memberId: string;
  id: string;
  moment: Moment;
  named: boolean;
}

async function conversationsOf(tx: Tx, reps: readonly Actor[]): Promise<Map<string, Conversation[]>> {
  const since = addDays(reps[0]?.today ?? "2026-01-01", -HALF_A_YEAR);
  const { rows } = await sql<Conversation>`
    select a.member_id as "memberId", c.id, a.moment, exists (
             select from referral r where r.workspace_id = a.workspace_id and r.ask_id = a.id and r.counts_from is not null) as named
      from ask a
      join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.asked and c.taken_back_at is null
     where a.workspace_id = ${tx.workspaceId} and a.member_id = any(${reps.map(({ member }) => member.id)}::uuid[])
       and a.taken_back_at is null and a.day >= ${since}
     order by c.day, c.id`.execute(tx.tables());
  return Map.groupBy(rows, ({ memberId }) => memberId);
}

/** In the evening of that day; never later than now. */
function on(actor: Actor, day: Day): Actor {
  if (day >= actor.today) return actor;
  return { ...actor, today: day, now: instantOf(day, "17:45", ZONE) };
}
