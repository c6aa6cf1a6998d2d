import { useState } from "react";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { ChoiceField, LongTextField } from "#lib/web/field.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AccountView } from "#accounts/account-view.ts";
import type { AccountRhythmView } from "#touches/touch-view.ts";
import { POINTS } from "../account-review.ts";
import { RECAP_HEADINGS, RECAP_LANGUAGES, recapOf, type RecapLanguage } from "../account-review-recap.ts";
import type { AgendaView } from "../account-review-view.ts";
import css from "./account-review.module.css";

const LANGUAGE_WORDS: Record<RecapLanguage, string> = { en: "English", de: "German" };
const GERMAN: ReadonlySet<string> = new Set(["DE", "AT", "CH", "LI"]);

/** What was agreed, as a letter in the rep's own mail program. */
export function RecapCard({ agenda, fromName }: { agenda: AgendaView; fromName: string }) {
  const { review } = agenda;
  const say = useUndo();
  const account = useRead<AccountView>(`/accounts/${review.accountId}`);
  const rhythm = useRead<AccountRhythmView>(`/accounts/${review.accountId}/rhythm`);
  const [chosen, setChosen] = useState<RecapLanguage | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const language = chosen ?? (GERMAN.has(account.data?.country ?? "") ? "de" : "en");
  const came = review.people.filter((each) => each.came !== false);
  const headings: Record<string, string> = {
    ...RECAP_HEADINGS[language],
    ...Object.fromEntries(agenda.ownPoints.map(({ id, name }) => [id, name])),
  };
  const ordered = [
    ...POINTS.filter((point) => point !== "referral"),
    ...agenda.ownPoints.map(({ id }) => id),
  ];
  const made = agenda.commitments.filter(({ reviewId, doneOn }) => reviewId === review.id && doneOn === null);
  const named = made.map((each) => ({ ...each, name: each.memberName ?? each.personName }));
  const { subject, body } = recapOf(
    {
      accountName: review.accountName,
      heldOn: review.heldOn ?? review.day,
      people: came.map(({ fullName }) => fullName),
      fromName,
      measures: agenda.measures.map((each) => ({ ...each, values: each.values.map(({ value }) => value) })),
      notes: ordered.flatMap((point) => {
        const words = agenda.notes[point]?.words ?? "";
        return words === "" ? [] : [{ heading: headings[point] ?? point, words }];
      }),
      ours: named.filter(({ memberId }) => memberId !== null),
      theirs: named.filter(({ memberId }) => memberId === null),
      nextDays: rhythm.data?.review?.days ?? null,
    },
    language,
  );
  const text = typed ?? body;
  const to = came.flatMap(({ email }) => email ?? []);
  return (
    <Card
      title="Recap"
      below="What was agreed, in a letter of yours. Nothing is sent from here; read it before it goes."
      actions={
        <>
          <LinkButton tone="primary" href={mailAddress(to, subject, text)}>
            Open in my mail program
          </LinkButton>
          <Button
            onClick={() => {
              void copyText(`${subject}\n\n${text}`).then((done) =>
                say(done ? "The recap is copied." : "It could not be copied; select it instead."),
              );
            }}
          >
            Copy
          </Button>
          {typed !== null && (
            <Button tone="quiet" onClick={() => setTyped(null)}>
              Make it anew
            </Button>
          )}
        </>
      }
    >
      <div className={css.stack}>
        <ChoiceField
          label="Language"
          name="language"
          value={language}
          options={RECAP_LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_WORDS[each] }))}
          onChange={(next) => {
            setChosen(next);
            setTyped(null);
          }}
        />
        {to.length === 0 && <p className={css.soft}>No e-mail address of theirs is known here.</p>}
        <LongTextField label="Recap" name="recap" lines={8} value={text} onChange={setTyped} />
      </div>
    </Card>
  );
}
