import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { SayingView } from "../ahead-view.ts";
import { SAID_WORDS, sayingText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { likelyText } from "./funnel-words.ts";
import own from "./funnel.module.css";

type Row = SayingView["groups"][number];

/** What clients say they would do, beside what they do. */
export function Saying({ whose }: { whose: { member?: string; team?: string } }) {
  const saying = useRead<SayingView>("/results/saying", whose, { keep: true });
  if (saying.problem) return <Trouble problem={saying.problem} again={saying.again} />;
  if (saying.data === undefined) return <Loading lines={3} />;
  const { groups } = saying.data;
  const columns: Column<Row>[] = [
    { key: "said", head: "on their report card", main: true, render: ({ said }) => SAID_WORDS[said] },
    { key: "of", head: "clients", number: true, render: ({ of }) => of },
    {
      key: "did",
      head: "introduced somebody",
      number: true,
      render: ({ did, rate }) => (
        <span className={own.figure}>
          {did}
          <span className={own.doubt}>{likelyText(rate)}</span>
        </span>
      ),
    },
  ];
  return (
    <Answer
      title="Saying and doing"
      sentence={sayingText(saying.data)}
      warning="People say more than they do. Nothing above is reckoned from what clients say."
      file={{ path: "/results/saying", query: whose }}
    >
      {groups.some(({ of }) => of > 0) ? (
        <FactTable
          caption="Said, and did within half a year"
          columns={columns}
          rows={groups}
          rowKey={({ said }) => said}
          stays
        />
      ) : (
        <div>
          <GoButton to="/report-cards">Open the report cards</GoButton>
        </div>
      )}
    </Answer>
  );
}
