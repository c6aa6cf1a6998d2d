import { lazy, Suspense, useState } from "react";
import { whenText } from "#lib/kernel/day-words.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { Me } from "#team/me-view.ts";
import { useNow } from "#team/screens/use-me.ts";
import type { DutyGroup } from "../duty-group.ts";
import type { DutyView } from "../duty-view.ts";
import { dueText, dutyText, forWhomText, HOW_BUTTONS } from "../duty-words.ts";
import { AnswerLine } from "./answer-line.tsx";
import { GiftOwed } from "./gift-owed.tsx";
import { useSettle } from "./use-duty-writes.ts";
import css from "./owed-line.module.css";

const GiftForm = lazy(async () => ({ default: (await import("./gift-form.tsx")).GiftForm }));
const LetGo = lazy(async () => ({ default: (await import("./let-owed-go.tsx")).LetOwedGo }));

/** As many ways stand as buttons; the rest is behind one. */
const FIRST = 2;

interface OwedLineProps {
  group: DutyGroup<DutyView>;
  me: Me;
}

/** Something owed to a source, done in one tap with what was done. */
export function OwedLine({ group, me }: OwedLineProps) {
  if (group.kinds.includes("respond")) return <AnswerLine duty={group.first} me={me} />;
  return <ToldOrThanked group={group} me={me} />;
}

function ToldOrThanked({ group, me }: OwedLineProps) {
  const [lettingGo, setLettingGo] = useState(false);
  const [giving, setGiving] = useState(false);
  const { first, ids, id } = group;
  const settle = useSettle({ id, ids, sourceName: first.sourceName }, () => setGiving(false));
  const now = useNow();
  const { verb, rest } = dutyText(group.kinds, first, group.contactNames);
  const several = group.contactNames.length > 1;
  const forWhom = forWhomText(first);
  // A gift is for one introduction, and given from its page.
  const ways = HOW_BUTTONS.slice(FIRST).filter(([how]) => how !== "gift" || !several);
  const others = ways.map(([how, label]) => ({
    label,
    run: () => (how === "gift" ? setGiving(true) : settle.send({ how, day: me.today })),
  }));
  return (
    <div className={css.line}>
      <p className={css.what}>
        <span>
          {verb} <Go to={`/people/${first.sourceId}`}>{first.sourceName}</Go> {rest}
        </span>
        <Pill tone={first.state === "late" ? "late" : "due"}>
          {dueText(first.dueAt, now, me.workspace.timeZone)}
        </Pill>
      </p>
      {first.heardOn !== null && (
        <p className={css.soft}>Heard from us {whenText(first.heardOn, me.today)}, before you met.</p>
      )}
      {forWhom !== null && <p className={css.soft}>{forWhom}</p>}
      {first.gift !== null && <GiftOwed gift={first.gift} sourceName={first.sourceName} today={me.today} />}
      <div className={css.actions}>
        {HOW_BUTTONS.slice(0, FIRST).map(([how, label]) => (
          <Button
            key={how}
            busy={settle.busy}
            label={`${label}: ${first.sourceName}`}
            onClick={() => settle.send({ how, day: me.today })}
          >
            {label}
          </Button>
        ))}
        <ActionMenu
          label={`Otherwise: ${first.sourceName}`}
          actions={[...others, { label: "Let it go …", run: () => setLettingGo(true) }]}
        >
          Otherwise …
        </ActionMenu>
      </div>
      {lettingGo && (
        <Suspense fallback={<Loading lines={1} />}>
          <LetGo onSay={(letGoWhy) => settle.send({ letGoWhy, day: me.today })} busy={settle.busy} />
        </Suspense>
      )}
      {!giving && <FormError problem={settle.problem} />}
      <Sheet title={`A gift for ${first.sourceName}`} opened={giving} onClose={() => setGiving(false)}>
        <Suspense fallback={<Loading />}>
          <GiftForm
            person={{ id: first.sourceId, fullName: first.sourceName }}
            me={me}
            busy={settle.busy}
            problem={settle.problem}
            onGive={(gift) => settle.send({ how: "gift", gift, day: me.today })}
            instead={
              <Button
                tone="primary"
                busy={settle.busy}
                onClick={() => settle.send({ how: "note", day: me.today })}
              >
                I wrote a note instead
              </Button>
            }
          />
        </Suspense>
      </Sheet>
    </div>
  );
}
