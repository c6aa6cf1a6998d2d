import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Draft } from "#lib/web/form.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { Me } from "#team/me-view.ts";
import type { TeamView } from "#team/team-view.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import { mayDraw, type IdealClientFacts, type Scope } from "../ideal-client.ts";
import { useChangeIdealClient, useDrawIdealClient } from "./use-picture-writes.ts";

type PictureDraft = Record<keyof IdealClientFacts, string>;

const BLANK: PictureDraft = {
  name: "",
  level: "",
  company: "",
  industry: "",
  situation: "",
  says: "",
  notWho: "",
};

/** Draws a new picture. */
export function DrawIdealClient({ me, onDrawn }: { me: Me; onDrawn: (picture: IdealClientView) => void }) {
  const draft = useDraft(BLANK);
  const [whose, setWhose] = useState("rep");
  const draw = useDrawIdealClient(onDrawn);
  const submit = () => {
    const [scope, teamId] = whose.split(" ") as [Scope, string | undefined];
    draw.send({ ...draft.value, scope, ...(teamId !== undefined && { teamId }) });
  };
  return (
    <Form
      problem={draw.problem}
      onSubmit={submit}
      actions={
        <Button submit tone="primary" busy={draw.busy}>
          Draw the picture
        </Button>
      }
    >
      <Features draft={draft} />
      <Whose me={me} name="teamId" value={whose} onChange={setWhose} />
    </Form>
  );
}

export function ChangeIdealClient({
  picture,
  onChanged,
}: {
  picture: IdealClientView;
  onChanged: () => void;
}) {
  const draft = useDraft<PictureDraft>(() => draftOf(picture));
  const change = useChangeIdealClient(picture, onChanged);
  return (
    <Form
      problem={change.problem}
      onSubmit={() => change.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={change.busy} disabled={!draft.touched}>
          Save the picture
        </Button>
      }
    >
      <Features draft={draft} />
    </Form>
  );
}

function Features({ draft }: { draft: Draft<PictureDraft> }) {
  return (
    <>
      <TextField
        label="Name"
        hint="Short, so that the team can speak of it."
        {...draft.field("name")}
        placeholder="Plant managers who open a second site"
        autoFocus
      />
      <TextField
        label="Level"
        {...draft.field("level")}
        placeholder="a plant manager or head of operations"
      />
      <TextField
        label="Kind of company"
        {...draft.field("company")}
        placeholder="makers of machines with 200 to 1,000 people"
      />
      <TextField
        label="Industry"
        hint="As your accounts have it, several with commas; empty: any."
        {...draft.field("industry")}
        placeholder="Machinery, Packaging"
      />
      <LongTextField
        label="Situation or trigger"
        {...draft.field("situation")}
        lines={2}
        placeholder="who opens a second site this year and still plans shifts on paper"
      />
      <LongTextField
        label="What they say when they need us"
        {...draft.field("says")}
        lines={2}
        placeholder="“Nobody knows on Friday who works on Monday.”"
      />
      <LongTextField
        label="Who it is not"
        hint="Who looks like it and would waste everybody's time."
        {...draft.field("notWho")}
        lines={2}
      />
    </>
  );
}

/** Left out where one may draw for nobody but oneself. */
function Whose({ me, ...field }: { me: Me; name: string; value: string; onChange: (value: string) => void }) {
  const mayMore = me.member.role !== "rep";
  const teams = useRead<Pick<Page<TeamView>, "items">>(mayMore ? "/teams" : undefined).data?.items ?? [];
  if (!mayMore) return null;
  const options = [
    { value: "rep", label: "For me alone" },
    ...teams
      .filter(({ id }) => mayDraw(me, { memberId: null, teamId: id }))
      .map(({ id, name }) => ({ value: `team ${id}`, label: `For ${name}` })),
    ...(mayDraw(me, { memberId: null, teamId: null })
      ? [{ value: "workspace", label: "For everybody" }]
      : []),
  ];
  return <ChoiceField label="For whom to use" {...field} options={options} />;
}

function draftOf(picture: IdealClientView): PictureDraft {
  const { name, level, company, industry, situation, says, notWho } = picture;
  return {
    name,
    level: level ?? "",
    company: company ?? "",
    industry: industry ?? "",
    situation: situation ?? "",
    says: says ?? "",
    notWho: notWho ?? "",
  };
}
