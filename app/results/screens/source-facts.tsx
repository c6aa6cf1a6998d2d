import { useState } from "react";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Query } from "#lib/web/api.ts";
import { inAddress } from "#lib/web/api.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { SourceDeals, SourceDealView, SourceOpenedView, SourceView } from "../source-view.ts";
import type { Amounts } from "./amounts-hidden.ts";
import css from "./credits.module.css";

interface SourceFactsProps {
  /** Null: closed. */
  opened: OpenedSource | null;
  query: Query;
  amounts: Amounts;
  me: Me;
  onClose: () => void;
}

/** Whose number was pressed, and which. */
export interface OpenedSource {
  source: SourceView;
  which: SourceDeals;
}

const WAYS: { value: SourceDeals; label: string }[] = [
  { value: "begun", label: "Begun with them" },
  { value: "credited", label: "All in their chain" },
];

/** The deals behind what somebody started. */
export function SourceFacts({ opened, ...props }: SourceFactsProps) {
  return (
    <Sheet title={opened?.source.name ?? ""} opened={opened !== null} onClose={props.onClose}>
      {opened !== null && <Chosen {...opened} {...props} />}
    </Sheet>
  );
}

function Chosen({ source, which, ...props }: OpenedSource & Omit<SourceFactsProps, "opened">) {
  const [chosen, setChosen] = useState(which);
  return (
    <>
      <Toggle
        label="Which deals"
        value={chosen}
        options={WAYS}
        onChange={(value) => setChosen(value === "begun" ? "begun" : "credited")}
      />
      <Deals key={chosen} id={source.sourceId} which={chosen} {...props} />
    </>
  );
}

type DealsProps = Omit<SourceFactsProps, "opened"> & { id: string; which: SourceDeals; cursor?: string };

/** One page of them, and the next one when it is asked for. */
function Deals({ id, cursor, ...props }: DealsProps) {
  const { query, which, amounts, me, onClose } = props;
  const [more, setMore] = useState(false);
  const path = `/results/sources/${id}`;
  const opened = useRead<SourceOpenedView>(path, { ...query, which, limit: 50, cursor }, { keep: true });
  if (opened.problem) return <Trouble problem={opened.problem} again={opened.again} />;
  if (opened.data === undefined) return <Loading lines={3} />;
  const { source, items, nextCursor } = opened.data;
  return (
    <>
      {cursor === undefined && (
        <div className={css.block}>
          <p className={css.plain}>
            {which === "begun"
              ? `Won deals that begin with ${source.name} come to ${amounts.text(source.begun)}.`
              : `Of all won deals in whose chain ${source.name} stands, ${amounts.text(source.credited)} is credited to them.`}
          </p>
          <div className={css.actions}>
            <Go to={`/chain/person/${source.sourceId}`} onClick={onClose}>
              {source.people === 0
                ? "Where they came from"
                : `${capital(counted(source.people, "person", "people"))} grew from them`}
            </Go>
            {(["csv", "xlsx"] as const).map((kind) => (
              <LinkButton
                key={kind}
                tone="quiet"
                href={`/api/v1${path}/deals.${kind}${inAddress({ ...query, which, ...amounts.inFile })}`}
                download={`deals.${kind}`}
              >
                {kind.toUpperCase()}
                <span className="only-heard"> of these deals</span>
              </LinkButton>
            ))}
          </div>
        </div>
      )}
      {items.length === 0 && cursor === undefined && <Empty>No deal of theirs was won in these weeks.</Empty>}
      <ul className={css.lines}>
        {items.map((deal) => (
          <li key={deal.dealId} className={css.line}>
            <div className={css.about}>
              <p className={css.name}>
                <Go to={`/deals/${deal.dealId}`} onClick={onClose}>
                  {deal.dealName}
                </Go>
              </p>
              <p className={css.soft}>
                {shortDay(deal.day, me.today)} · {deal.accountName} · {deal.memberName}
              </p>
              <p className={css.said}>{creditText(deal, amounts)}</p>
            </div>
          </li>
        ))}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && <Deals id={id} {...props} cursor={nextCursor} />}
    </>
  );
}

/** "€1,000 of €7,000 is theirs; it began with them, three sources in the chain" */
function creditText({ amount, credited, begun, sources }: SourceDealView, amounts: Amounts): string {
  const began = begun ? "It began with them" : "They stand in its chain";
  const chain = sources === 1 ? "nobody else in it" : `${counted(sources, "source", "sources")} in all`;
  if (amount === null || credited === null) return `${began}, ${chain}. No amount.`;
  return `${began}, ${chain}: ${amounts.text([credited])} of ${amounts.text([amount])}.`;
}
