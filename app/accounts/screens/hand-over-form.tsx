import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import type { Me } from "#team/me-view.ts";
import type { AccountView } from "../account-view.ts";
import { HolderField } from "./holder-field.tsx";
import { useHandOver } from "./use-handover-writes.ts";
import css from "./accounts-page.module.css";

interface HandOverFormProps {
  account: AccountView;
  me: Me;
  /** The won deal after which it is. */
  becauseId?: string;
  onDone: () => void;
}

/** To a team by its name, or to a member. The relationship holder stays, and asks. */
export function HandOverForm({ account, me, becauseId, onDone }: HandOverFormProps) {
  const draft = useDraft({ toName: "Customer success", toMemberId: "", day: me.today, note: "" });
  const send = useHandOver(account, onDone);
  const { toName, toMemberId, day, note } = draft.value;
  const holder = account.holderId === me.member.id ? "You keep" : `${account.holderName} keeps`;
  return (
    <Form
      problem={send.problem}
      onSubmit={() =>
        send.send({
          toMemberId: toMemberId || null,
          toName: toMemberId === "" ? toName : null,
          day: day || me.today,
          note: note || null,
          becauseId,
        })
      }
      actions={
        <Button submit tone="primary" busy={send.busy}>
          Hand over
        </Button>
      }
    >
      <p className={css.note}>{holder} the relationship and the right to ask.</p>
      <HolderField
        label="To a member"
        nobody="None of us: a team by its name"
        {...draft.field("toMemberId")}
      />
      {toMemberId === "" && <TextField label="To a team" {...draft.field("toName")} />}
      <DayField label="Since" latest={me.today} {...draft.field("day")} />
      <LongTextField
        label="Note"
        hint="What they should know; if there is something."
        {...draft.field("note")}
      />
    </Form>
  );
}
