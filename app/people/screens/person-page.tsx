import { useState } from "react";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { Go, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { PersonView } from "../person-view.ts";
import { LikelyTheSame } from "./likely-the-same.tsx";
import { Origins } from "./origins.tsx";
import css from "./people.module.css";
import { ChangePersonForm } from "./person-form.tsx";
import { Positions } from "./positions.tsx";
import { callAddress } from "./reach.ts";

export function PersonPage() {
  const me = useMe();
  const person = useRead<PersonView>(`/people/${usePathPart("personId")}`);
  if (person.problem) return <Trouble problem={person.problem} again={person.again} />;
  if (person.data === undefined || me === undefined) return <Loading />;
  return <Person key={person.data.id} person={person.data} today={me.today} />;
}

function Person({ person, today }: { person: PersonView; today: string }) {
  const [changing, setChanging] = useState(false);
  return (
    <Column>
      <PageHeading
        below={<Standing person={person} />}
        action={<Button onClick={() => setChanging(true)}>Change</Button>}
      >
        {person.fullName}
      </PageHeading>
      <Reach person={person} />
      {person.note !== null && (
        <Section title="Note">
          <p className={css.note}>{person.note}</p>
        </Section>
      )}
      <LikelyTheSame kind="person" id={person.id} />
      <Parts on="person" id={person.id} />
      <Positions personId={person.id} today={today} />
      <Origins personId={person.id} today={today} />
      <Sheet title={person.fullName} opened={changing} onClose={() => setChanging(false)}>
        <ChangePersonForm person={person} onChanged={() => setChanging(false)} />
      </Sheet>
    </Column>
  );
}

function Standing({ person }: { person: PersonView }) {
  return (
    <>
      {person.title}
      {person.title && person.accountId && " · "}
      {person.accountId && <Go to={`/accounts/${person.accountId}`}>{person.accountName}</Go>}
      {person.holderName && ` · ${person.holderName} holds the relationship`}
      {!person.title && !person.accountId && !person.holderName && "Where they work is not known yet."}
    </>
  );
}

/** Ask by voice: the phone comes first. */
function Reach({ person }: { person: PersonView }) {
  const calls = person.phones.flatMap((phone) => {
    const address = callAddress(phone);
    return address ? [{ phone, address }] : [];
  });
  return (
    <div className={css.reach}>
      {calls.map(({ phone, address }, at) => (
        <LinkButton key={phone} href={address} tone={at === 0 ? "primary" : "plain"}>
          {at === 0 ? `Call ${phone}` : phone}
        </LinkButton>
      ))}
      {person.emails.map((email) => (
        <LinkButton key={email} href={`mailto:${email}`}>
          {email}
        </LinkButton>
      ))}
      {person.linkedinUrl && /^https?:/i.test(person.linkedinUrl) && (
        <LinkButton href={person.linkedinUrl}>LinkedIn</LinkButton>
      )}
    </div>
  );
}
