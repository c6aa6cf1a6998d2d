import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { numberText } from "#lib/web/words.ts";
import type { SaidFactView, SayingView } from "../ahead-view.ts";
import { SAID_WORDS } from "../saying.ts";
import { saidWords, sayingText } from "./ahead-words.ts";
import { Answer } from "./answer.tsx";
import { FactLine, FactPages } from "./fact-pages.tsx";
import { likelyText } from "./funnel-words.ts";
import { NumberButton } from "./number-button.tsx";
import ahead from "./ahead.module.css";
import figures from "./figures.module.css";

type Row = SayingView["groups"][number];

/** What clients say they would do, beside what they do. */
export function Saying({ whose, today }: { whose: { member?: string; team?: string }; today: Day }) {
  const [opened, setOpened] = useState<{ said: Row["said"]; did: boolean } | null>(null);
  const saying = useRead<SayingView>("/results/saying", whose, { keep: true });
  if (saying.problem) return <Trouble problem={saying.problem} again={saying.again} />;
  if (saying.data === undefined) return <Loading lines={3} />;
  const { groups } = saying.data;
  const number = (row: Row, did: boolean) => {
    const many = did ? row.did : row.of;
    if (many === 0) return 0;
    const label = `${SAID_WORDS[row.said]}, ${did ? "introduced somebody" : "report cards"}`;
    return (
      <NumberButton said={numberText(many)} label={label} onOpen={() => setOpened({ said: row.said, did })} />
    );
  };
  const columns: Column<Row>[] = [
    { key: "said", head: "they said", main: true, render: ({ said }) => SAID_WORDS[said] },
    { key: "of", head: "report cards", number: true, render: (row) => number(row, false) },
    {
      key: "did",
      head: "introduced somebody",
      number: true,
      render: (row) => (
        <span className={figures.figure}>
          {number(row, true)}
          <span className={figures.doubt}>{likelyText(row.rate)}</span>
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
        <div className={ahead.offPaper}>
          <GoButton to="/report-cards">Open the report cards</GoButton>
        </div>
      )}
      <Sheet
        title={opened === null ? "" : SAID_WORDS[opened.said]}
        opened={opened !== null}
        onClose={() => setOpened(null)}
      >
        {opened !== null && (
          <>
            <p className={figures.soft}>
              {saying.data.whose.name}, half a year ago and before
              {opened.did ? "; those who then introduced somebody." : "."}
            </p>
            <FactPages<SaidFactView>
              path="/results/saying/facts"
              query={{ ...whose, said: opened.said, did: String(opened.did) }}
              empty="There is none."
              render={(fact) => <FactLine {...saidWords(fact, today)} onClose={() => setOpened(null)} />}
            />
          </>
        )}
      </Sheet>
    </Answer>
  );
}
