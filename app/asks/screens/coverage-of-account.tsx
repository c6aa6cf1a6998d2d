import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { AccountCoverageView } from "../coverage-view.ts";
import { holeText } from "./coverage-words.ts";
import { useCovered } from "./covered-table.tsx";
import css from "./coverage.module.css";

const SHOWN = 10;

/** On an account's page: who there was asked, who not yet, and who cannot be. */
export function CoverageOfAccount({ id }: { id: string }) {
  const me = useMe();
  const coverage = useRead<AccountCoverageView>(`/accounts/${id}/coverage`);
  return (
    <Section title="People there, and who has been asked">
      {coverage.problem ? (
        <Trouble problem={coverage.problem} again={coverage.again} />
      ) : coverage.data === undefined || me === undefined ? (
        <Loading lines={4} />
      ) : coverage.data.people.length === 0 ? (
        <Empty>
          Write down everybody you meet there: each of them may know somebody, not only the buyer.
        </Empty>
      ) : (
        <Grid coverage={coverage.data} me={me} />
      )}
    </Section>
  );
}

function Grid({ coverage, me }: { coverage: AccountCoverageView; me: Me }) {
  const [all, setAll] = useState(false);
  const { columns, sheets } = useCovered(me, "account");
  const { people, sum, rolesLeftOut } = coverage;
  return (
    <>
      <p className={css.hole}>{holeText(sum, rolesLeftOut)}</p>
      <FactTable
        caption={`People at ${coverage.accountName}, those never asked first`}
        columns={columns}
        rows={all ? people : people.slice(0, SHOWN)}
        rowKey={(person) => person.id}
      />
      {!all && people.length > SHOWN && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          Show all {counted(people.length, "person", "people")}
        </Button>
      )}
      {sheets}
    </>
  );
}
