import { useState } from "react";
import type { ReactNode } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { counted } from "#lib/web/words.ts";
import type { HolidayListView, HolidayView } from "../holiday-view.ts";
import { AddHolidays } from "./add-holidays.tsx";
import css from "./lines.module.css";

export const HOLIDAYS_TOUCH = ["/holidays", "/holiday-lists", "/referrals", "/duties"];

export interface HolidaysProps {
  /** Null: everybody's. */
  memberId: string | null;
  may: boolean;
  year: number;
  today: Day;
  /** Which country is proposed first. */
  country: string | null;
  years: ReactNode;
}

/** The holidays of one year, where they came from, and the three ways to add some. */
export function Holidays({ memberId, may, year, today, country, years }: HolidaysProps) {
  const [adding, setAdding] = useState(false);
  const query = { year, member: memberId ?? undefined };
  const holidays = useRead<{ items: HolidayView[] }>("/holidays", query, { keep: true });
  if (holidays.problem) return <Trouble problem={holidays.problem} again={holidays.again} />;
  if (holidays.data === undefined) return <Loading />;
  const { items } = holidays.data;
  const add = may && (
    <Button {...(items.length === 0 && { tone: "primary" })} onClick={() => setAdding(true)}>
      Add holidays
    </Button>
  );
  return (
    <>
      <Section title="Holidays" aside={years}>
        {items.length === 0 ? (
          <Empty action={add}>
            No answer is due on a holiday that Askwell knows of. Choose your country, and the next three years
            are there.
          </Empty>
        ) : (
          <>
            <ul className={css.lines}>
              {items.map((each) => (
                <HolidayLine
                  key={each.id}
                  holiday={each}
                  mayRemove={may && each.memberId === memberId}
                  today={today}
                />
              ))}
            </ul>
            {add && <div>{add}</div>}
          </>
        )}
      </Section>
      <Lists memberId={memberId} may={may} />
      <Sheet title="Add holidays" opened={adding} onClose={() => setAdding(false)}>
        <AddHolidays memberId={memberId} country={country} today={today} close={() => setAdding(false)} />
      </Sheet>
    </>
  );
}

function HolidayLine({
  holiday,
  mayRemove,
  today,
}: {
  holiday: HolidayView;
  mayRemove: boolean;
  today: Day;
}) {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write<HolidayView>("PUT", `/holidays/${id}/return`, undefined, gesture),
    { refresh: HOLIDAYS_TOUCH },
  );
  const remove = useWrite((id: string, gesture) => write("DELETE", `/holidays/${id}`, undefined, gesture), {
    refresh: HOLIDAYS_TOUCH,
    done: () => say(`${holiday.name} is worked.`, () => back.sendNow(holiday.id)),
  });
  return (
    <li className={css.line}>
      <span>
        <span className={css.day}>{shortDay(holiday.day, today)}</span> {holiday.name}
        {remove.problem && <FormError problem={remove.problem} />}
      </span>
      {mayRemove && (
        <PillButton label={`Remove ${holiday.name}`} onClick={() => remove.send(holiday.id)}>
          Remove
        </PillButton>
      )}
    </li>
  );
}

/** Countries and files, each taken back with one press. */
function Lists({ memberId, may }: { memberId: string | null; may: boolean }) {
  const lists = useRead<{ items: HolidayListView[] }>("/holiday-lists", { member: memberId ?? undefined });
  if (lists.data === undefined || lists.data.items.length === 0) return null;
  const fromCountry = lists.data.items.some(({ from }) => from === "country");
  return (
    <Section title="Where they came from">
      <ul className={css.lines}>
        {lists.data.items.map((each) => (
          <ListLine key={each.id} list={each} mayTakeBack={may && each.memberId === memberId} />
        ))}
      </ul>
      {fromCountry && <HolidayCredit />}
    </Section>
  );
}

function ListLine({ list, mayTakeBack }: { list: HolidayListView; mayTakeBack: boolean }) {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write<HolidayListView>("PUT", `/holiday-lists/${id}/return`, undefined, gesture),
    { refresh: HOLIDAYS_TOUCH },
  );
  const end = useWrite((id: string, gesture) => write("DELETE", `/holiday-lists/${id}`, undefined, gesture), {
    refresh: HOLIDAYS_TOUCH,
    done: () => say(`${list.name} is taken back.`, () => back.sendNow(list.id)),
  });
  const days = counted(list.days, "day", "days");
  return (
    <li className={css.line}>
      <span>
        {list.name}
        <small className={css.below}>
          {list.from === "country"
            ? `${days} until ${list.untilYear}; each year goes on from there`
            : `${days}, of a file`}
          {list.memberId === null ? "" : ", own"}
        </small>
        {end.problem && <FormError problem={end.problem} />}
      </span>
      {mayTakeBack && (
        <PillButton label={`Take back ${list.name}`} onClick={() => end.send(list.id)}>
          Take back
        </PillButton>
      )}
    </li>
  );
}

/** The licence of the data asks for it, wherever they are shown. */
export function HolidayCredit() {
  return (
    <p className={css.below}>
      Public holidays by{" "}
      <a href="https://github.com/commenthol/date-holidays" rel="noreferrer" target="_blank">
        date-holidays
      </a>
      , after Wikipedia,{" "}
      <a href="https://creativecommons.org/licenses/by-sa/3.0/" rel="noreferrer" target="_blank">
        CC BY-SA 3.0
      </a>
      .
    </p>
  );
}
