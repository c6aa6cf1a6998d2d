import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column, Quote, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { text } from "#lib/web/filters.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted, rateText } from "#lib/web/words.ts";
import { MOMENT_WORDS } from "#asks/screens/ask-words.ts";
import { PART_WORDS } from "#asks/screens/talk-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { mayDecide } from "../best-practice.ts";
import type { PracticeView, ProposalView, WhatWorksView, WordsView } from "../best-practice-view.ts";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { Proposals } from "./proposals.tsx";
import { useProposals, useProposeWords } from "./use-best-practices.ts";
import { EVERYBODY, teamQuery, WallLinks, WhoseField } from "./wall-team.tsx";
import { besideOthersText, membersText, ownerText, whatWorksHeading } from "./what-works-words.ts";
import css from "./praise.module.css";

/** What works stands first. */
const FIRST_WORDS = 5;
const FILTERS = { team: text() };

/** Which moments, reasons and words led to introductions, and the way into the library. */
export function WhatWorksPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <WhatWorks me={me} />;
}

function WhatWorks({ me }: { me: Me }) {
  const [{ team }, change] = useFilters(FILTERS);
  const whose = team === "" ? (me.member.teamId ?? EVERYBODY) : team;
  const found = useRead<WhatWorksView>("/best-practices", teamQuery(whose), { keep: true });
  if (found.problem) return <Trouble problem={found.problem} again={found.again} />;
  if (found.data === undefined) return <Loading />;
  const { from, moments, reasons, wordings, asks } = found.data;
  return (
    <Column>
      <CoachingTabs />
      <PageHeading
        below={`Since ${dayText(from, me.today)}. What is compared is compared within each rep, so that a way is not good because the best asker has it.`}
      >
        {whatWorksHeading(found.data)}
      </PageHeading>
      <WallLinks open="what-works" />
      <WhoseField value={whose} onChange={(teamId) => change({ team: teamId })} />
      <Proposals me={me} />
      {asks === 0 ? (
        <Empty action={<GoButton to="/">Whom to ask today</GoButton>}>
          What works is read from asks and what came of them. Twenty of one kind say something.
        </Empty>
      ) : (
        <>
          {wordings === null ? (
            <p className={css.soft}>Words are told team by team: choose one above.</p>
          ) : (
            <Words wordings={wordings} me={me} />
          )}
          <Table
            title="Moments"
            head="asked"
            rows={moments}
            nameOf={({ moment }) => capital(MOMENT_WORDS[moment])}
          />
          {reasons.length === 0 ? (
            <Section title="Business reasons">
              <p className={css.soft}>
                No ask came of a plan with a business reason yet. Choose one where you plan an ask.
              </p>
            </Section>
          ) : (
            <Table
              title="Business reasons"
              head="reason"
              rows={reasons}
              nameOf={({ sentence }) => sentence}
            />
          )}
        </>
      )}
    </Column>
  );
}

interface TableProps<T> {
  title: string;
  head: string;
  rows: readonly T[];
  nameOf: (row: T) => string;
}

function Table<T extends PracticeView>({ title, head, rows, nameOf }: TableProps<T>) {
  return (
    <Section title={title}>
      <Card>
        <FactTable<T>
          caption={`${title} and what came of them`}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "name", head, main: true, render: nameOf, width: "30%" },
            {
              key: "rate",
              head: "brought an introduction",
              render: ({ introductions, rate }) => rateText(introductions, rate),
            },
            { key: "beside", head: "beside the rest", render: besideOthersText },
          ]}
        />
      </Card>
    </Section>
  );
}

function Words({ wordings, me }: { wordings: readonly WordsView[]; me: Me }) {
  const proposals = useProposals().data?.items ?? [];
  const known = wordings.filter(({ rate }) => rate.kind === "rate");
  const early = wordings.length - known.length;
  const [all, setAll] = useState(false);
  const shown = all ? known : known.slice(0, FIRST_WORDS);
  return (
    <Section title="Words">
      {known.length === 0 && (
        <p className={css.soft}>
          No words were said twenty times yet. Say in the talk track which ones you use.
        </p>
      )}
      {shown.map((each) => (
        <WordsCard key={each.key} words={each} proposals={proposals} me={me} />
      ))}
      {shown.length < known.length && (
        <Button onClick={() => setAll(true)}>{`Show all ${known.length}`}</Button>
      )}
      {known.length > 0 && early > 0 && (
        <p className={css.soft}>
          {capital(counted(early, "other wording was", "other wordings were"))} said too seldom to tell.
        </p>
      )}
    </Section>
  );
}

function WordsCard({
  words,
  proposals,
  me,
}: {
  words: WordsView;
  proposals: readonly ProposalView[];
  me: Me;
}) {
  const { text: said, part, wordingId, introductions, rate, everybodys } = words;
  const propose = useProposeWords();
  const waits = proposals.some((each) => each.wordingId === wordingId && each.decision === null);
  // A rep's words go to their team; a team's, and those of a rep without one, to everybody.
  const teamId = words.inLibrary ? null : words.memberTeamId;
  const library = teamId === null ? "everybody’s library" : "the team’s library";
  return (
    <Card
      title={PART_WORDS[part]}
      below={`${capital(everybodys ? "everybody’s" : ownerText(words))}, said ${membersText(words)}.`}
      aside={words.beside !== null && words.beside.low > 0 ? <Pill tone="good">works</Pill> : undefined}
      actions={
        wordingId !== null &&
        !everybodys && (
          <Button disabled={waits} busy={propose.busy} onClick={() => propose.send({ wordingId, teamId })}>
            {waits
              ? "Proposed"
              : mayDecide(me, { teamId })
                ? `Put them in ${library}`
                : `Propose for ${library}`}
          </Button>
        )
      }
    >
      <Quote>
        <p className={css.words}>{said}</p>
      </Quote>
      <p className={css.soft}>
        {capital(rateText(introductions, rate))}; {besideOthersText(words)}.
      </p>
      <FormError problem={propose.problem} />
    </Card>
  );
}
