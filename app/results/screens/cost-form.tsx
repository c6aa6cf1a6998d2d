import { previousPeriods } from "#lib/kernel/fiscal.ts";
import type { Money } from "#lib/kernel/money.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { capital } from "#lib/web/words.ts";
import { ORIGIN_OPTIONS } from "#referrals/origin-words.ts";
import type { Origin } from "#referrals/origin.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor, mayLead } from "#team/member.ts";
import type { MemberView } from "#team/member-view.ts";
import { hoursIn } from "../cost.ts";
import { useNoteCost } from "./use-costs.ts";

const MONTHS_BACK = 12;
const COMPANY = "company";

/** Hours, money or both, spent on one origin in one month. */
export function CostForm({ me, onDone }: { me: Me; onDone: () => void }) {
  const note = useNoteCost(onDone);
  const { calendar, currency } = me.workspace;
  const months = previousPeriods(me.today, "month", MONTHS_BACK, calendar).toReversed();
  const draft = useDraft(() => ({
    origin: "referral" as Origin,
    month: months[0]!.start,
    whose: me.member.id,
    hours: "",
    amount: null as Money | null,
    note: "",
  }));
  const { value } = draft;
  const hours = hoursIn(value.hours);
  const unclear = value.hours.trim() !== "" && hours === null;
  const send = () =>
    note.send({
      origin: value.origin,
      month: value.month,
      memberId: value.whose === COMPANY ? null : value.whose,
      hours,
      amount: value.amount,
      note: value.note,
    });
  return (
    <Form
      problem={note.problem}
      onSubmit={send}
      actions={
        <Button
          submit
          tone="primary"
          busy={note.busy}
          disabled={unclear || (hours === null && value.amount === null)}
        >
          Write it down
        </Button>
      }
    >
      <ChoiceField label="Spent on business by" options={ORIGIN_OPTIONS} {...draft.field("origin")} />
      <ChoiceField
        label="In"
        options={months.map((month) => ({
          value: month.start,
          label: capital(periodText(month, calendar, me.today)),
        }))}
        {...draft.field("month")}
      />
      {me.member.role !== "rep" && <WhoseField me={me} {...draft.field("whose")} />}
      <TextField
        label="Hours"
        inputMode="decimal"
        hint="To the quarter of an hour: 7.5 or 7:30."
        {...(unclear && { error: "Write hours, such as 7.5 or 7:30." })}
        {...draft.field("hours")}
      />
      <MoneyField label="Money" currency={currency} {...draft.field("amount")} />
      <TextField label="For what" placeholder="Lunches, the stand at the fair" {...draft.field("note")} />
    </Form>
  );
}

function WhoseField({
  me,
  ...field
}: {
  me: Me;
  name: string;
  value: string;
  onChange: (whose: string) => void;
}) {
  const members = useReadAll<MemberView>("/members", { state: "here" });
  const theirs = (members.data ?? []).filter(({ id, teamId }) => mayChangeFor(me, { memberId: id, teamId }));
  const options = [
    ...theirs.map(({ id, name }) => ({ value: id, label: id === me.member.id ? `${name} (you)` : name })),
    ...(mayLead(me) ? [{ value: COMPANY, label: "The company as a whole" }] : []),
  ];
  return (
    <ChoiceField
      label="By whom"
      options={options.length > 0 ? options : [{ value: me.member.id, label: me.member.name }]}
      {...field}
    />
  );
}
