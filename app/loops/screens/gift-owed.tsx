import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { capital, moneyText } from "#lib/web/words.ts";
import type { DutyView } from "../duty-view.ts";
import { useGiftGiven, useTakeBackGift } from "./use-gift-writes.ts";
import css from "./gifts.module.css";

interface GiftOwedProps {
  gift: NonNullable<DutyView["gift"]>;
  sourceName: string;
  today: string;
}

/** What became of a gift that was asked for, where the thanks are still owed. */
export function GiftOwed({ gift, sourceName, today }: GiftOwedProps) {
  const given = useGiftGiven(gift);
  const takeBack = useTakeBackGift(gift);
  const said = `${gift.what}, ${moneyText(gift.value)}`;
  if (gift.state === "refused")
    return (
      <p className={css.soft}>
        {gift.refusedByName} refused {said}: “{gift.refusedWhy}”
      </p>
    );
  return (
    <>
      <p className={css.soft}>
        {capital(said)}: {gift.state === "asked" ? "waits for approval" : "approved, and may be given"}
      </p>
      <div className={css.acts}>
        {gift.state === "approved" && (
          <Button
            tone="primary"
            busy={given.busy}
            label={`${gift.what} is given: ${sourceName}`}
            onClick={() => given.send(today)}
          >
            It is given
          </Button>
        )}
        <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send()}>
          Not after all
        </Button>
      </div>
      <FormError problem={given.problem ?? takeBack.problem} />
    </>
  );
}
