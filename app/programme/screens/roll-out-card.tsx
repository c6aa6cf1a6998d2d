import { dayText } from "#lib/kernel/day-words.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { LINE_WORDS, lineText, rollOutHeading } from "./roll-out-words.ts";
import { useRollOut } from "./use-priority.ts";
import css from "./priority.module.css";

const SHOWN = 3;

/** How far the ninety days are, and what comes next. */
export function RollOutCard({ me }: { me: Me }) {
  const rollOut = useRollOut();
  if (rollOut.problem) return <Trouble problem={rollOut.problem} again={rollOut.again} />;
  if (rollOut.data === undefined) return <Loading lines={3} />;
  const { now } = rollOut.data;
  if (now === null) {
    return (
      <Section title="The first ninety days">
        <Empty action={<GoButton to="/programme/roll-out">See the plan</GoButton>}>
          Nobody has said yet when they begin.
        </Empty>
      </Section>
    );
  }
  const open = now.blocks.flatMap(({ lines }) => lines).filter(({ on }) => on === null);
  return (
    <Section title="The first ninety days">
      <Card
        title={rollOutHeading(now)}
        below={`Since ${dayText(now.startOn, me.today)}`}
        actions={<GoButton to="/programme/roll-out">The whole plan</GoButton>}
      >
        <Progress label="True so far" done={now.done} of={now.of} />
        <ul className={css.lines}>
          {open.slice(0, SHOWN).map((line) => (
            <li key={line.line} className={css.tick}>
              <span className={css.mark} aria-hidden="true">
                ○
              </span>
              <div className={css.about}>
                <p className={css.plain}>{LINE_WORDS[line.line].says}</p>
                <p className={css.soft}>{lineText(line, me.today)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
