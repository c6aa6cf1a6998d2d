import { useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { capital } from "#lib/web/words.ts";
import { mayEnd } from "../protection.ts";
import { MET_HOWS, type MetHow } from "../standing.ts";
import type { SourceSheetProps } from "./as-a-source.tsx";
import { HOW_WORDS, metText } from "./source-words.ts";
import { useSayMet, useTakeBackMet } from "./use-source-writes.ts";
import css from "./source.module.css";

const HOWS = MET_HOWS.filter((how): how is Exclude<MetHow, "meeting"> => how !== "meeting");

/** One press on how says it; meetings that were held are noted by themselves. */
export function MetSheet({ person, standing, me, onDone }: SourceSheetProps) {
  const [day, setDay] = useState(me.today);
  const say = useSayMet(person.id, person.fullName, onDone);
  const { met } = standing;
  return (
    <div className={css.stack}>
      {met !== null && (
        <div>
          <p className={css.words}>Last met {metText(standing, me.today)}.</p>
          {met.becauseId === null && mayEnd(me, met, standing.holderIds) && (
            <TakeBack met={met} onDone={onDone} />
          )}
        </div>
      )}
      <DayField
        label="When"
        name="day"
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
        value={day}
        onChange={setDay}
      />
      <div className={css.choices}>
        {HOWS.map((how) => (
          <Button
            key={how}
            wide
            busy={say.busy}
            tone={how === HOWS[0] ? "primary" : "plain"}
            onClick={() => say.send({ how, day: day || me.today })}
          >
            {capital(HOW_WORDS[how])}
          </Button>
        ))}
      </div>
      <FormError problem={say.problem} />
    </div>
  );
}

function TakeBack({
  met,
  onDone,
}: {
  met: NonNullable<SourceSheetProps["standing"]["met"]>;
  onDone: () => void;
}) {
  const take = useTakeBackMet(met, onDone);
  return (
    <>
      <Button tone="quiet" busy={take.busy} onClick={() => take.send()}>
        Take that back
      </Button>
      <FormError problem={take.problem} />
    </>
  );
}
