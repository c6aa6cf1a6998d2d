import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { DayField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { LineView, RollOutView } from "../roll-out-view.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { BLOCK_WORDS, LINE_WORDS, lineText, rollOutHeading } from "./roll-out-words.ts";
import { useBegin, useRollOut } from "./use-priority.ts";
import css from "./priority.module.css";

/** The first ninety days, block by block; nobody ticks a line, what is written down does. */
export function RollOutPage() {
  const me = useMe();
  const rollOut = useRollOut();
  const [setting, setSetting] = useState(false);
  if (rollOut.problem) return <Trouble problem={rollOut.problem} again={rollOut.again} />;
  if (rollOut.data === undefined || me === undefined) return <Loading lines={8} />;
  const { now } = rollOut.data;
  const leads = mayLead(me);
  const set = (
    <Button tone={now === null ? "primary" : "plain"} onClick={() => setSetting(true)}>
      {now === null ? "Set the first day" : "Move the first day"}
    </Button>
  );
  return (
    <div className={css.page}>
      <ProgrammeTabs />
      <PageHeading
        below={
          now === null
            ? undefined
            : `From ${dayText(now.startOn, me.today)}, set by ${now.byName}. A line is ticked by what is written down, and unticked when that is taken back.`
        }
        action={now !== null && leads ? set : undefined}
      >
        {now === null ? "The first ninety days" : rollOutHeading(now)}
      </PageHeading>
      {now === null ? (
        <Empty action={leads && set}>
          Ninety days turn a statement into a habit. They begin on the day that a leader sets.
        </Empty>
      ) : (
        now.blocks.map((block) => <Block key={block.block} block={block} today={me.today} />)
      )}
      <Sheet title="The first ninety days" opened={setting} onClose={() => setSetting(false)}>
        <BeginForm startOn={now?.startOn ?? me.today} onDone={() => setSetting(false)} />
      </Sheet>
    </div>
  );
}

function Block({
  block: { block, start, end, lines },
  today,
}: {
  block: RollOutView["blocks"][number];
  today: Day;
}) {
  const { name, weeks } = BLOCK_WORDS[block];
  const isNow = start <= today && today <= end;
  return (
    <Section title={`${weeks}, ${dayText(start, today)} to ${dayText(end, today)}${isNow ? ": now" : ""}`}>
      <Card title={name}>
        <ul className={css.lines}>
          {lines.map((line) => (
            <Line key={line.line} line={line} today={today} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Line({ line, today }: { line: LineView; today: Day }) {
  const { says, to } = LINE_WORDS[line.line];
  const isTrue = line.on !== null;
  return (
    <li className={css.tick}>
      <span className={`${css.mark} ${isTrue ? css.done : ""}`} aria-hidden="true">
        {isTrue ? "✓" : "○"}
      </span>
      <div className={css.about}>
        <p className={css.plain}>
          <Go to={to}>{says}</Go>
          <span className="only-heard">{isTrue ? ": true" : ": not yet"}</span>
        </p>
        <p className={css.soft}>{lineText(line, today)}</p>
      </div>
    </li>
  );
}

function BeginForm({ startOn, onDone }: { startOn: Day; onDone: () => void }) {
  const draft = useDraft({ startOn });
  const save = useBegin(onDone);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send(draft.value.startOn)}
      actions={
        <Button submit tone="primary" busy={save.busy}>
          Set it
        </Button>
      }
    >
      <DayField
        label="They begin on"
        hint="What was done before this day does not count for it, but for the statement, the areas, the goals and the partners."
        {...draft.field("startOn")}
      />
    </Form>
  );
}
