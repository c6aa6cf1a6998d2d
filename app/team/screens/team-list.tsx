import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable, type Column as TableColumn } from "#lib/web/fact-table.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useReadAll, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";
import { mayLead, mayManageTeam } from "../member.ts";
import type { TeamView } from "../team-view.ts";

const TOUCHED = ["/teams", "/members", "/me", "/scorecard"];

/** The teams, and a way to make, change and close them. */
export function TeamList({ me, teams }: { me: Me; teams: readonly TeamView[] }) {
  const [changing, setChanging] = useState<TeamView | "new" | null>(null);
  const columns: TableColumn<TeamView>[] = [
    { key: "name", head: "team", main: true, render: (team) => team.name },
    { key: "manager", head: "manager", render: (team) => team.manager?.name ?? "nobody yet" },
    { key: "size", head: "members", number: true, render: (team) => team.size },
    {
      key: "change",
      head: "",
      spoken: "change",
      render: (team) =>
        mayManageTeam(me, team.id) && (
          <PillButton label={`Change ${team.name}`} onClick={() => setChanging(team)}>
            Change
          </PillButton>
        ),
    },
  ];
  const add = mayLead(me) && <Button onClick={() => setChanging("new")}>Make a team</Button>;
  return (
    <Section title="Teams" aside={teams.length > 0 && add}>
      {teams.length === 0 ? (
        <Empty action={add}>
          A team has a manager who coaches it and numbers of its own. Small ones work best.
        </Empty>
      ) : (
        <FactTable caption="Teams" columns={columns} rows={teams} rowKey={(team) => team.id} />
      )}
      {changing !== null && (
        <Sheet
          title={changing === "new" ? "A new team" : changing.name}
          opened
          onClose={() => setChanging(null)}
        >
          <TeamForm me={me} team={changing === "new" ? null : changing} close={() => setChanging(null)} />
        </Sheet>
      )}
    </Section>
  );
}

function TeamForm({ me, team, close }: { me: Me; team: TeamView | null; close: () => void }) {
  const say = useUndo();
  const leads = mayLead(me);
  const members = useReadAll<MemberView>(leads ? "/members" : undefined, { state: "here" });
  const managers = (members.data ?? []).filter((member) => member.role !== "rep");
  const draft = useDraft({ name: team?.name ?? "", managerId: team?.manager?.id ?? "" });
  const save = useWrite(
    (what: Record<string, unknown>, gesture) =>
      team === null
        ? write<TeamView>("POST", "/teams", what, gesture)
        : write<TeamView>("PATCH", `/teams/${team.id}`, what, gesture),
    { refresh: TOUCHED },
  );
  const submit = async () => {
    const { name, managerId } = draft.value;
    const wanted = { name, ...(leads && { managerId: managerId === "" ? null : managerId }) };
    await save.sendNow(wanted);
    close();
    if (team === null) return say(`${name} is there.`);
    const before = { name: team.name, ...(leads && { managerId: team.manager?.id ?? null }) };
    say(`${name} is changed.`, () => save.sendNow(before));
  };
  return (
    <Column>
      <Form
        problem={save.problem}
        onSubmit={() => void submit().catch(() => undefined)}
        actions={
          <Button submit tone="primary" busy={save.busy}>
            Save
          </Button>
        }
      >
        <TextField label="Name" autoFocus {...draft.field("name")} />
        {leads && (
          <ChoiceField
            label="Manager"
            hint="A manager or a leader: they coach this team and may change what belongs to it."
            options={[
              { value: "", label: "Nobody yet" },
              ...managers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...draft.field("managerId")}
          />
        )}
      </Form>
      {team !== null && leads && <CloseTeam team={team} close={close} />}
    </Column>
  );
}

function CloseTeam({ team, close }: { team: TeamView; close: () => void }) {
  const say = useUndo();
  const reopen = useWrite(
    (id: string, gesture) => write<TeamView>("DELETE", `/teams/${id}/closed`, undefined, gesture),
    { refresh: TOUCHED },
  );
  const end = useWrite(
    (id: string, gesture) => write<TeamView>("PUT", `/teams/${id}/closed`, undefined, gesture),
    {
      refresh: TOUCHED,
      done: () => {
        close();
        say(`${team.name} is closed. Its past stays.`, () => reopen.sendNow(team.id));
      },
    },
  );
  return (
    <>
      <Button tone="danger" busy={end.busy} onClick={() => end.send(team.id)}>
        Close the team
      </Button>
      {end.problem && <Trouble problem={end.problem} />}
    </>
  );
}
