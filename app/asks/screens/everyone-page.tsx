import type { AccountView } from "#accounts/account-view.ts";
import { HolderField } from "#accounts/screens/holder-field.tsx";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import type { Values } from "#lib/web/filters.ts";
import { Go, useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { optionsOf, ROLE_WORDS } from "#people/screens/source-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { CoveredView } from "../coverage-view.ts";
import { useCovered } from "./covered-table.tsx";
import { everyoneFilters } from "./everyone-filters.ts";
import css from "./coverage.module.css";

type Filters = Values<typeof everyoneFilters>;

const HEADINGS: Record<Filters["who"], string> = {
  unasked: "Nobody has asked them yet",
  asked: "Client contacts who were asked",
  cannot: "Client contacts who cannot be asked",
  everybody: "Everybody at our clients",
};

/** Client contacts behind a number of coverage; whom nobody has asked, unless another kind is wanted. */
export function EveryonePage() {
  const me = useMe();
  const [filters, setFilters] = useFilters(everyoneFilters);
  const account = useRead<AccountView>(
    filters.account === "" ? undefined : `/accounts/${filters.account}`,
  ).data;
  return (
    <>
      <PageHeading
        below={
          filters.who === "cannot"
            ? "What they said, and an open issue, hold for everybody until it is lifted on their page."
            : "One after the other: each may know somebody whom you do not."
        }
        action={<GoButton to="/asks/coverage">Who has been asked</GoButton>}
      >
        {HEADINGS[filters.who]}
      </PageHeading>
      <Narrowing filters={filters} setFilters={setFilters} />
      {filters.account !== "" && (
        <p className={css.soft}>
          Only people at {account?.name ?? "one account"}. <Go to="/asks/everyone">Show everybody</Go>
        </p>
      )}
      {me === undefined ? <Loading /> : <People me={me} filters={filters} setFilters={setFilters} />}
    </>
  );
}

interface FilterProps {
  filters: Filters;
  setFilters: (some: Partial<Filters>) => void;
}

function People({ me, filters, setFilters }: FilterProps & { me: Me }) {
  const { columns, sheets } = useCovered(me, "company");
  const isPlain = Object.entries(filters).every(
    ([name, value]) => name === "who" || value === "" || value === undefined,
  );
  const all = (
    <Button
      onClick={() => setFilters({ account: "", holder: "", team: "", role: undefined, met: undefined })}
    >
      Show everybody
    </Button>
  );
  return (
    <>
      <LongTable<CoveredView>
        caption={`${HEADINGS[filters.who]}, by family name`}
        path="/coverage/people"
        query={filters}
        rowKey={(person) => person.id}
        columns={columns}
        empty={
          isPlain ? (
            <Empty action={<GoButton to="/people">People</GoButton>}>
              {filters.who === "unasked"
                ? "Everybody at our clients who can be asked has been. Write down whom you meet next."
                : "Nobody is like that."}
            </Empty>
          ) : (
            <Empty action={all}>Nobody is like that.</Empty>
          )
        }
      />
      {sheets}
    </>
  );
}

function Narrowing({ filters, setFilters }: FilterProps) {
  return (
    <div className={css.filters}>
      <ChoiceField
        label="Who"
        name="who"
        value={filters.who}
        options={[
          { value: "unasked", label: "Nobody has asked them" },
          { value: "asked", label: "Asked" },
          { value: "cannot", label: "Cannot be asked" },
          { value: "everybody", label: "Everybody" },
        ]}
        onChange={(who) => setFilters({ who })}
      />
      <HolderField
        nobody="Anybody"
        name="holder"
        value={filters.holder}
        onChange={(holder) => setFilters({ holder })}
      />
      <ChoiceField
        label="Part in buying"
        name="role"
        value={filters.role ?? ""}
        options={[{ value: "", label: "Any" }, ...optionsOf(ROLE_WORDS)]}
        onChange={(role) => setFilters({ role: role || undefined })}
      />
      <ChoiceField
        label="Met"
        name="met"
        value={filters.met ?? ""}
        options={[
          { value: "", label: "Met or not" },
          { value: "true", label: "Met" },
          { value: "false", label: "Never met" },
        ]}
        onChange={(met) => setFilters({ met: met || undefined })}
      />
    </div>
  );
}
