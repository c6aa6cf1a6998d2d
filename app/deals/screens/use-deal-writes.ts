import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { DealView } from "../deal-view.ts";
import type { DealOrigin } from "../deal.ts";

/** Readings that a deal changes. */
export const DEAL_READS = [
  "/deals",
  "/referrals",
  "/accounts",
  "/chains",
  "/timeline",
  "/scorecard",
  "/search",
  "/people",
  "/duties",
  "/loop-measures",
];

export interface DealToLog {
  name: string;
  accountId?: string;
  personId?: string;
  referralId?: string;
  origin?: DealOrigin;
  amount?: DealView["amount"];
  stage?: string;
  openedOn?: string;
  expectedOn?: string;
  note?: string;
  memberId?: string;
}

/** Opens a deal; `done` hears of it after the toast that offers to undo it. */
export function useOpenDeal(done: (deal: DealView) => void): Writing<DealToLog, DealView> {
  const say = useUndo();
  const takeBack = useTakeBackDeal();
  return useWrite((deal: DealToLog, gesture) => write<DealView>("POST", "/deals", deal, gesture), {
    refresh: DEAL_READS,
    done: (deal) => {
      say(`${deal.name}: opened.`, () => takeBack.sendNow(deal.id));
      done(deal);
    },
  });
}

export interface DealEnding {
  outcome: "won" | "lost";
  day?: string;
  lostReason?: string;
}

/** Says that a deal was won or lost, with the way back to what was said before. */
export function useDealOutcome(
  deal: DealView,
  done: (deal: DealView) => void = () => {},
): Writing<DealEnding, DealView> {
  const say = useUndo();
  const back = useWrite((_: null, gesture) => sayAgain(deal, gesture), { refresh: DEAL_READS });
  return useWrite(
    (end: DealEnding, gesture) => write<DealView>("PUT", `/deals/${deal.id}/outcome`, end, gesture),
    {
      refresh: DEAL_READS,
      done: (after, { outcome }) => {
        say(`${deal.name}: ${outcome}.`, () => back.sendNow(null));
        done(after);
      },
    },
  );
}

/** Opens a deal again, with the way to say once more how it ended. */
export function useReopenDeal(deal: DealView): Writing<null, DealView> {
  const say = useUndo();
  const again = useWrite((_: null, gesture) => sayAgain(deal, gesture), { refresh: DEAL_READS });
  return useWrite(
    (_: null, gesture) => write<DealView>("DELETE", `/deals/${deal.id}/outcome`, undefined, gesture),
    {
      refresh: DEAL_READS,
      done: () => {
        const stays = deal.outcome === "won" ? ` ${deal.accountName} stays a client.` : "";
        say(`${deal.name}: open again.${stays}`, () => again.sendNow(null));
      },
    },
  );
}

export type DealChange = Partial<
  Pick<
    DealView,
    | "name"
    | "accountId"
    | "personId"
    | "referralId"
    | "origin"
    | "amount"
    | "stage"
    | "openedOn"
    | "expectedOn"
    | "note"
  >
>;

/** Changes what is known of a deal, with the way back. */
export function useChangeDeal(deal: DealView, done: () => void): Writing<DealChange, DealView> {
  const say = useUndo();
  const patch = (change: DealChange, gesture: string) =>
    write<DealView>("PATCH", `/deals/${deal.id}`, change, gesture);
  const back = useWrite(patch, { refresh: DEAL_READS });
  return useWrite(patch, {
    refresh: DEAL_READS,
    done: (_answer, change) => {
      const named = Object.keys(change) as (keyof DealChange)[];
      const undone = Object.fromEntries(named.map((field) => [field, deal[field]]));
      say(`${deal.name}: changed.`, () => back.sendNow(undone));
      done();
    },
  });
}

export function useTakeBackDeal(done: () => void = () => {}): Writing<string, void> {
  return useWrite((id: string, gesture) => write("DELETE", `/deals/${id}`, undefined, gesture), {
    refresh: DEAL_READS,
    done,
  });
}

/** The way back after a deal was taken back: the same one once more, with its outcome. */
export function useOpenDealAgain(deal: DealView): Writing<null, DealView> {
  return useWrite(
    async (_: null, gesture) => {
      const {
        name,
        accountId,
        personId,
        referralId,
        origin,
        amount,
        stage,
        openedOn,
        expectedOn,
        note,
        memberId,
      } = deal;
      const known = {
        name,
        accountId,
        personId,
        referralId,
        origin,
        amount,
        stage,
        openedOn,
        expectedOn,
        note,
        memberId,
      };
      const made = await write<DealView>("POST", "/deals", known, gesture);
      return deal.outcome === "open" ? made : await sayAgain({ ...deal, id: made.id });
    },
    { refresh: DEAL_READS },
  );
}

/** Brings a deal's outcome back to what it was in `deal`. */
function sayAgain(deal: DealView, gesture?: string): Promise<DealView> {
  const path = `/deals/${deal.id}/outcome`;
  if (deal.outcome === "open") return write<DealView>("DELETE", path, undefined, gesture);
  const { outcome, closedOn, lostReason } = deal;
  return write<DealView>("PUT", path, { outcome, day: closedOn ?? undefined, lostReason }, gesture);
}
