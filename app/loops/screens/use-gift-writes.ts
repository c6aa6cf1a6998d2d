import type { Money } from "#lib/kernel/money.ts";
import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import type { GiftBanView, GiftRuleView, GiftView } from "../gift-view.ts";

/** Readings that a gift changes. */
export const GIFT_READS = [
  "/gifts",
  "/gift-sums",
  "/people",
  "/accounts",
  "/duties",
  "/timeline",
  "/loop-measures",
];

export interface GiftSaid {
  what: string;
  value: Money;
  ask?: boolean;
}

/** As much of a gift as is needed to say something of it. */
export interface GiftNamed {
  id: string;
  what: string;
}

/** A gift outside any duty. */
export function useGive(
  person: { id: string; fullName: string },
  done: () => void,
): Writing<GiftSaid & { words: string | null }, GiftView> {
  const say = useUndo();
  const takeBack = useWrite((id: string, gesture) => write("DELETE", `/gifts/${id}`, undefined, gesture), {
    refresh: GIFT_READS,
  });
  return useWrite(
    (gift, gesture) => write<GiftView>("POST", "/gifts", { personId: person.id, ...gift }, gesture),
    {
      refresh: GIFT_READS,
      done: ({ id, what, state }) => {
        const said = state === "asked" ? "asked for. Give it when it is approved" : "noted";
        say(`${capital(what)} for ${callName(person.fullName)}: ${said}.`, () => takeBack.sendNow(id));
        done();
      },
    },
  );
}

/** What was approved was given, in one tap. */
export function useGiftGiven({ id, what }: GiftNamed): Writing<string, GiftView> {
  const say = useUndo();
  const back = useWrite((_: void, gesture) => write("DELETE", `/gifts/${id}/given`, undefined, gesture), {
    refresh: GIFT_READS,
  });
  return useWrite((day: string, gesture) => write<GiftView>("PUT", `/gifts/${id}/given`, { day }, gesture), {
    refresh: GIFT_READS,
    done: () => say(`${capital(what)}: given.`, () => back.sendNow()),
  });
}

/** Takes a gift back, or what was asked for. */
export function useTakeBackGift({ id, what }: GiftNamed): Writing<void, unknown> {
  const say = useUndo();
  return useWrite((_: void, gesture) => write("DELETE", `/gifts/${id}`, undefined, gesture), {
    refresh: GIFT_READS,
    done: () => say(`${capital(what)}: taken back.`),
  });
}

export interface SaidDecision {
  decision: "approved" | "refused";
  why?: string;
}

export function useDecide({ id, what }: GiftNamed, done: () => void): Writing<SaidDecision, GiftView> {
  const say = useUndo();
  const back = useWrite((_: void, gesture) => write("DELETE", `/gifts/${id}/decision`, undefined, gesture), {
    refresh: GIFT_READS,
  });
  return useWrite((said, gesture) => write<GiftView>("PUT", `/gifts/${id}/decision`, said, gesture), {
    refresh: GIFT_READS,
    done: (_answer, { decision }) => {
      say(`${capital(what)}: ${decision}.`, () => back.sendNow());
      done();
    },
  });
}

/** "Wants no gifts", or "the employer forbids them". */
export function useNoteBan(
  of: { path: string; says: string },
  done: () => void,
): Writing<{ words: string | null }, GiftBanView> {
  const say = useUndo();
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/gift-bans/${id}`, undefined, gesture),
    {
      refresh: GIFT_READS,
    },
  );
  return useWrite((said, gesture) => write<GiftBanView>("POST", `${of.path}/gift-bans`, said, gesture), {
    refresh: GIFT_READS,
    done: ({ id }) => {
      say(`${of.says}.`, () => takeBack.sendNow(id));
      done();
    },
  });
}

export function useLiftBan({ id, name }: GiftBanView): Writing<string, GiftBanView> {
  const say = useUndo();
  const back = useWrite(
    (_: void, gesture) => write("DELETE", `/gift-bans/${id}/lifting`, undefined, gesture),
    {
      refresh: GIFT_READS,
    },
  );
  return useWrite(
    (day: string, gesture) => write<GiftBanView>("PUT", `/gift-bans/${id}/lifting`, { day }, gesture),
    { refresh: GIFT_READS, done: () => say(`${name}: gifts are welcome again.`, () => back.sendNow()) },
  );
}

export function useTakeBackBan({ id }: GiftBanView): Writing<void, unknown> {
  const say = useUndo();
  return useWrite((_: void, gesture) => write("DELETE", `/gift-bans/${id}`, undefined, gesture), {
    refresh: GIFT_READS,
    done: () => say("Taken back."),
  });
}

export function useChangeGiftRule(before: GiftRuleView): Writing<GiftRuleView, GiftRuleView> {
  const say = useUndo();
  const refresh = ["/gift-rule", ...GIFT_READS];
  const back = useWrite(patch, { refresh });
  return useWrite(patch, { refresh, done: () => say("The cap is set.", () => back.sendNow(before)) });
}

async function patch(rule: GiftRuleView, gesture: string): Promise<GiftRuleView> {
  return await write<GiftRuleView>("PATCH", "/gift-rule", rule, gesture);
}
