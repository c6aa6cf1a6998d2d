import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, type Refusal } from "#lib/web/form.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { mayEnd } from "../protection.ts";
import type { IssueView } from "../standing-view.ts";
import { useRaiseIssue, useSettleIssue } from "./use-source-writes.ts";
import css from "./source.module.css";

interface IssueSheetProps {
  /** Of the person or the account. */
  path: string;
  /** Open ones. */
  issues: readonly IssueView[];
  holderIds: readonly string[];
  me: Me;
  onDone: () => void;
}

/** What is open, to be settled; or what is wrong, to be raised. */
export function IssueSheet({ path, issues, holderIds, me, onDone }: IssueSheetProps) {
  return (
    <div className={css.stack}>
      {issues.map((issue) => (
        <OpenIssue key={issue.id} issue={issue} holderIds={holderIds} me={me} />
      ))}
      <Raise path={path} another={issues.length > 0} onDone={onDone} />
    </div>
  );
}

/** An open issue with the way to settle it, for those who may. */
export function OpenIssue({
  issue,
  holderIds,
  me,
}: {
  issue: IssueView;
  holderIds: readonly string[];
  me: Me;
}) {
  const settle = useSettleIssue();
  return (
    <div className={css.stack}>
      <p className={css.words}>
        {issue.what}
        <small className={css.small}>
          {issue.by.name}, {dayText(issue.day, me.today)}
          {issue.accountId !== null && " · of the whole company"}
        </small>
      </p>
      {mayEnd(me, issue, holderIds) ? (
        <Button busy={settle.busy} onClick={() => settle.send(issue)}>
          It is settled
        </Button>
      ) : (
        <small className={css.small}>
          {issue.by.name}, their manager, a leader or the relationship holder can settle it.
        </small>
      )}
      <FormError problem={settle.problem} />
    </div>
  );
}

function Raise({ path, another, onDone }: { path: string; another: boolean; onDone: () => void }) {
  const [what, setWhat] = useState("");
  const [missing, setMissing] = useState<Refusal | null>(null);
  const raise = useRaiseIssue(path, onDone);
  const save = () => {
    if (what.trim() === "") return setMissing({ field: "what", reason: "Say in a few words what is wrong." });
    setMissing(null);
    raise.send(what);
  };
  return (
    <Form
      problem={missing ?? raise.problem}
      onSubmit={save}
      actions={
        <Button submit tone={another ? "plain" : "primary"} busy={raise.busy}>
          {another ? "Raise another" : "Raise it"}
        </Button>
      }
    >
      <LongTextField
        label="What is wrong?"
        name="what"
        hint="While it is open nobody asks them for an introduction."
        lines={2}
        value={what}
        onChange={setWhat}
      />
    </Form>
  );
}
