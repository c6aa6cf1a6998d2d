import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FileField } from "#lib/web/file-field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { CountriesView, HolidayFileView, HolidayListView, ProposedView } from "../holiday-view.ts";
import { AddHoliday } from "./add-holiday.tsx";
import { HOLIDAYS_TOUCH, HolidayCredit } from "./holidays.tsx";
import css from "./lines.module.css";

interface AddProps {
  memberId: string | null;
  country: string | null;
  today: Day;
  close: () => void;
}

/** The public holidays of a country, looked at before they are added, a calendar file, or one day by hand. */
export function AddHolidays(props: AddProps) {
  return (
    <Column>
      <OfCountry {...props} />
      <Section title="Or a calendar file">
        <OfFile {...props} />
      </Section>
      <Section title="Or one day by hand">
        <AddHoliday {...props} />
      </Section>
    </Column>
  );
}

function OfCountry({ memberId, country: likely, today, close }: AddProps) {
  const countries = useRead<CountriesView>("/holidays/countries");
  const [place, setPlace] = useState<{ country: string; region: string } | null>(null);
  const undo = useTakeBack();
  const say = useUndo();
  const bring = useWrite(
    (what: { country: string; region: string | null }, gesture) =>
      write<HolidayListView>("POST", "/holiday-lists", { ...what, memberId }, gesture),
    {
      refresh: HOLIDAYS_TOUCH,
      done: (list) => {
        close();
        say(`${list.name}: ${counted(list.days, "day", "days")} off.`, () => undo.sendNow(list.id));
      },
    },
  );
  const first = likely !== null && countries.data?.items.some(({ code }) => code === likely) ? likely : "";
  const { country, region } = place ?? { country: first, region: "" };
  const proposed = useRead<ProposedView>(
    country === "" ? undefined : "/holidays/proposed",
    { country, region: region === "" ? undefined : region },
    { keep: true },
  );
  if (countries.problem) return <Trouble problem={countries.problem} again={countries.again} />;
  if (countries.data === undefined) return <Loading />;
  const regions = countries.data.items.find(({ code }) => code === country)?.regions ?? [];
  return (
    <>
      <ChoiceField
        label="Country"
        name="country"
        value={country}
        options={[{ value: "", label: "Choose one" }, ...optionsOf(countries.data.items)]}
        onChange={(chosen) => setPlace({ country: chosen, region: "" })}
      />
      {regions.length > 0 && (
        <ChoiceField
          label="Part of it"
          name="region"
          value={region}
          options={[{ value: "", label: "What the whole country has" }, ...optionsOf(regions)]}
          onChange={(chosen) => setPlace({ country, region: chosen })}
        />
      )}
      {country !== "" && proposed.data && (
        <>
          <p className={css.soft}>
            {capital(counted(proposed.data.items.length, "public holiday", "public holidays"))} this year, and
            those of the next two. Each can be removed after.
          </p>
          <ul className={css.short}>
            {proposed.data.items.map(({ day, name }) => (
              <li key={day}>
                <span className={css.day}>{shortDay(day, today)}</span> {name}
              </li>
            ))}
          </ul>
          <div>
            <Button
              tone="primary"
              busy={bring.busy}
              onClick={() => bring.send({ country, region: region === "" ? null : region })}
            >
              Add them
            </Button>
          </div>
          <HolidayCredit />
        </>
      )}
      <FormError problem={proposed.problem ?? bring.problem} />
    </>
  );
}

function OfFile({ memberId, close }: AddProps) {
  const say = useUndo();
  const undo = useTakeBack();
  const bring = useWrite(
    (file: File, gesture) => {
      const whose = memberId === null ? "" : `&member=${memberId}`;
      return write<HolidayFileView>(
        "POST",
        `/holiday-files?name=${encodeURIComponent(file.name)}${whose}`,
        file,
        gesture,
      );
    },
    {
      refresh: HOLIDAYS_TOUCH,
      done: (list) => {
        close();
        if (list.added === 0) return say(`Every day of ${list.name} is there already.`);
        say(`${list.name}: ${counted(list.added, "day", "days")} off.${leftOut(list)}`, () =>
          undo.sendNow(list.id),
        );
      },
    },
  );
  return (
    <>
      {bring.busy ? (
        <p aria-live="polite">Reading the calendar …</p>
      ) : (
        <FileField
          label="Choose an .ics file, or drop it here"
          hint="All-day events become days off, repeated ones for this year and the next two."
          accept=".ics,.ical,.ifb,text/calendar"
          onFiles={([file]) => file && bring.send(file)}
        />
      )}
      <FormError problem={bring.problem} />
    </>
  );
}

function leftOut({ timed, unread }: HolidayFileView): string {
  const parts = [
    ...(timed > 0 ? [`${counted(timed, "event", "events")} with a time`] : []),
    ...(unread > 0 ? [`${counted(unread, "event", "events")} that could not be read`] : []),
  ];
  return parts.length === 0 ? "" : ` Left out: ${parts.join(", ")}.`;
}

function useTakeBack() {
  return useWrite((id: string, gesture) => write("DELETE", `/holiday-lists/${id}`, undefined, gesture), {
    refresh: HOLIDAYS_TOUCH,
  });
}

function optionsOf(places: readonly { code: string; name: string }[]) {
  return places.map(({ code, name }) => ({ value: code, label: name }));
}
