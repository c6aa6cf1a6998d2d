import { LinkButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Go, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { sumText } from "../spiff-words.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { monthName, StateLine } from "./spiff-month.tsx";
import { SpiffLooks } from "./spiff-looks.tsx";
import { SpiffStatement } from "./spiff-statement.tsx";
import { useStatement } from "./use-spiffs.ts";
import css from "./spiffs.module.css";

/** One member's statement of a month. */
export function SpiffStatementPage() {
  const me = useMe();
  const day = usePathPart("day");
  const memberId = usePathPart("memberId");
  const read = useStatement(day, memberId);
  if (read.problem) return <Trouble problem={read.problem} again={read.again} />;
  if (read.data === undefined || me === undefined) return <Loading />;
  const { member, totals } = read.data;
  const file = `/api/v1/spiff-months/${read.data.start}`;
  return (
    <>
      <ProgrammeTabs />
      <div className={css.page}>
        <PageHeading below={<StateLine month={read.data} me={me} />}>
          {`${member.name} in ${monthName(read.data, me)}: ${sumText(totals, me.workspace.currency)}`}
        </PageHeading>
        <Section title="What it adds up">
          <Card>
            <SpiffStatement statement={read.data} me={me} />
            <p className={css.files}>
              <LinkButton
                tone="quiet"
                href={`${file}/statements.xlsx?member=${member.id}`}
                download="statement.xlsx"
              >
                As a workbook
              </LinkButton>
              <LinkButton
                tone="quiet"
                href={`${file}/lines.csv?member=${member.id}`}
                download="statement.csv"
              >
                As CSV
              </LinkButton>
            </p>
          </Card>
        </Section>
        <SpiffLooks month={read.data} me={me} memberId={member.id} />
        <p>
          <Go to={`/programme/spiffs?month=${read.data.start}`}>All of the month</Go>
        </p>
      </div>
    </>
  );
}
