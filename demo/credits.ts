import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { bookCredits, sayBookedThrough } from "#results/book-credits-actions.ts";
import { decideDispute, raiseDispute } from "#results/credit-dispute-actions.ts";

const ZONE = "Europe/Berlin";
const RAISED_AFTER = 2;
const DECIDED_AFTER = 4;

/** What was won is credited up its chains. Two of these credits were questioned: one is decided, one waits. */
export async function tellCredits(
  tx: Tx,
  { leader, managers, reps }: { leader: Actor; managers: readonly Actor[]; reps: readonly Actor[] },
): Promise<void> {
  await bookCredits(tx, { now: leader.now, member: null });
  await sayBookedThrough(tx, leader.now);
  const deals = await dealsWithChains(tx);
  const long = deals.find(({ sources }) => sources > 2);
  const later = deals.find(({ id }) => id !== long?.id);
  if (long) {
    const { rep, colleague } = aroundOf(long.memberId, reps);
    const leads = managers.find(({ leads: teams }) => teams.includes(rep?.member.teamId ?? ""));
    if (colleague && leads) {
      const { id } = await raiseDispute(tx, on(colleague, addDays(long.day, RAISED_AFTER)), long.id, {
        reason: "The first of them opened every door after that. Without that dinner there is no chain.",
        proposes: "Share it alike between the three.",
      });
      await decideDispute(tx, on(leads, addDays(long.day, DECIDED_AFTER)), id, {
        verdict: "shape",
        shape: { kind: "split", part: 1, of: 1 },
        reason: "I was at that dinner, too. Alike it is.",
      });
    }
  }
  if (later) {
    const { colleague } = aroundOf(later.memberId, reps);
    if (colleague)
      await raiseDispute(tx, on(colleague, addDays(later.day, RAISED_AFTER)), later.id, {
        reason: "The buyer says they had heard of us from somebody else first.",
      });
  }
}

interface Won {
  id: string;
  memberId: string;
  day: Day;
  sources: number;
}

/** With more than one source, the last one won first. */
async function dealsWithChains(tx: Tx): Promise<Won[]> {
  const { rows } = await sql<Won>`
    select deal_id as id, member_id as "memberId", day, sum(count)::int as sources
      from credit where workspace_id = ${tx.workspaceId}
     group by deal_id, member_id, day
    having sum(count) > 1
     order by day desc, deal_id`.execute(tx.tables());
  return rows;
}

function aroundOf(memberId: string, reps: readonly Actor[]) {
  const rep = reps.find(({ member }) => member.id === memberId);
  const colleague = reps.find(({ member }) => member.id !== memberId && member.teamId === rep?.member.teamId);
  return { rep, colleague };
}

/** In the morning of a day that has come. */
function on(actor: Actor, day: Day): Actor {
  const today = day < actor.today ? day : actor.today;
  const now = instantOf(today, "09:40", ZONE);
  return { ...actor, today, now: now < actor.now ? now : actor.now };
}
