import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { LibraryView } from "#practice/practice-view.ts";
import { usePracticeLanguage } from "#practice/screens/practice-language.ts";
import type { Me } from "#team/me-view.ts";
import type { CoachedView } from "../one-on-one-view.ts";
import { agreedText, lastText } from "./coaching-words.ts";
import css from "./coaching.module.css";

/** So many rows are shown at first. */
const FIRST = 20;

/** Who was coached by whom, when, and on what. */
export function CoachedTable({ coached, me }: { coached: CoachedView; me: Me }) {
  const [language] = usePracticeLanguage();
  const [all, setAll] = useState(false);
  const library = useRead<LibraryView>("/practice-library", { language }).data;
  const nameOf = (skill: string) => library?.rubrics.find(({ key }) => key === skill)?.name ?? "a skill";
  if (coached.items.length === 0)
    return (
      <Empty>Nobody was coached in this time. A 1:1 stands here once its coach has written it down.</Empty>
    );
  return (
    <Card>
      <FactTable<CoachedView["items"][number]>
        caption="Who was coached"
        rows={all ? coached.items : coached.items.slice(0, FIRST)}
        rowKey={({ oneOnOneId }) => oneOnOneId}
        columns={[
          {
            key: "name",
            head: "who",
            main: true,
            width: "26%",
            render: ({ memberId, memberName, teamName }) => (
              <>
                <Go to={`/coaching/${memberId}`}>{memberName}</Go>{" "}
                {teamName !== null && <span className={css.small}>{teamName}</span>}
              </>
            ),
          },
          { key: "day", head: "when", render: ({ day }) => dayText(day, me.today) },
          { key: "coach", head: "by", render: ({ coachName }) => coachName },
          {
            key: "what",
            head: "on what",
            width: "34%",
            render: (each) => agreedText(each, nameOf) || <span className={css.soft}>nothing agreed on</span>,
          },
        ]}
      />
      {!all && <ShowAll many={coached.items.length} onShow={() => setAll(true)} />}
    </Card>
  );
}

/** Which share of each team was coached. */
export function TeamShares({ coached }: { coached: CoachedView }) {
  if (coached.teams.length < 2) return null;
  return (
    <Card>
      <p className={css.plain}>
        {coached.teams
          .map(({ name, coached: count, of }) => `${name ?? "No team"} ${count} of ${of}`)
          .join(" · ")}
      </p>
    </Card>
  );
}

/** Who was not coached, the longest ago first. */
export function MissingTable({ coached, me }: { coached: CoachedView; me: Me }) {
  const [all, setAll] = useState(false);
  if (coached.missing.length === 0) return null;
  return (
    <Section title="Who was not">
      <Card>
        <FactTable<CoachedView["missing"][number]>
          caption="Who was not coached"
          rows={all ? coached.missing : coached.missing.slice(0, FIRST)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              head: "who",
              main: true,
              width: "30%",
              render: ({ id, name, teamName }) => (
                <>
                  <Go to={`/coaching/${id}`}>{name}</Go>{" "}
                  {teamName !== null && <span className={css.small}>{teamName}</span>}
                </>
              ),
            },
            { key: "coach", head: "coached by", render: ({ coachName }) => coachName ?? "nobody" },
            { key: "last", head: "last", render: ({ lastOn }) => lastText(lastOn, me.today) },
          ]}
        />
        {!all && <ShowAll many={coached.missing.length} onShow={() => setAll(true)} />}
      </Card>
    </Section>
  );
}

function ShowAll({ many, onShow }: { many: number; onShow: () => void }) {
  if (many <= FIRST) return null;
  return (
    <Button tone="quiet" onClick={onShow}>
      {`Show all ${many}`}
    </Button>
  );
}
