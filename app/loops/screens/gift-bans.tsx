import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { mayChangeFor } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import type { GiftBanView } from "../gift-view.ts";
import { useLiftBan, useNoteBan, useTakeBackBan } from "./use-gift-writes.ts";
import css from "./gifts.module.css";

/** "Their employer forbids gifts", with the way to lift it. */
export function BanLine({ ban, says, me }: { ban: GiftBanView; says: string; me: Me }) {
  const lift = useLiftBan(ban);
  const takeBack = useTakeBackBan(ban);
  return (
    <li className={css.line}>
      <div className={css.words}>
        <p>{says}</p>
        <p className={css.soft}>
          {ban.byName}, since {dayText(ban.day, me.today)}
          {ban.words !== null && `: “${ban.words}”`}
        </p>
        <FormError problem={lift.problem ?? takeBack.problem} />
      </div>
      {mayChangeFor(me, { memberId: ban.byId, teamId: ban.byTeamId }) && (
        <ActionMenu
          label={`More for: ${says}`}
          actions={[
            { label: "Gifts are welcome again", run: () => lift.send(me.today) },
            { label: "It was a mistake", run: () => takeBack.send() },
          ]}
        >
          …
        </ActionMenu>
      )}
    </li>
  );
}

/** In a sheet: one press says it, with their words if there were any. */
export function NoteBan({ path, says, onDone }: { path: string; says: string; onDone: () => void }) {
  const [words, setWords] = useState("");
  const note = useNoteBan({ path, says }, onDone);
  return (
    <Form
      problem={note.problem}
      onSubmit={() => note.send({ words: words.trim() || null })}
      actions={
        <Button submit tone="primary" busy={note.busy}>
          Note it
        </Button>
      }
    >
      <TextField
        label="In their words"
        name="words"
        hint="Or where it is written. The press alone will do."
        value={words}
        onChange={setWords}
      />
    </Form>
  );
}
