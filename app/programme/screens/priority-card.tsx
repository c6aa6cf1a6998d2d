import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Quote, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { DayField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { FIRST_WORDS } from "../priority.ts";
import type { PriorityView } from "../priority-view.ts";
import { usePriority, useStatement } from "./use-priority.ts";
import css from "./priority.module.css";

/** What comes first, in a leader's words, with its day and what was said before. */
export function PriorityCard({ me }: { me: Me }) {
  const priority = usePriority();
  const [saying, setSaying] = useState(false);
  const may = mayLead(me);
  if (priority.problem) return <Trouble problem={priority.problem} again={priority.again} />;
  if (priority.data === undefined) return <Loading lines={3} />;
  const { now, history } = priority.data;
  const say = (
    <Button tone={now === null ? "primary" : "plain"} onClick={() => setSaying(true)}>
      {now === null ? "Say what comes first" : "Say it anew"}
    </Button>
  );
  return (
    <Section title="What comes first">
      {now === null ? (
        <Empty action={may && say}>
          {may
            ? "Nobody has said yet what comes first. A leader says it in their own words, with a day, and says it anew each quarter."
            : "No leader has said yet what comes first."}
        </Empty>
      ) : (
        <Card actions={may && say}>
          <Quote>
            <p className={css.words}>{now.words}</p>
          </Quote>
          <p className={css.soft}>
            {now.byName}, {dayText(now.day, me.today)}
          </p>
          <History history={history} today={me.today} />
        </Card>
      )}
      <Sheet title="What comes first" opened={saying} onClose={() => setSaying(false)}>
        <StatementForm today={me.today} words={now?.words ?? FIRST_WORDS} onDone={() => setSaying(false)} />
      </Sheet>
    </Section>
  );
}

function History({ history, today }: { history: PriorityView["history"]; today: Day }) {
  if (history.length === 0) return null;
  return (
    <details className={css.history}>
      <summary>Said before: {history.length}</summary>
      <ul className={css.lines}>
        {history.map(({ id, words, byName, day }) => (
          <li key={id} className={css.line}>
            <div className={css.about}>
              <p className={css.words}>{words}</p>
              <p className={css.soft}>
                {byName}, {dayText(day, today)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function StatementForm({ today, words, onDone }: { today: Day; words: string; onDone: () => void }) {
  const draft = useDraft({ words, day: today });
  const save = useStatement(onDone);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Say it
        </Button>
      }
    >
      <LongTextField
        label="In your own words"
        lines={6}
        hint="Everybody here reads it, above all else in the programme."
        {...draft.field("words")}
      />
      <DayField label="Dated" latest={today} {...draft.field("day")} />
    </Form>
  );
}
