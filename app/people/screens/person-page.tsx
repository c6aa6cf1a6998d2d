import { useState } from "react";
import { KIND_WORDS } from "#accounts/screens/account-words.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, usePathPart } from "#lib/web/go.tsx";
import { Later } from "#lib/web/later.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { WritingView } from "../consent-view.ts";
import type { PersonView } from "../person-view.ts";
import { AsASource } from "./as-a-source.tsx";
import { EraseSheet } from "./erase-sheet.tsx";
import { History } from "./history.tsx";
import { LikelyPeople } from "./likely-people.tsx";
import { MayBeWrittenTo } from "./may-be-written-to.tsx";
import { MergedOnes } from "./merged-ones.tsx";
import { MergeSheet } from "./merge-sheet.tsx";
import { Origins } from "./origins.tsx";
import { ChangePersonForm } from "./person-form.tsx";
import { PositionSheet } from "./position-sheet.tsx";
import { PrivateNote } from "./private-note.tsx";
import { Reach } from "./reach.tsx";
import { Timeline } from "./timeline.tsx";
import { useRemovePerson } from "./use-person-writes.ts";
import css from "./person-page.module.css";

export function PersonPage() {
  const me = useMe();
  const person = useRead<PersonView>(`/people/${usePathPart("personId")}`);
  if (person.problem) return <Trouble problem={person.problem} again={person.again} />;
  if (person.data === undefined || me === undefined) return <Loading />;
  return <Person key={person.data.id} person={person.data} me={me} />;
}

function Person({ person, me }: { person: PersonView; me: Me }) {
  const [sheet, setSheet] = useState<"change" | "moved" | "merge" | "erase" | null>(null);
  const remove = useRemovePerson(person);
  const writing = useRead<WritingView>(`/people/${person.id}/writing`);
  const close = () => setSheet(null);
  return (
    <Column>
      <PageHeading
        below={<Standing person={person} me={me} />}
        action={
          <>
            <Button onClick={() => setSheet("change")}>Change</Button>
            <ActionMenu
              label={`More for ${person.fullName}`}
              actions={[
                { label: "Works somewhere else now", run: () => setSheet("moved") },
                { label: "Is the same as …", run: () => setSheet("merge") },
                {
                  label: "Take into my address book",
                  run: () => location.assign(`/api/v1/people/${person.id}/card.vcf`),
                },
                { label: "Take off the lists", run: () => remove.send() },
                ...(mayLead(me) ? forLeaders(person, () => setSheet("erase")) : []),
              ]}
            >
              …
            </ActionMenu>
          </>
        }
      >
        {person.fullName}
      </PageHeading>
      <FormError problem={remove.problem} />
      <Parts on="person waits" id={person.id} seldom />
      <Parts on="person first" id={person.id} />
      <Reach
        person={person}
        stopped={writing.data?.stop?.reach ?? null}
        onMissing={() => setSheet("change")}
      />
      {writing.problem && <Trouble problem={writing.problem} again={writing.again} />}
      {!writing.problem && <MayBeWrittenTo person={person} writing={writing.data} me={me} />}
      <LikelyPeople person={person} />
      <AsASource person={person} me={me} />
      {person.note !== null && (
        <Section title="Note">
          <p className={css.note}>{person.note}</p>
        </Section>
      )}
      <Parts on="person" id={person.id} later />
      <Later name={`person ${person.id}`}>
        <History person={person} onMoved={() => setSheet("moved")} />
        <PrivateNote path={`/people/${person.id}`} />
        <Origins person={person} today={me.today} />
        <MergedOnes id={person.id} />
        <Timeline id={person.id} />
      </Later>
      <Sheet title={person.fullName} opened={sheet === "change"} onClose={close}>
        <ChangePersonForm person={person} onChanged={close} />
      </Sheet>
      <Sheet title={`Where ${person.fullName} works`} opened={sheet === "moved"} onClose={close}>
        <PositionSheet person={person} me={me} onDone={close} />
      </Sheet>
      <Sheet title={`${person.fullName} is the same as …`} opened={sheet === "merge"} onClose={close}>
        <MergeSheet person={person} onDone={close} />
      </Sheet>
      <Sheet
        title={`Erase all that is known of ${person.fullName}`}
        opened={sheet === "erase"}
        onClose={close}
      >
        <EraseSheet person={person} />
      </Sheet>
    </Column>
  );
}

/** What a leader answers for when somebody wants their data. */
function forLeaders(person: PersonView, erase: () => void) {
  return [
    {
      label: "Everything we know of them",
      run: () => location.assign(`/api/v1/people/${person.id}/export`),
    },
    { label: "Erase their data …", run: erase },
  ];
}

/** "Head of Logistics at Hafen Logistik (client) · you hold the relationship" */
function Standing({ person, me }: { person: PersonView; me: Me }) {
  const holds =
    person.holderId === me.member.id
      ? "you hold the relationship"
      : person.holderName && `${person.holderName} holds the relationship`;
  const place = [person.city, person.country].filter(Boolean).join(", ");
  const rest = [place, holds].filter(Boolean).join(" · ");
  return (
    <>
      {person.title}
      {person.accountId !== null && (
        <>
          {person.title === null ? "At " : " at "}
          <Go to={`/accounts/${person.accountId}`}>{person.accountName}</Go>
          {person.accountKind !== null && ` (${KIND_WORDS[person.accountKind].toLowerCase()})`}
        </>
      )}
      {(person.title !== null || person.accountId !== null) && rest !== "" && " · "}
      {rest}
    </>
  );
}
