import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { isOpen } from "./ask.ts";
import { findLastAsk, type LastAsk } from "./ask-store.ts";
import { adviceFor, type Advice, type Drawn, type Refusal } from "./budget.ts";
import { askOfThisWeek, judge } from "./budget-actions.ts";
import { mayPermit } from "./permit.ts";
import { findPermitGiver, type PermitRow } from "./permit-store.ts";
import { plansOn } from "./plan-actions.ts";

/** What one wants to know before asking somebody. */
export interface Askable {
  personId: string;
  memberId: string;
  /** What stands against it, after a permit; null: ask. */
  refusal: Refusal | null;
  permit: PermitRow | null;
  advice: Advice;
  /** The open ask of whomever. */
  openAsk: Drawn | null;
  /** The latest ask of whomever. */
  last: LastAsk | null;
  /** The rep's own ask of this week, to which a further talk adds. */
  addsTo: string | null;
  /** The others who plan to ask them this week; a plan reserves nothing. */
  plannedBy: { id: string; name: string }[];
  restDays: number;
  /** Who can let them ask; null where no permit helps. */
  askForPermit: { id: string; name: string } | null;
  /** Whether the actor can give that permit. */
  mayPermit: boolean;
}

const NO_ASK = "00000000-0000-0000-0000-000000000000";

/** The same question as making the ask answers, without making it. Throws Problem not-found. */
export async function askableOf(
  tx: Tx,
  actor: Actor,
  anyId: string,
  wanted: {
    memberId?: string | undefined;
    forWhom?: string | undefined;
    targetPersonId?: string | undefined;
    targetAccountId?: string | undefined;
  },
): Promise<Askable> {
  const person = await getPerson(tx, anyId);
  const memberId = wanted.memberId ?? actor.member.id;
  const rep = await getMember(tx, actor, memberId);
  const day = actor.today;
  const { forWhom = null, targetPersonId = null, targetAccountId = null } = wanted;
  const ask = { sourceId: person.id, memberId, day, forWhom, targetPersonId, targetAccountId };
  const before = await judge(tx, actor, ask, { askId: null, openUntil: null });
  const addsTo = askOfThisWeek(before.drawn, ask, before.settings)?.id ?? null;
  const { refusal, permit, drawn, protection, settings } =
    addsTo === null || before.refusal === null
      ? before
      : await judge(tx, actor, ask, { askId: addsTo, openUntil: null });
  const sameIds = await samePersonIds(tx, person.id);
  const approver = protection.preference?.approver ?? null;
  const helps = refusal !== null && refusal.rule !== "do-not-ask" && refusal.rule !== "no-go";
  return {
    personId: person.id,
    memberId,
    refusal,
    permit,
    advice: adviceFor(protection, refusal?.facts.mayFrom ?? day),
    openAsk: drawn.find((draw) => draw.kind === "ask" && isOpen(draw, day)) ?? null,
    last: await findLastAsk(tx, sameIds, NO_ASK),
    addsTo,
    plannedBy: (await plansOn(tx, actor, sameIds))
      .filter((plan) => plan.memberId !== memberId)
      .map((plan) => ({ id: plan.memberId, name: plan.memberName })),
    restDays: settings.restDays,
    askForPermit: helps ? (approver ?? (await findPermitGiver(tx, memberId))) : null,
    mayPermit:
      helps &&
      (refusal.rule === "approver"
        ? actor.member.id === approver?.id
        : mayPermit(actor, rep, approver?.id ?? null)),
  };
}
