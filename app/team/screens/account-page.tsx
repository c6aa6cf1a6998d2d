import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";
import { LEAST_PASSWORD } from "../password.ts";
import { Absences } from "./absences.tsx";
import { goInside } from "./door.ts";
import { MyDevices } from "./my-devices.tsx";
import { MyPasskeys } from "./my-passkeys.tsx";
import { MyScreenTime } from "./my-screen-time.tsx";
import { OwnWorkdays } from "./own-workdays.tsx";

const ROLE_SAYS = {
  rep: "You are a rep here.",
  manager: "You are a manager here.",
  leader: "You lead this workspace.",
};

/** What concerns oneself: name, password, passkeys, devices, workspaces. */
export function AccountPage() {
  const me = useRead<Me>("/me");
  const out = useWrite((_: null, gesture) => write("POST", "/sign-in/sign-out", undefined, gesture), {
    done: () => goInside("/sign-in"),
  });
  if (me.problem) return <Trouble problem={me.problem} again={me.again} />;
  if (me.data === undefined) return <Loading />;
  const { member, workspace, workspaces } = me.data;
  const others = workspaces.filter(({ id }) => id !== workspace.id);
  const signOut = (
    <Button busy={out.busy} onClick={() => out.send(null)}>
      Sign out
    </Button>
  );
  return (
    <>
      <PageHeading below={`${member.email} · ${ROLE_SAYS[member.role]}`} action={signOut}>
        {member.name}
      </PageHeading>
      <Column>
        {others.length > 0 && <OtherWorkspaces here={workspace.name} others={others} />}
        <MyName key={member.name} me={me.data} />
        <Card
          title="Your days off"
          below="Clocks wait for you, and whoever stands in sees to what becomes due."
        >
          <OwnWorkdays memberId={member.id} />
          <Absences memberId={member.id} today={me.data.today} />
          <Go to={`/settings/days-off?of=${member.id}`}>Holidays of your own</Go>
        </Card>
        <Parts on="my account" id={member.id} />
        <MyPassword />
        <MyPasskeys />
        <MyDevices today={me.data.today} timeZone={workspace.timeZone} />
        <MyScreenTime memberId={member.id} today={me.data.today} />
      </Column>
    </>
  );
}

function OtherWorkspaces({ here, others }: { here: string; others: Me["workspaces"] }) {
  const move = useWrite(
    (workspaceId: string, gesture) => write("PUT", "/sign-in/workspace", { workspaceId }, gesture),
    { done: () => goInside() },
  );
  return (
    <Section title={`You are in ${here}`}>
      {others.map(({ id, name }) => (
        <Button key={id} busy={move.busy} onClick={() => move.send(id)}>
          Go to {name}
        </Button>
      ))}
      {move.problem && <Trouble problem={move.problem} />}
    </Section>
  );
}

function MyName({ me }: { me: Me }) {
  const say = useUndo();
  const draft = useDraft({ name: me.member.name });
  const rename = useWrite(
    (what: { name: string }, gesture) =>
      write<MemberView>("PATCH", `/members/${me.member.id}`, what, gesture),
    { refresh: ["/me", "/members"] },
  );
  const save = async (what: { name: string }) => {
    const before = { name: me.member.name };
    await rename.sendNow(what);
    say("Your name is changed.", () => rename.sendNow(before));
  };
  return (
    <Card>
      <Form
        problem={rename.problem}
        onSubmit={() => void save(draft.value).catch(() => undefined)}
        actions={
          <Button submit busy={rename.busy} disabled={draft.value.name.trim() === me.member.name}>
            Change my name
          </Button>
        }
      >
        <TextField label="Your name" autoComplete="name" {...draft.field("name")} />
      </Form>
    </Card>
  );
}

function MyPassword() {
  const say = useUndo();
  const draft = useDraft({ currentPassword: "", password: "" });
  const change = useWrite(
    (what: typeof draft.value, gesture) => write("PUT", "/sign-in/my-password", what, gesture),
    {
      refresh: ["/sign-in/sessions"],
      done: () => {
        draft.reset();
        say("Your password is changed. Every other device is signed out.");
      },
    },
  );
  const { currentPassword, password } = draft.value;
  return (
    <Card title="Your password">
      <Form
        problem={change.problem}
        onSubmit={() => change.send(draft.value)}
        actions={
          <Button submit busy={change.busy} disabled={currentPassword === "" || password === ""}>
            Change the password
          </Button>
        }
      >
        <TextField
          label="The one you have"
          kind="password"
          autoComplete="current-password"
          {...draft.field("currentPassword")}
        />
        <TextField
          label="The new one"
          hint={`At least ${LEAST_PASSWORD} characters. Every other device is signed out.`}
          kind="password"
          autoComplete="new-password"
          {...draft.field("password")}
        />
      </Form>
    </Card>
  );
}
