import { useState } from "react";
import { LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { CheckField, OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { useSettled } from "#lib/web/found.ts";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { GROUPS, GROUP_WORDS } from "#touches/rhythm.ts";
import { mayWriteToAll, type Whose } from "../newsletter.ts";
import type { DryRunView, RecipientView, WholeView } from "../newsletter-view.ts";
import { WHY_NOT_WORDS, type WhyNot } from "../recipient.ts";
import type { TypedLetter } from "./use-typed-letter.ts";
import css from "./letters.module.css";

interface Given {
  letter: WholeView;
  draft: TypedLetter;
  me: Me;
  mayChange: boolean;
}

/** To whom it goes, and a dry run: who gets it and who not, person by person, and why. */
export function WhoGetsIt({ letter, draft, me, mayChange }: Given) {
  const { typed, set, saving } = draft;
  // What is shown belongs to what is saved; it comes anew with each version.
  const dry = useRead<DryRunView>(
    saving === "saved" ? `/newsletters/${letter.id}/dry-run` : undefined,
    { version: draft.version },
    { keep: true },
  );
  const rep = !mayWriteToAll(me);
  return (
    <Card title="2. Who gets it" below={dry.data === undefined ? "Counting …" : <DryLine dry={dry.data} />}>
      <fieldset className={css.kinds}>
        <legend>People of these kinds</legend>
        <p className={css.soft}>At first those to whom the rhythms send the monthly letter.</p>
        {GROUPS.map((group) => (
          <CheckField
            key={group}
            label={capital(GROUP_WORDS[group])}
            name="groups"
            disabled={!mayChange}
            value={typed.groups.includes(group)}
            onChange={(on) =>
              set({ groups: GROUPS.filter((each) => (each === group ? on : typed.groups.includes(each))) })
            }
          />
        ))}
      </fieldset>
      <CheckField
        label="And whoever subscribed, of whatever kind"
        name="subscribers"
        disabled={!mayChange}
        value={typed.subscribers}
        onChange={(subscribers) => set({ subscribers })}
      />
      <OneOfField<Whose>
        label="Whose people"
        name="whose"
        disabled={!mayChange || rep}
        value={typed.whose}
        options={[
          { value: "own", label: `Those whom ${letter.memberName} holds` },
          { value: "all", label: "Everybody's", ...(rep && { hint: "A manager or a leader can." }) },
        ]}
        onChange={(whose) => whose !== "" && set({ whose })}
      />
      {dry.problem && <Trouble problem={dry.problem} again={dry.again} />}
      {dry.data === undefined ? (
        <Loading lines={3} />
      ) : (
        <PersonByPerson letter={letter} dry={dry.data} version={draft.version} />
      )}
    </Card>
  );
}

function DryLine({ dry }: { dry: DryRunView }) {
  const not = dry.not.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {capital(counted(dry.gets, "person gets", "people get"))} it,{" "}
      {not === 0 ? "nobody is left out" : counted(not, "does not", "do not")}.
    </>
  );
}

function PersonByPerson({ letter, dry, version }: { letter: WholeView; dry: DryRunView; version: number }) {
  const [which, setWhich] = useState<"true" | "false">("true");
  const [why, setWhy] = useState<WhyNot | "">("");
  const [q, setQ] = useState("");
  const settled = useSettled(q);
  const gets = which === "true";
  return (
    <div className={css.stack}>
      <Toggle
        label="Which"
        value={which}
        options={[
          { value: "true", label: `Get it (${dry.gets.toLocaleString("en-GB")})` },
          { value: "false", label: "Do not" },
        ]}
        onChange={setWhich}
      />
      {!gets && (
        <ChoiceField<WhyNot | "">
          label="Why not"
          name="why"
          value={why}
          options={[
            { value: "", label: "For any reason" },
            ...dry.not.map((each) => ({
              value: each.why,
              label: `${capital(WHY_NOT_WORDS[each.why])} (${each.count.toLocaleString("en-GB")})`,
            })),
          ]}
          onChange={setWhy}
        />
      )}
      <TextField label="Look for somebody" name="q" kind="search" value={q} onChange={setQ} />
      <LongList<RecipientView>
        label={gets ? "Who gets it" : "Who does not get it"}
        path={`/newsletters/${letter.id}/recipients`}
        query={{ gets: which, why: gets ? "" : why, q: settled, version }}
        rowKey={({ personId }) => personId}
        empty={<p className={css.soft}>{gets ? "Nobody gets it as it stands." : "Nobody."}</p>}
        render={(recipient) => <Recipient recipient={recipient} />}
      />
      <LinkButton href={`/api/v1/newsletters/${letter.id}/recipients.csv`} download="who-gets-it.csv">
        The whole list as a file
      </LinkButton>
    </div>
  );
}

function Recipient({ recipient }: { recipient: RecipientView }) {
  return (
    <div className={css.line}>
      <div className={css.words}>
        <p className={css.name}>
          <Go to={`/people/${recipient.personId}`}>{recipient.fullName}</Go>
        </p>
        <p className={css.soft}>{[recipient.accountName, recipient.address].filter(Boolean).join(" · ")}</p>
        <p className={css.soft}>{capital(recipient.says)}</p>
      </div>
      {!recipient.gets && <Pill tone="quiet">no</Pill>}
    </div>
  );
}
