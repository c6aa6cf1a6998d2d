import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import type { Page } from "#lib/kernel/page.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { GiftBanView, GiftStandingView, GiftView } from "../gift-view.ts";
import { givenText } from "../gift-words.ts";
import { BanLine, NoteBan } from "./gift-bans.tsx";
import { GiftForm } from "./gift-form.tsx";
import { GiftLine } from "./gift-line.tsx";
import { useGive } from "./use-gift-writes.ts";
import css from "./gifts.module.css";

const SHOWN = 5;

/** On a person's page: what they got this year, of what, and whether anybody forbids it. */
export function GiftsWithPerson({ id }: { id: string }) {
  const me = useMe();
  const person = useRead<PersonView>(`/people/${id}`).data;
  const standing = useRead<GiftStandingView>(`/people/${id}/gift-standing`);
  const gifts = useRead<Page<GiftView>>("/gifts", { person: id, limit: SHOWN });
  const failed = [standing, gifts].find(({ problem }) => problem !== null);
  if (failed?.problem)
    return (
      <Section title="Gifts">
        <Trouble problem={failed.problem} again={failed.again} />
      </Section>
    );
  if (me === undefined || person === undefined || !standing.data || !gifts.data) return <Loading lines={2} />;
  return <WithPerson person={person} standing={standing.data} items={gifts.data.items} me={me} />;
}

interface WithPersonProps {
  person: PersonView;
  standing: GiftStandingView;
  items: readonly GiftView[];
  me: Me;
}

function WithPerson({ person, standing, items, me }: WithPersonProps) {
  const [sheet, setSheet] = useState<"give" | "ban" | null>(null);
  const close = () => setSheet(null);
  const name = callName(person.fullName);
  const bans = standing.standing;
  const wantsNone = bans.some(({ personId }) => personId !== null);
  return (
    <Section
      title="Gifts"
      aside={
        <div className={css.acts}>
          {bans.length === 0 && (
            <Button tone="quiet" onClick={() => setSheet("give")}>
              I gave {name} …
            </Button>
          )}
          {!wantsNone && (
            <ActionMenu
              label={`More about gifts to ${person.fullName}`}
              actions={[{ label: "Wants no gifts", run: () => setSheet("ban") }]}
            >
              …
            </ActionMenu>
          )}
        </div>
      }
    >
      {bans.length > 0 && (
        <ul className={css.lines}>
          {bans.map((ban) => (
            <BanLine key={ban.id} ban={ban} me={me} says={banText(ban, name)} />
          ))}
        </ul>
      )}
      <p className={css.soft}>
        {givenText(standing.counted, standing.rule)}
        {items.length > 0 && (
          <>
            {" · "}
            <Go to={`/gifts?person=${person.id}&year=all`}>All gifts</Go>
          </>
        )}
      </p>
      {items.length > 0 && (
        <ul className={css.lines}>
          {items.map((gift) => (
            <GiftLine key={gift.id} gift={gift} me={me} />
          ))}
        </ul>
      )}
      <Sheet title={`A gift for ${person.fullName}`} opened={sheet === "give"} onClose={close}>
        <Giving person={person} me={me} onDone={close} />
      </Sheet>
      <Sheet title={`${name} wants no gifts`} opened={sheet === "ban"} onClose={close}>
        <NoteBan path={`/people/${person.id}`} says={`${name} wants no gifts`} onDone={close} />
      </Sheet>
    </Section>
  );
}

function Giving({ person, me, onDone }: { person: PersonView; me: Me; onDone: () => void }) {
  const [words, setWords] = useState("");
  const give = useGive(person, onDone);
  return (
    <GiftForm
      person={person}
      me={me}
      busy={give.busy}
      problem={give.problem}
      onGive={(gift) => give.send({ ...gift, words: words.trim() || null })}
    >
      <TextField
        label="For what"
        name="words"
        hint="What they did, or the day it was."
        value={words}
        onChange={setWords}
      />
    </GiftForm>
  );
}

function banText({ personId, name }: GiftBanView, called: string): string {
  return personId === null ? `${name} forbids gifts` : `${called} wants no gifts`;
}

/** On an account's page: whether it lets its people take gifts. */
export function GiftsAtAccount({ id }: { id: string }) {
  const me = useMe();
  const [noting, setNoting] = useState(false);
  const account = useRead<AccountView>(`/accounts/${id}`).data;
  const bans = useRead<{ items: GiftBanView[] }>(`/accounts/${id}/gift-bans`);
  if (me === undefined || account === undefined || bans.data === undefined) return null;
  const says = `${account.name} forbids gifts`;
  const standing = bans.data.items.filter(({ liftedOn }) => liftedOn === null);
  return (
    <Section
      title="Gifts"
      aside={
        standing.length === 0 && (
          <Button tone="quiet" onClick={() => setNoting(true)}>
            They forbid gifts
          </Button>
        )
      }
    >
      {standing.length === 0 ? (
        <p className={css.soft}>Nothing is noted against gifts to people at {account.name}.</p>
      ) : (
        <ul className={css.lines}>
          {standing.map((ban) => (
            <BanLine key={ban.id} ban={ban} me={me} says={says} />
          ))}
        </ul>
      )}
      <Sheet title={says} opened={noting} onClose={() => setNoting(false)}>
        <NoteBan path={`/accounts/${id}`} says={says} onDone={() => setNoting(false)} />
      </Sheet>
    </Section>
  );
}
