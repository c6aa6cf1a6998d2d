import { useState, type ReactNode } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Loading } from "#lib/web/loading.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { PersonView } from "#people/person-view.ts";
import { MetSheet } from "#people/screens/met-sheet.tsx";
import { RightSheet } from "#people/screens/right-sheet.tsx";
import { RoleSheet } from "#people/screens/role-sheet.tsx";
import { StopSheet } from "#people/screens/stop-sheet.tsx";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import type { CoveredView } from "../coverage-view.ts";
import { CoveragePill } from "./coverage-pill.tsx";
import { askShort, hindranceText, metShort, roleText } from "./coverage-words.ts";
import { LogAskSheet } from "./log-ask-sheet.tsx";
import css from "./coverage.module.css";

type Which = "asked" | "right" | "role" | "met" | "stop";

const SAID = [
  { which: "asked", label: "I asked them …", title: "I asked …" },
  { which: "right", label: "They said what it was worth", title: "Have we earned the right to ask?" },
  { which: "role", label: "Their part in buying", title: "Their part in buying" },
  { which: "met", label: "I have met them", title: "Have we met them?" },
  { which: "stop", label: "Cannot be asked, because …", title: "May they be asked?" },
] as const satisfies readonly { which: Which; label: string; title: string }[];

/** Columns for people and how far we are with each, and the sheets in which what stands about them is said. */
export function useCovered(
  me: Me,
  at: "account" | "company",
): { columns: Column<CoveredView>[]; sheets: ReactNode } {
  const [opened, setOpened] = useState<{ person: CoveredView; which: Which } | null>(null);
  const open = (person: CoveredView, which: Which) => setOpened({ person, which });
  const close = () => setOpened(null);
  return { columns: columnsFor(me, at, open), sheets: <Sheets opened={opened} close={close} me={me} /> };
}

function columnsFor(
  me: Me,
  at: "account" | "company",
  open: (person: CoveredView, which: Which) => void,
): Column<CoveredView>[] {
  const { today } = me;
  const place: Column<CoveredView> = {
    key: "at",
    head: "at",
    width: "19%",
    render: (person) => (
      <>
        <Go to={`/accounts/${person.accountId}`}>{person.accountName}</Go>
        <Small>{`held by ${heldBy(person, me)}`}</Small>
      </>
    ),
  };
  return [
    {
      key: "name",
      head: "name",
      main: true,
      width: at === "company" ? "21%" : "27%",
      render: (person) => (
        <>
          <Go to={`/people/${person.id}`}>{person.fullName}</Go>
          <small className={css.small}>
            {[
              person.title,
              roleText(person.role),
              at === "account" && `held by ${heldBy(person, me)}`,
              person.left && "has left",
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </>
      ),
    },
    ...(at === "company" ? [place] : []),
    {
      key: "state",
      head: "asked",
      width: at === "company" ? "22%" : "26%",
      render: (person) => (
        <>
          <CoveragePill person={person} today={today} />
          <Small>{hindranceText(person, today)}</Small>
          <Small>{askShort(person, today)}</Small>
        </>
      ),
    },
    {
      key: "met",
      head: "met",
      width: at === "company" ? "11%" : "14%",
      render: (person) => metShort(person, today) ?? "–",
    },
    {
      key: "right",
      head: "earned the right",
      width: "15%",
      render: (person) => <Right person={person} today={today} />,
    },
    {
      key: "ask",
      head: "",
      spoken: "ask",
      width: "9.5rem",
      render: (person) => <Acts person={person} today={today} open={open} />,
    },
  ];
}

function heldBy({ holder }: CoveredView, me: Me): string {
  if (holder === null) return "nobody";
  return holder.id === me.member.id ? "you" : holder.name;
}

function Right({ person: { right }, today }: { person: CoveredView; today: string }) {
  if (right === null) return "–";
  return (
    <>
      {right.earned ? <q className={css.words}>{right.words}</q> : "not yet"}
      <Small>{dayText(right.day, today)}</Small>
    </>
  );
}

function Acts({
  person,
  today,
  open,
}: {
  person: CoveredView;
  today: string;
  open: (person: CoveredView, which: Which) => void;
}) {
  const go = useGo();
  const mayFrom = person.refusal?.mayFrom ?? null;
  return (
    <div className={css.acts}>
      {person.refusal === null ? (
        <GoButton to={`/people/${person.id}/ask`}>Ask</GoButton>
      ) : (
        mayFrom !== null && <small className={css.small}>may be asked from {shortDay(mayFrom, today)}</small>
      )}
      <ActionMenu
        label={`More for ${person.fullName}`}
        actions={[
          ...SAID.map(({ which, label }) => ({ label, run: () => open(person, which) })),
          { label: "Open their page", run: () => go(`/people/${person.id}`) },
        ]}
      >
        …
      </ActionMenu>
    </div>
  );
}

function Small({ children }: { children: ReactNode }) {
  return children ? <small className={css.small}>{children}</small> : null;
}

function Sheets({
  opened,
  close,
  me,
}: {
  opened: { person: CoveredView; which: Which } | null;
  close: () => void;
  me: Me;
}) {
  if (opened?.which === "asked") {
    const source = { id: opened.person.id, label: opened.person.fullName };
    return <LogAskSheet opened onClose={close} source={source} />;
  }
  const title = SAID.find(({ which }) => which === opened?.which)?.title ?? "";
  return (
    <Sheet title={title} opened={opened !== null} onClose={close}>
      {opened !== null && <Said id={opened.person.id} which={opened.which} me={me} onDone={close} />}
    </Sheet>
  );
}

function Said({ id, which, me, onDone }: { id: string; which: Which; me: Me; onDone: () => void }) {
  const person = useRead<PersonView>(`/people/${id}`).data;
  const standing = useRead<StandingView>(`/people/${id}/standing`).data;
  if (person === undefined || standing === undefined) return <Loading lines={3} />;
  const given = { person, standing, me, onDone };
  if (which === "right") return <RightSheet {...given} />;
  if (which === "role") return <RoleSheet {...given} />;
  if (which === "met") return <MetSheet {...given} />;
  return <StopSheet {...given} />;
}
