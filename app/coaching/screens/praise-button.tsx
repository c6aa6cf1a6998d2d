import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { callName } from "#people/call-name.ts";
import { PraiseForm } from "./praise-form.tsx";
import { useTakeBackPraise } from "./use-praise.ts";
import css from "./praise.module.css";

/** Beside a fact of a colleague's, wherever its line of the journal is known. */
export function PraiseFact({ id }: { id: string }) {
  return <PraiseButton factId={id} toName={null} />;
}

/** Opens the two taps that praise somebody for a fact. */
export function PraiseButton({ factId, toName }: { factId: string; toName: string | null }) {
  const [opened, setOpened] = useState(false);
  const name = toName === null ? null : callName(toName);
  return (
    <>
      <Button
        tone="quiet"
        label={name === null ? "Praise them for this" : `Praise ${name} for this`}
        onClick={() => setOpened(true)}
      >
        Praise
      </Button>
      <Sheet
        title={name === null ? "Well done" : `Well done, ${name}`}
        opened={opened}
        onClose={() => setOpened(false)}
      >
        <PraiseForm factId={factId} toName={name} done={() => setOpened(false)} />
      </Sheet>
    </>
  );
}

/** One's own praise, with the way back. */
export function OwnPraise({
  praiseId,
  factId,
  words,
}: {
  praiseId: string;
  factId: string;
  words: string | null;
}) {
  const takeBack = useTakeBackPraise({ factId, words });
  return (
    <span className={css.own}>
      <span className={css.soft}>You praised this</span>
      <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(praiseId)}>
        Take back
      </Button>
      <FormError problem={takeBack.problem} />
    </span>
  );
}
