import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Money } from "#lib/kernel/money.ts";
import type { ApiProblem } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Quote } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, type Refusal } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { judgeGift, LONGEST_WHAT, whyNoGift } from "../gift.ts";
import type { GiftStandingView } from "../gift-view.ts";
import { givenText, overText, THANKS_ONLY, whyNoGiftText } from "../gift-words.ts";
import { keepLastGift, readLastGift } from "./gift-last.ts";
import type { GiftSaid } from "./use-gift-writes.ts";
import css from "./gifts.module.css";

interface GiftFormProps {
  person: { id: string; fullName: string };
  me: Me;
  problem: ApiProblem | null;
  busy: boolean;
  onGive: (gift: GiftSaid) => void;
  /** What to do where none may be given. */
  instead?: ReactNode;
  /** More fields, below the two. */
  children?: ReactNode;
}

/** What, and for how much: the rule speaks while one writes. */
export function GiftForm(props: GiftFormProps) {
  const standing = useRead<GiftStandingView>(`/people/${props.person.id}/gift-standing`);
  if (standing.problem) return <Trouble problem={standing.problem} again={standing.again} />;
  if (standing.data === undefined) return <Loading lines={3} />;
  const why = whyNoGift(standing.data.rule, standing.data);
  if (why === null) return <Fields {...props} standing={standing.data} readAnew={standing.again} />;
  const [ban] = standing.data.standing;
  return (
    <div className={css.stack}>
      <p role="status">{whyNoGiftText(why, callName(props.person.fullName))}</p>
      {ban?.words != null && <Quote>{ban.words}</Quote>}
      {props.instead}
    </div>
  );
}

function Fields({
  standing,
  me,
  problem,
  busy,
  onGive,
  children,
  readAnew,
}: GiftFormProps & { standing: GiftStandingView; readAnew: () => void }) {
  const { rule, counted } = standing;
  const [last] = useState(() => readLastGift(me.member.id, rule.cap.currency));
  const [what, setWhat] = useState(last.what);
  const [value, setValue] = useState<Money | null>(last.value);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const anew = useRef(readAnew);
  const verdict = value === null ? null : judgeGift(value, rule, standing);
  const ask = verdict?.kind === "needs-approval";
  const refused = problem?.kind === "conflict";
  // Somebody else gave meanwhile: what was read is of before.
  useEffect(() => {
    if (refused) anew.current();
  }, [refused]);
  const submit = () => {
    if (value === null) return setMissing({ reason: "Say what it costs.", field: "value" });
    setMissing(null);
    keepLastGift(me.member.id, { what, value });
    onGive({ what, value, ...(ask && { ask }) });
  };
  return (
    <Form
      problem={missing ?? atFields(problem)}
      onSubmit={submit}
      actions={
        <Button submit tone="primary" busy={busy}>
          {ask ? "Ask for approval" : "It is given"}
        </Button>
      }
    >
      <p className={css.soft}>{givenText(counted, rule)}.</p>
      <TextField
        label="What"
        name="what"
        value={what}
        onChange={(text) => setWhat(text.slice(0, LONGEST_WHAT))}
        placeholder="a book"
        autoFocus
      />
      <MoneyField
        label="What it costs"
        name="value"
        value={value}
        onChange={setValue}
        currency={rule.cap.currency}
      />
      {children}
      {verdict?.kind === "needs-approval" && (
        <p role="status">
          That is {overText(verdict, rule)}. A manager or a leader says yes before you give it; until then the
          thanks stay owed.
        </p>
      )}
      <p className={css.soft}>{THANKS_ONLY}</p>
    </Form>
  );
}

/** The fields are called as they are here, wherever the gift is said. */
function atFields(problem: ApiProblem | null): Refusal | null {
  if (problem === null) return null;
  const field = problem.field?.replace("gift.", "");
  return { reason: problem.reason, ...(field !== undefined && { field }) };
}
