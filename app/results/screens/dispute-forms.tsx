import { useState } from "react";
import { Problem } from "#lib/kernel/problem.ts";
import type { Money } from "#lib/kernel/money.ts";
import { Button } from "#lib/web/button.tsx";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import { checkShares, type Verdict } from "../credit-dispute.ts";
import type { DealCreditView, DisputeView } from "../credit-view.ts";
import { saidShape, ShapeFields, type ShapeDraft } from "./shape-fields.tsx";
import { useDecide, useRaise } from "./use-credits.ts";
import css from "./credits.module.css";

/** Anybody says what is not right, and why. */
export function RaiseForm({ dealId, onClose }: { dealId: string; onClose: () => void }) {
  const draft = useDraft({ reason: "", proposes: "" });
  const raise = useRaise(dealId, onClose);
  return (
    <Form
      problem={raise.problem}
      onSubmit={() => raise.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={raise.busy}>
          Raise it
        </Button>
      }
    >
      <LongTextField
        label="Why it is not right"
        hint="What happened, as you would tell it to a colleague."
        {...draft.field("reason")}
      />
      <TextField label="How it should be" hint="If you know." {...draft.field("proposes")} />
    </Form>
  );
}

interface Share {
  personId: string;
  name: string;
  amount: Money | null;
}

interface DecideProps {
  dispute: DisputeView;
  credit: DealCreditView;
  onClose: () => void;
}

/** It stands, or goes by another shape of the rule, or by shares that add up to the deal. */
export function DecideForm({ dispute, credit, onClose }: DecideProps) {
  const [verdict, setVerdict] = useState<Verdict>("stands");
  const [shape, setShape] = useState<ShapeDraft>({ kind: "first", share: "1/2" });
  const [shares, setShares] = useState<readonly Share[]>(
    credit.credits.map(({ sourceId, name, credited }) => ({ personId: sourceId, name, amount: credited })),
  );
  const [reason, setReason] = useState("");
  const decide = useDecide(dispute.id, onClose);
  const said = shares.map(({ personId, amount }) => ({ personId, minor: amount?.minor ?? 0 }));
  return (
    <Form
      problem={decide.problem}
      onSubmit={() =>
        decide.send({
          verdict,
          reason,
          ...(verdict === "shape" && { shape: saidShape(shape) }),
          ...(verdict === "shares" && { shares: said }),
        })
      }
      actions={
        <Button submit tone="primary" busy={decide.busy}>
          Decide
        </Button>
      }
    >
      <p className={css.said}>
        {dispute.byName}: “{dispute.reason}”
      </p>
      <OneOfField
        label="The credit"
        name="verdict"
        value={verdict}
        options={[
          { value: "stands", label: "stands as it is" },
          { value: "shape", label: "goes by another rule", hint: "for this deal alone" },
          { value: "shares", label: "is shared one by one", hint: "the shares add up to the deal" },
        ]}
        onChange={(chosen) => chosen !== "" && setVerdict(chosen)}
      />
      {verdict === "shape" && <ShapeFields value={shape} onChange={setShape} />}
      {verdict === "shares" && <Shares shares={shares} amount={credit.amount} onChange={setShares} />}
      <LongTextField label="Why" name="reason" value={reason} onChange={setReason} />
    </Form>
  );
}

interface SharesProps {
  shares: readonly Share[];
  amount: Money | null;
  onChange: (shares: readonly Share[]) => void;
}

function Shares({ shares, amount, onChange }: SharesProps) {
  const trouble = troubleWith(shares, amount);
  return (
    <>
      <p className={css.soft}>With whom it began first.</p>
      {shares.map((share, at) => (
        <div key={share.personId} className={css.share}>
          {amount === null ? (
            <p className={css.plain}>{share.name}</p>
          ) : (
            <MoneyField
              label={share.name}
              name={`share-${at}`}
              currency={amount.currency}
              value={share.amount}
              onChange={(now) =>
                onChange(shares.map((each) => (each === share ? { ...each, amount: now } : each)))
              }
            />
          )}
          <Button
            tone="quiet"
            label={`Leave out ${share.name}`}
            onClick={() => onChange(shares.filter((each) => each !== share))}
          >
            Leave out
          </Button>
        </div>
      ))}
      <PersonPicker
        label="Somebody else"
        name="shares"
        mayAdd={false}
        without={shares.map(({ personId }) => personId)}
        value={null}
        onChange={(person) =>
          person && onChange([...shares, { personId: person.id, name: person.label, amount: null }])
        }
      />
      {trouble !== null && (
        <p className={css.soft} role="status">
          {trouble}
        </p>
      )}
    </>
  );
}

/** The rule's own words, before the form is sent. */
function troubleWith(shares: readonly Share[], amount: Money | null): string | null {
  try {
    checkShares(
      shares.map(({ personId, amount: own }) => ({ sourceId: personId, minor: own?.minor ?? 0 })),
      amount,
    );
    return null;
  } catch (error) {
    if (error instanceof Problem) return `${error.reason.slice(0, 1).toUpperCase()}${error.reason.slice(1)}.`;
    throw error;
  }
}
