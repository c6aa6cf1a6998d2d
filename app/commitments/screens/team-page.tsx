import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Bars } from "#lib/web/bars.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted, inWords } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import { shareKept, tallyText } from "../promise-words.ts";
import type { KeptView, PromisedView } from "../week-view.ts";
import { PairingOfQuarter } from "./pairing.tsx";
import css from "./week.module.css";

/** For whoever leads reps: what each kept over time, and who hears whom. */
export function TeamPage() {
  const me = useMe();
  const now = useRead<PromisedView>("/promised-now");
  if (now.problem) return <Trouble problem={now.problem} again={now.again} />;
  if (now.data === undefined || me === undefined) return <Loading />;
  const { week } = now.data;
  return (
    <>
      <PageHeading
        action={<Go to="/week">My week</Go>}
        below="Kept is read from what was logged. Weeks away count as neither, and nobody is ranked."
      >
        {headingOf(now.data)}
      </PageHeading>
      {now.data.of === 0 ? (
        NOBODY
      ) : (
        <Section title="The last 13 weeks">
          <Card>
            <LongTable<KeptView>
              path="/promises-kept"
              caption="Promises kept, rep by rep"
              rowKey={({ id }) => id}
              empty={NOBODY}
              columns={[
                {
                  key: "name",
                  head: "rep",
                  main: true,
                  render: ({ name, teamName }) => (
                    <>
                      {name} {teamName !== null && <span className={css.soft}>{teamName}</span>}
                    </>
                  ),
                },
                { key: "now", head: "this week", render: (rep) => nowText(rep, week) },
                {
                  key: "kept",
                  head: "kept",
                  number: true,
                  render: ({ kept: count, of }) => (of === 0 ? "–" : `${count} of ${of}`),
                },
                { key: "told", head: "told in a row", number: true, render: ({ streak }) => streak },
                {
                  key: "weeks",
                  head: "share kept a week",
                  deskOnly: true,
                  render: ({ name, weeks: theirs }) => (
                    <Bars
                      label={`Share of promises kept by ${name}`}
                      most={100}
                      unit=" %"
                      bars={theirs.map((each) => ({
                        name: shortDay(each.week, me.today),
                        value: shareKept(each.tally),
                      }))}
                    />
                  ),
                },
              ]}
            />
          </Card>
        </Section>
      )}
      <PairingOfQuarter today={me.today} />
    </>
  );
}

const NOBODY = (
  <Empty>Nobody to lead yet. Reps who are here stand on this page with what they promised.</Empty>
);

function headingOf({ promised, of }: PromisedView): string {
  if (of === 0) return "What was promised, and kept";
  return `${capital(promised === 0 ? "none" : inWords(promised))} of ${counted(of, "rep", "reps")} promised something this week`;
}

function nowText(rep: KeptView, week: Day): string {
  const now = rep.weeks.find((each) => each.week === week);
  if (now === undefined || !now.planned) return now?.away === true ? "away" : "nothing promised";
  return [tallyText(now.tally), now.told ? "told" : null].filter(Boolean).join(" · ");
}
