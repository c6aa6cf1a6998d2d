import { useState } from "react";
import { Button, GoButton } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { RangeBars } from "#lib/web/range-bars.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { numberText } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { SourceDeals, SourcesView, SourceView } from "../source-view.ts";
import { useAmounts, type Amounts } from "./amounts-hidden.ts";
import { Answer } from "./answer.tsx";
import { CreditRulePart } from "./credit-rule-part.tsx";
import { ofHowMany, sourcesSentence } from "./credit-words.ts";
import { NumberButton } from "./number-button.tsx";
import { OpenDisputes } from "./open-disputes.tsx";
import { aboutText, ResultsFilters, useResultsAsked, type ResultsAsked } from "./results-filters.tsx";
import { ResultsTabs } from "./results-tabs.tsx";
import { SourceFacts, type OpenedSource } from "./source-facts.tsx";
import { useBookNow } from "./use-credits.ts";
import credits from "./credits.module.css";
import css from "./results.module.css";

const FIRST = 10;
const MOST = 100;
const LOOK_EVERY_MS = 2_000;

/** Who stands at the beginning of what was won, and by which rule that is counted. */
export function SourcesPage() {
  const me = useMe();
  return me === undefined ? <Loading lines={8} /> : <Sources me={me} />;
}

function Sources({ me }: { me: Me }) {
  const asked = useResultsAsked(me);
  const amounts = useAmounts();
  const [limit, setLimit] = useState(FIRST);
  const [booking, setBooking] = useState(false);
  const sources = useRead<SourcesView>(
    "/results/sources",
    { ...asked.query, limit },
    { keep: true, everyMs: (data) => (booking && data?.behind !== false ? LOOK_EVERY_MS : false) },
  );
  return (
    <div className={css.page}>
      <ResultsTabs />
      <PageHeading
        below={aboutText(
          sources.data && { name: sources.data.whose.name, stretch: sources.data.stretch },
          asked,
          me,
        )}
      >
        Who stands at the beginning
      </PageHeading>
      <ResultsFilters me={me} asked={asked} name={sources.data?.whose.name} />
      {sources.problem && <Trouble problem={sources.problem} again={sources.again} />}
      {sources.data?.behind === true && <Behind booking={booking} onBook={() => setBooking(true)} />}
      {sources.data === undefined ? (
        !sources.problem && <Loading lines={8} />
      ) : (
        <Started
          data={sources.data}
          asked={asked}
          amounts={amounts}
          me={me}
          onMore={limit === FIRST ? () => setLimit(MOST) : null}
        />
      )}
      <OpenDisputes me={me} />
      <CreditRulePart me={me} />
    </div>
  );
}

/** Much was brought in, and waits for the night. */
function Behind({ booking, onBook }: { booking: boolean; onBook: () => void }) {
  const book = useBookNow(onBook);
  return (
    <div className={credits.block} role="status">
      <p className={css.warning}>
        Much was brought in since last night, and not all of it is in these numbers yet.{" "}
        {booking ? "It is being counted: they grow until it is done." : "By tomorrow it is."}
      </p>
      {book.problem && <FormError problem={book.problem} />}
      {!booking && (
        <div className={credits.actions}>
          <Button busy={book.busy} onClick={() => book.send()}>
            Count it now
          </Button>
        </div>
      )}
    </div>
  );
}

interface StartedProps {
  data: SourcesView;
  asked: ResultsAsked;
  amounts: Amounts;
  me: Me;
  onMore: (() => void) | null;
}

function Started({ data, asked, amounts, me, onMore }: StartedProps) {
  const [opened, setOpened] = useState<OpenedSource | null>(null);
  const { items, nextCursor } = data;
  if (items.length === 0)
    return (
      <Empty action={<GoButton to="/deals">To the deals</GoButton>}>
        Nobody stands at the beginning of a deal won in these weeks yet: say of a deal by whose introduction
        it came, and its chain is counted here.
      </Empty>
    );
  return (
    <Answer
      title="What they started"
      sentence={
        <>
          {sourcesSentence(data, amounts.hidden)} {ofHowMany(data)}
        </>
      }
      file={{ path: "/results/sources", query: { ...asked.query, ...amounts.inFile } }}
      folds
      first={
        <>
          <div className={credits.bar}>
            <CheckField
              label="Hide amounts"
              hint="On this device, on paper and in files."
              name="hidden"
              value={amounts.hidden}
              onChange={amounts.set}
            />
          </div>
          <FactTable
            caption="Sources by what they started"
            columns={columns(amounts, setOpened)}
            rows={items}
            rowKey={({ sourceId }) => sourceId}
            stays
          />
          <p className={credits.soft}>For us: no source is shown how they stand beside others.</p>
          {nextCursor !== null && (
            <div className={credits.actions}>
              {onMore === null ? (
                <p className={credits.soft}>
                  These are the first {items.length} of {data.sources}; the file has more.
                </p>
              ) : (
                <Button onClick={onMore}>Show more of {data.sources}</Button>
              )}
            </div>
          )}
          <SourceFacts
            opened={opened}
            query={asked.query}
            amounts={amounts}
            me={me}
            onClose={() => setOpened(null)}
          />
        </>
      }
      chart={
        <RangeBars
          label="Won deals that begin with them"
          bars={items.slice(0, FIRST).map(({ sourceId, name, deals }) => ({
            key: sourceId,
            name,
            value: deals,
            said: numberText(deals),
          }))}
        />
      }
    />
  );
}

function columns(amounts: Amounts, open: (opened: OpenedSource) => void): Column<SourceView>[] {
  const money = (which: SourceDeals) => (source: SourceView) => {
    const own = which === "begun" ? source.begun : source.credited;
    if (own.length === 0) return "–";
    return (
      <NumberButton
        said={amounts.text(own)}
        label={`${which === "begun" ? "Begun with" : "Credited to"} ${source.name}`}
        onOpen={() => open({ source, which })}
      />
    );
  };
  return [
    {
      key: "name",
      head: "Source",
      main: true,
      render: ({ sourceId, name, accountName }) => (
        <>
          <Go to={`/people/${sourceId}`}>{name}</Go>
          {accountName !== null && <p className={credits.soft}>{accountName}</p>}
        </>
      ),
    },
    {
      key: "deals",
      head: "Deals begun",
      number: true,
      render: (source) =>
        source.deals === 0 ? (
          "0"
        ) : (
          <NumberButton
            said={numberText(source.deals)}
            label={`Deals begun with ${source.name}`}
            onOpen={() => open({ source, which: "begun" })}
          />
        ),
    },
    {
      key: "people",
      head: "People who grew",
      number: true,
      deskOnly: true,
      render: ({ sourceId, people }) =>
        people === 0 ? "–" : <Go to={`/chain/person/${sourceId}`}>{people}</Go>,
    },
    { key: "begun", head: "Begun", number: true, render: money("begun") },
    { key: "credited", head: "Credited", number: true, deskOnly: true, render: money("credited") },
  ];
}
