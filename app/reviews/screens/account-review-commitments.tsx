import { useState } from "react";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useReadAll, useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import type { AccountReviewView, CommitmentView } from "../account-review-view.ts";
import { whoText } from "./account-review-words.ts";
import { REVIEW_READS, useTakeBackCommitment, useTick } from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

/** What was promised, each to be ticked off. */
export function Commitments({
  items,
  accountName,
  today,
}: {
  items: readonly CommitmentView[];
  accountName: string;
  today: Day;
}) {
  const tick = useTick();
  if (items.length === 0) return null;
  return (
    <>
      <ul className={css.lines} aria-label="What was promised">
        {items.map((each) => (
          <li key={each.id} className={css.line}>
            <div className={css.words}>
              <p className={css.name}>
                {each.words}
                {each.doneOn === null ? (
                  each.dueOn < today && <Pill tone="late">late</Pill>
                ) : (
                  <Pill tone="good">done</Pill>
                )}
              </p>
              <p className={css.soft}>{whoText(each, accountName, today)}</p>
            </div>
            <Button
              label={`${each.doneOn === null ? "Done" : "Not done"}: ${each.words}`}
              onClick={() => tick.send(each)}
            >
              {each.doneOn === null ? "Done" : "Not done after all"}
            </Button>
          </li>
        ))}
      </ul>
      <FormError problem={tick.problem} />
    </>
  );
}

const THEM = "them";
const A_FORTNIGHT = 14;

/** Who does what until when. */
export function MakeCommitment({ review, me }: { review: AccountReviewView; me: Me }) {
  const [opened, setOpened] = useState(false);
  if (!opened)
    return (
      <div className={css.acts}>
        <Button onClick={() => setOpened(true)}>Write down a promise</Button>
      </div>
    );
  return <CommitmentForm review={review} me={me} onDone={() => setOpened(false)} />;
}

function CommitmentForm({ review, me, onDone }: { review: AccountReviewView; me: Me; onDone: () => void }) {
  const members = useReadAll<MemberView>("/members").data ?? [];
  const draft = useDraft({
    words: "",
    who: `m ${me.member.id}`,
    dueOn: addDays(review.heldOn ?? me.today, A_FORTNIGHT),
  });
  const say = useUndo();
  const back = useTakeBackCommitment();
  const save = useWrite(
    (said: object, gesture) =>
      write<CommitmentView>("POST", `/account-reviews/${review.id}/commitments`, said, gesture),
    {
      refresh: REVIEW_READS,
      done: (made) => {
        say(`Written down: ${made.words}`, () => back.sendNow(made.id));
        onDone();
      },
    },
  );
  const { words, who, dueOn } = draft.value;
  const others = members.filter(({ id }) => id !== me.member.id);
  return (
    <Form
      problem={save.problem}
      onSubmit={() =>
        save.send({
          words,
          dueOn,
          memberId: who.startsWith("m ") ? who.slice(2) : null,
          personId: who.startsWith("p ") ? who.slice(2) : null,
        })
      }
      actions={
        <>
          <Button submit tone="primary" busy={save.busy}>
            Write it down
          </Button>
          <Button tone="quiet" onClick={onDone}>
            Not now
          </Button>
        </>
      }
    >
      <TextField label="What is promised" autoFocus {...draft.field("words")} />
      <div className={css.fields}>
        <ChoiceField
          label="Who does it"
          options={[
            { value: `m ${me.member.id}`, label: "Me" },
            ...review.people.map(({ personId, fullName }) => ({ value: `p ${personId}`, label: fullName })),
            { value: THEM, label: `Somebody at ${review.accountName}` },
            ...others.map(({ id, name }) => ({ value: `m ${id}`, label: name })),
          ]}
          {...draft.field("who")}
        />
        <DayField label="Until" {...draft.field("dueOn")} />
      </div>
    </Form>
  );
}
