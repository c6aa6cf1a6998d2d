import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { write } from "#lib/web/api.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Card, Column, Quote, Section } from "#lib/web/card.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import { counts } from "#referrals/referral.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { KIND_WORDS, mayChange, OUTCOME_WORDS, THANKED_HOW, type ThankedHow } from "../given.ts";
import type { GivenView } from "../given-view.ts";
import { givenSentence } from "../words.ts";
import { IntroduceThem } from "./introduce-them.tsx";
import { OutcomeChips } from "./outcome-chips.tsx";
import { GIVEN_READS, useThanked } from "./use-given-writes.ts";
import css from "./giving.module.css";

const HOW_WORDS: Record<ThankedHow, string> = {
  call: "by phone",
  "in-person": "in person",
  note: "with a note",
  "e-mail": "by e-mail",
  message: "with a message",
  gift: "with a gift",
};

export function GivenPage() {
  const me = useMe();
  const given = useRead<GivenView>(`/given/${usePathPart("givenId")}`);
  if (given.problem) return <Trouble problem={given.problem} again={given.again} />;
  if (given.data === undefined || me === undefined) return <Loading />;
  return <Given given={given.data} me={me} />;
}

function Given({ given, me }: { given: GivenView; me: Me }) {
  const mine = mayChange(me, { memberId: given.memberId, teamId: given.memberTeamId });
  const introduced = counts(given.level);
  return (
    <Column>
      <PageHeading below={<Who given={given} />} action={mine && <More given={given} />}>
        {introduced
          ? `${given.memberId === me.member.id ? "You" : given.memberName} introduced ${given.toName} and ${given.whomName}`
          : `${given.toName} and ${given.whomName}`}
      </PageHeading>
      {!introduced && mine && <IntroduceThem given={given} me={me} />}
      {introduced && <Standing given={given} me={me} mine={mine} />}
      {given.why !== null && (
        <Section title="Why they should know each other">
          <Quote>{given.why}</Quote>
        </Section>
      )}
    </Column>
  );
}

function Who({ given }: { given: GivenView }) {
  const { toId, toName, toAccountName, whomId, whomName, whomDoes, whomAccountName } = given;
  return (
    <>
      {capital(KIND_WORDS[given.kind])}: <Go to={`/people/${toId}`}>{toName}</Go>
      {toAccountName !== null && `, ${toAccountName}`}
      {" · "}
      {whomId === null ? whomName : <Go to={`/people/${whomId}`}>{whomName}</Go>}
      {(whomAccountName ?? whomDoes) !== null && `, ${whomAccountName ?? whomDoes}`}
    </>
  );
}

/** What came of it, and whether they thanked us. */
function Standing({ given, me, mine }: { given: GivenView; me: Me; mine: boolean }) {
  const since = dayText(given.countsFrom ?? given.day, me.today);
  const who = given.memberId === me.member.id ? "you" : given.memberName;
  return (
    <Card
      title={capital(OUTCOME_WORDS[given.outcome])}
      below={`${since}: ${who} ${givenSentence(given.level, callName(given.toName), callName(given.whomName))}.`}
    >
      <OutcomeChips given={given} me={me} />
      <Thanks given={given} me={me} mine={mine} />
    </Card>
  );
}

function Thanks({ given, me, mine }: { given: GivenView; me: Me; mine: boolean }) {
  const [noting, setNoting] = useState(false);
  const draft = useDraft({ how: "call" as ThankedHow, words: "" });
  const thanked = useThanked(given, () => setNoting(false));
  if (given.thanked !== null)
    return (
      <p>
        They thanked us {HOW_WORDS[given.thanked.how]}, {dayText(given.thanked.day, me.today)}
        {given.thanked.words !== null && `: “${given.thanked.words}”`}
      </p>
    );
  if (!mine) return null;
  if (!noting)
    return (
      <div>
        <Button tone="quiet" onClick={() => setNoting(true)}>
          They thanked us …
        </Button>
      </div>
    );
  return (
    <Form
      problem={thanked.problem}
      onSubmit={() => thanked.send(draft.value)}
      actions={
        <Button submit busy={thanked.busy}>
          Note it
        </Button>
      }
    >
      <ChoiceField
        label="How"
        {...draft.field("how")}
        options={THANKED_HOW.map((how) => ({ value: how, label: capital(HOW_WORDS[how]) }))}
      />
      <TextField label="In their words" {...draft.field("words")} />
    </Form>
  );
}

function More({ given }: { given: GivenView }) {
  const go = useGo();
  const say = useUndo();
  const takeBack = useWrite((_: void, gesture) => write("DELETE", `/given/${given.id}`, undefined, gesture), {
    refresh: GIVEN_READS.filter((path) => path !== "/given"),
    done: () => {
      say("Taken back. The numbers of its week follow.");
      go("/giving", { instead: true });
    },
  });
  return (
    <div className={css.acts}>
      <ActionMenu
        label={`More for ${given.toName} and ${given.whomName}`}
        actions={[{ label: "Take it back", run: () => takeBack.send() }]}
      >
        …
      </ActionMenu>
      <FormError problem={takeBack.problem} />
    </div>
  );
}
