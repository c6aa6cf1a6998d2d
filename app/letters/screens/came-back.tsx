import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import type { CopyState } from "../newsletter.ts";
import type { CopyView, ReplyView, WholeView } from "../newsletter-view.ts";
import { AnswerLine } from "./answer-line.tsx";
import css from "./letters.module.css";

interface Given {
  letter: WholeView;
  me: Me;
}

/** What came of it: who answered first of all, the numbers, and what became of each copy. */
export function CameBack({ letter, me }: Given) {
  return (
    <>
      <Answers letter={letter} me={me} />
      {(letter.numbers?.doubtful ?? 0) > 0 && <Doubtful letter={letter} me={me} />}
      <Copies letter={letter} />
    </>
  );
}

function Answers({ letter, me }: Given) {
  const replies = useRead<{ items: ReplyView[] }>("/newsletter-replies", {
    newsletter: letter.id,
    limit: 100,
  });
  const items = replies.data?.items ?? [];
  return (
    <Card title="Who answered" below={items.length === 0 ? "Nobody yet." : undefined}>
      {items.length > 0 && (
        <ul className={css.lines}>
          {items.map((reply) => (
            <li key={reply.id} className={css.line}>
              <AnswerLine reply={reply} me={me} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Doubtful({ letter, me }: Given) {
  const doubtful = useRead<{ items: CopyView[] }>(`/newsletters/${letter.id}/copies`, {
    state: "doubtful",
    limit: 100,
  });
  const settle = useWrite(
    ({ id, how }: { id: string; how: "arrived" | "again" }, gesture) =>
      write<CopyView>("PUT", `/newsletter-copies/${id}/${how}`, {}, gesture),
    { refresh: ["/newsletters"] },
  );
  const mayChange = mayChangeFor(me, { memberId: letter.memberId, teamId: letter.memberTeamId });
  return (
    <Card
      title="In doubt"
      below="The connection broke off in the middle of these: they may have arrived, or not. Nobody gets one twice unless you say so."
    >
      <ul className={css.lines}>
        {(doubtful.data?.items ?? []).map((copy) => (
          <li key={copy.id} className={css.line}>
            <Whom copy={copy} />
            {mayChange && (
              <div className={css.acts}>
                <Button
                  label={`It arrived: ${copy.personName ?? ""}`}
                  onClick={() => settle.send({ id: copy.id, how: "arrived" })}
                >
                  It arrived
                </Button>
                <Button
                  label={`Send again: ${copy.personName ?? ""}`}
                  onClick={() => settle.send({ id: copy.id, how: "again" })}
                >
                  Send again
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <FormError problem={settle.problem} />
    </Card>
  );
}

/** Also where it is none. */
const ALWAYS: ReadonlySet<string> = new Set(["got it", "answered", "unsubscribed"]);

const WHICH: readonly { value: CopyState; label: string }[] = [
  { value: "sent", label: "Got it" },
  { value: "came-back", label: "Came back" },
  { value: "refused", label: "Refused by the mail server" },
  { value: "left-out", label: "Left out when their turn came" },
  { value: "waiting", label: "Still to come" },
];

function Copies({ letter }: { letter: WholeView }) {
  const [which, setWhich] = useState<CopyState>("sent");
  const { numbers } = letter;
  if (numbers === null) return null;
  // What moves a number moves the list.
  const query = { state: which, seen: Object.values(numbers).join(" ") };
  return (
    <Card title="What became of it">
      <dl className={css.numbers}>
        {(
          [
            ["got it", numbers.sent],
            ["came back", numbers.bouncedHard + numbers.bouncedSoft],
            ["refused", numbers.refused],
            ["left out", numbers.leftOut],
            ["in doubt", numbers.doubtful],
            ["to go", numbers.waiting],
            ["answered", numbers.replies],
            ["others answered", numbers.othersReplies],
            ["unsubscribed", numbers.unsubscribed],
          ] as const
        )
          .flatMap((each) => (each[1] > 0 || ALWAYS.has(each[0]) ? [each] : []))
          .map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{count.toLocaleString("en-GB")}</dd>
            </div>
          ))}
      </dl>
      <ChoiceField<CopyState> label="Show" name="which" value={which} options={WHICH} onChange={setWhich} />
      <LongList<CopyView>
        label="Copies"
        path={`/newsletters/${letter.id}/copies`}
        query={query}
        rowKey={({ id }) => id}
        empty={<p className={css.soft}>Nobody.</p>}
        render={(copy) => (
          <div className={css.line}>
            <Whom copy={copy} />
          </div>
        )}
      />
    </Card>
  );
}

function Whom({ copy }: { copy: CopyView }) {
  const said = copy.bounceSays ?? copy.why;
  return (
    <div className={css.words}>
      <p className={css.name}>
        {copy.personId === null ? (
          "Somebody whose record is gone"
        ) : (
          <Go to={`/people/${copy.personId}`}>{copy.personName}</Go>
        )}
      </p>
      <p className={css.soft}>{[copy.accountName, said].filter(Boolean).join(" · ")}</p>
    </div>
  );
}
