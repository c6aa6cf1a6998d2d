import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { capital } from "#lib/web/words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import type { Me } from "#team/me-view.ts";
import { countText, exactText, leftText, sumText } from "../spiff-words.ts";
import type { MonthStatementsView, MonthView } from "../spiff-view.ts";
import { SpiffLooks, useLooks } from "./spiff-looks.tsx";
import { SpiffStatement } from "./spiff-statement.tsx";
import { useSign, useStatement } from "./use-spiffs.ts";
import css from "./spiffs.module.css";

const SHOWN = 50;

interface SpiffMonthProps {
  me: Me;
  month: MonthStatementsView;
  months: readonly MonthView[];
}

/** The statements of a month: one's own opened, others' by name with what they come to. */
export function SpiffMonth({ me, month, months }: SpiffMonthProps) {
  const name = monthName(month, me);
  const only = month.statements.length === 1 ? month.statements[0] : undefined;
  const own = only !== undefined && only.member.id === me.member.id ? only.member.id : undefined;
  return (
    <Section title={name} aside={<Months months={months} me={me} chosen={month} />}>
      {own !== undefined ? (
        <Own me={me} month={month} memberId={own} />
      ) : (
        <Statements me={me} month={month} name={name} />
      )}
      <SpiffLooks month={month} me={me} />
      {month.seen !== null && <Sign month={month} seen={month.seen} name={name} me={me} />}
    </Section>
  );
}

function Own({ me, month, memberId }: { me: Me; month: MonthStatementsView; memberId: string }) {
  const read = useStatement(month.start, memberId);
  return (
    <Card below={<StateLine month={month} me={me} />} title={sumText(month.totals, me.workspace.currency)}>
      {read.data !== undefined && <SpiffStatement statement={read.data} me={me} />}
      <Files month={month} />
    </Card>
  );
}

type Row = MonthStatementsView["statements"][number];

function Statements({ me, month, name }: { me: Me; month: MonthStatementsView; name: string }) {
  const [all, setAll] = useState(false);
  const { takeBack } = useSign();
  const { currency } = me.workspace;
  const rows = month.statements;
  const columns = columnsOf(month, currency);
  return (
    <Card
      below={<StateLine month={month} me={me} />}
      title={sumText(month.totals, currency)}
      aside={month.state === "signed" ? <Pill tone="good">signed</Pill> : undefined}
      actions={
        month.signed?.mayTakeBack === true && (
          <Button tone="quiet" busy={takeBack.busy} onClick={() => takeBack.send(month.start)}>
            Take the signature back
          </Button>
        )
      }
    >
      <FormError problem={takeBack.problem} />
      {rows.length === 0 ? (
        <p className={css.soft}>Nobody takes part in this month.</p>
      ) : (
        <>
          <FactTable
            caption={`Statements of ${name}`}
            rows={all ? rows : rows.slice(0, SHOWN)}
            rowKey={({ member }) => member.id}
            columns={columns}
          />
          {rows.length > SHOWN && !all && (
            <Button tone="quiet" onClick={() => setAll(true)}>
              Show all {rows.length}
            </Button>
          )}
        </>
      )}
      <Files month={month} />
    </Card>
  );
}

/** Below what is worth a look, and once that has been read. */
function Sign({ me, month, seen, name }: { me: Me; month: MonthStatementsView; seen: string; name: string }) {
  const go = useGo();
  const looks = useLooks(month);
  const { sign } = useSign((day) => go(`/programme/spiffs?month=${day}`, { instead: true }));
  if (looks.data === undefined && !looks.problem) return <Loading />;
  return (
    <div className={css.sign}>
      <FormError problem={sign.problem} />
      <Button tone="primary" busy={sign.busy} onClick={() => sign.send({ day: month.start, seen })}>
        Sign {name}: {sumText(month.totals, me.workspace.currency)}
      </Button>
    </div>
  );
}

function columnsOf(month: MonthStatementsView, currency: string): Column<Row>[] {
  const corrected = month.statements.some((row) => row.corrected.length + row.carried.length > 0);
  return [
    {
      key: "name",
      head: "who",
      main: true,
      width: "40%",
      render: ({ member }) => (
        <>
          <Go to={`/programme/spiffs/${month.start}/${member.id}`}>{member.name}</Go>{" "}
          {member.teamName !== null && <span className={css.team}>{member.teamName}</span>}
        </>
      ),
    },
    {
      key: "counted",
      head: "counted",
      soft: true,
      deskOnly: true,
      render: ({ counted }) =>
        counted.length === 0
          ? "–"
          : counted.map(({ measure, count }) => countText(measure, count)).join(", "),
    },
    {
      key: "own",
      head: "earned",
      number: true,
      deskOnly: !corrected,
      render: ({ own }) => sumText(own, currency),
    },
    ...(corrected
      ? [
          {
            key: "corrected",
            head: "corrected",
            number: true,
            render: ({ corrected: sums, carried }: Row) => (
              <>
                {sums.length === 0 && carried.length === 0 && "–"}
                {sums.map(exactText).join(" ")}
                {carried.map((sum) => (
                  <small key={sum.currency} className={css.small}>
                    {leftText(sum)}
                  </small>
                ))}
              </>
            ),
          },
        ]
      : []),
    {
      key: "total",
      head: "comes to",
      number: true,
      figure: true,
      render: ({ totals }) => sumText(totals, currency),
    },
  ];
}

export function StateLine({ month, me }: { month: MonthView; me: Me }) {
  const { signed, state, end } = month;
  if (signed !== null)
    return (
      <>
        Signed by {signed.byName} on {dayText(signed.at.slice(0, 10), me.today)}. What has changed since comes
        with the next statement. <span className={css.hash}>SHA-256 {signed.hash.slice(0, 16)}…</span>
      </>
    );
  if (state === "to-sign") return <>It is over. Signed, it stays as it is.</>;
  if (state === "waits") return <>It is over. The month before is to be signed first.</>;
  return <>It runs until {dayText(end, me.today)}, and follows what is logged and taken back.</>;
}

function Files({ month }: { month: MonthView }) {
  const at = `/api/v1/spiff-months/${month.start}`;
  return (
    <p className={css.files}>
      <LinkButton tone="quiet" href={`${at}/statements.xlsx`} download={`spiff-${month.start}.xlsx`}>
        As a workbook
      </LinkButton>
      <LinkButton tone="quiet" href={`${at}/lines.csv`} download={`spiff-${month.start}.csv`}>
        As CSV
      </LinkButton>
    </p>
  );
}

function Months({ months, me, chosen }: { months: readonly MonthView[]; me: Me; chosen: MonthView }) {
  const at = months.findIndex(({ start }) => start === chosen.start);
  const before = months[at + 1];
  const after = at > 0 ? months[at - 1] : undefined;
  return (
    <span className={css.between}>
      {before && <Go to={`/programme/spiffs?month=${before.start}`}>{monthName(before, me)}</Go>}
      {after && <Go to={`/programme/spiffs?month=${after.start}`}>{monthName(after, me)}</Go>}
    </span>
  );
}

export function monthName({ end }: MonthView, { workspace, today }: Me): string {
  return capital(periodText(periodOf(end, "month", workspace.calendar), workspace.calendar, today));
}
