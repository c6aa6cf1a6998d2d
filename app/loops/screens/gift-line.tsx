import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import { capital, moneyText } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import type { GiftState } from "../gift.ts";
import type { GiftSumView, GiftView } from "../gift-view.ts";
import { useDecide, useGiftGiven, useTakeBackGift } from "./use-gift-writes.ts";
import css from "./gifts.module.css";

export const STATE_WORDS: Record<GiftState, string> = {
  asked: "waits for approval",
  approved: "approved, not given yet",
  refused: "refused",
  given: "given",
};
const TONES: Record<GiftState, Tone> = { asked: "due", approved: "good", refused: "quiet", given: "plain" };

interface GiftLineProps {
  gift: GiftView;
  me: Me;
  /** Whether to whom stands with it. */
  named?: boolean;
  /** What they got this year, to decide by. */
  sum?: GiftSumView | undefined;
}

/** A gift with what can be done about it now. */
export function GiftLine({ gift, me, named = false, sum }: GiftLineProps) {
  const [refusing, setRefusing] = useState(false);
  const given = useGiftGiven(gift);
  const takeBack = useTakeBackGift(gift);
  const decide = useDecide(gift, () => setRefusing(false));
  const { state, what } = gift;
  const about = `${what} for ${gift.personName}`;
  return (
    <li className={css.line}>
      <div className={css.words}>
        <p>
          {capital(what)}, {moneyText(gift.value)}
          {named && (
            <>
              , for <Go to={`/people/${gift.personId}`}>{gift.personName}</Go>
            </>
          )}{" "}
          {state !== "given" && <Pill tone={TONES[state]}>{STATE_WORDS[state]}</Pill>}
        </p>
        <p className={css.soft}>{detailsOf(gift, me.today)}</p>
        {sum && state === "asked" && (
          <p className={css.soft}>
            With this {callName(gift.personName)} gets {moneyText(sum.sum)} this year; the cap is{" "}
            {moneyText(sum.cap)}.
          </p>
        )}
        {state === "refused" && (
          <p className={css.soft}>
            {gift.decidedBy}: “{gift.refusedWhy}”
          </p>
        )}
        {refusing && (
          <Refusing onSay={(why) => decide.send({ decision: "refused", why })} busy={decide.busy} />
        )}
        <FormError problem={decide.problem ?? given.problem ?? takeBack.problem} />
      </div>
      <div className={css.acts}>
        {state === "asked" && gift.mayDecide && !refusing && (
          <>
            <Button
              label={`Approve ${about}`}
              busy={decide.busy}
              onClick={() => decide.send({ decision: "approved" })}
            >
              Approve
            </Button>
            <Button label={`Refuse ${about}`} onClick={() => setRefusing(true)}>
              Refuse …
            </Button>
          </>
        )}
        {state === "approved" && gift.mayChange && (
          <Button label={`Given: ${about}`} busy={given.busy} onClick={() => given.send(me.today)}>
            It is given
          </Button>
        )}
        {gift.mayChange && (
          <ActionMenu
            label={`More for ${about}`}
            actions={[{ label: "Take it back", run: () => takeBack.send() }]}
          >
            …
          </ActionMenu>
        )}
      </div>
    </li>
  );
}

function Refusing({ onSay, busy }: { onSay: (why: string) => void; busy: boolean }) {
  const [why, setWhy] = useState("");
  return (
    <form
      className={css.acts}
      onSubmit={(event) => {
        event.preventDefault();
        onSay(why);
      }}
    >
      <TextField label="Why not, and what instead?" name="why" value={why} onChange={setWhy} autoFocus />
      <Button submit busy={busy}>
        Refuse
      </Button>
    </form>
  );
}

/** "Mia Sommer, 16 November · for the introduction to Bo Brandt · approved by Petra Lang" */
function detailsOf(gift: GiftView, today: string): string {
  const { memberName, contactName, words, decidedBy, state } = gift;
  return [
    `${memberName}, ${dayText(gift.givenOn ?? gift.day, today)}`,
    contactName !== null && `for the introduction to ${contactName}`,
    words !== null && `“${words}”`,
    decidedBy !== null && state !== "refused" && `approved by ${decidedBy}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
