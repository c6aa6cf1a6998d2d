import type { Me } from "#team/me-view.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft, useStaysToday } from "#lib/web/form.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { DealView } from "../deal-view.ts";
import { useChangeDeal, useDealOutcome } from "./use-deal-writes.ts";

interface EndedSheetProps {
  deal: DealView;
  me: Me;
  outcome: "won" | "lost" | null;
  onClose: () => void;
}

/** How a deal ended, when, and for how much or why. */
export function EndedSheet({ outcome, onClose, deal, me }: EndedSheetProps) {
  return (
    <Sheet title={outcome === "won" ? "Won" : "Lost"} opened={outcome !== null} onClose={onClose}>
      {outcome !== null && <EndedForm deal={deal} me={me} outcome={outcome} close={onClose} />}
    </Sheet>
  );
}

function EndedForm({
  deal,
  me,
  outcome,
  close,
}: Omit<EndedSheetProps, "outcome" | "onClose"> & { outcome: "won" | "lost"; close: () => void }) {
  const draft = useDraft({
    day: deal.outcome === outcome ? (deal.closedOn ?? me.today) : me.today,
    amount: deal.amount,
    lostReason: deal.lostReason ?? "",
  });
  useStaysToday(draft.value.day, me.today, (day) => {
    if (deal.outcome !== outcome) draft.set({ day });
  });
  const { day, amount, lostReason } = draft.value;
  const end = useDealOutcome(deal, close);
  const price = useChangeDeal(deal, () => undefined);
  const save = async () => {
    try {
      const sameAmount = JSON.stringify(amount) === JSON.stringify(deal.amount);
      if (outcome === "won" && !sameAmount) await price.sendNow({ amount });
      end.send({ outcome, day, ...(outcome === "lost" && { lostReason }) });
    } catch {
      // Shown by the form, as every refusal.
    }
  };
  return (
    <Form
      problem={price.problem ?? end.problem}
      onSubmit={() => void save()}
      actions={
        <Button submit tone="primary" busy={end.busy || price.busy}>
          {outcome === "won" ? "It is won" : "It is lost"}
        </Button>
      }
    >
      {outcome === "won" && (
        <MoneyField
          label="Amount"
          {...draft.field("amount")}
          currency={amount?.currency ?? me.workspace.currency}
        />
      )}
      <DayField
        label="On"
        {...draft.field("day")}
        earliest={deal.openedOn}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      {outcome === "lost" && (
        <LongTextField
          label="Why"
          lines={2}
          hint="In their words, if you can."
          {...draft.field("lostReason")}
        />
      )}
    </Form>
  );
}
