import { useState } from "react";
import type { AccountView } from "#accounts/account-view.ts";
import { dayText, whenText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { ChoiceField, LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { TIERS } from "../rhythm.ts";
import type { AccountRhythmView, PostalAddressView } from "../touch-view.ts";
import { useKeepAddress, useTier } from "./use-touch-writes.ts";
import css from "./touches.module.css";

/** On a client's page: how much they matter to us, and when the next review is due. */
export function RhythmOfAccount({ id }: { id: string }) {
  const me = useMe();
  const account = useRead<AccountView>(`/accounts/${id}`);
  const rhythm = useRead<AccountRhythmView>(`/accounts/${id}/rhythm`);
  if (rhythm.problem) return <Trouble problem={rhythm.problem} again={rhythm.again} />;
  if (me === undefined || account.data === undefined || rhythm.data === undefined)
    return <Loading lines={2} />;
  if (account.data.kind !== "client" && rhythm.data.tier === null) return null;
  return (
    <Section title="Rhythm">
      <Card>
        <Tier account={account.data} rhythm={rhythm.data} me={me} />
        <Address account={account.data} />
      </Card>
    </Section>
  );
}

function Tier({ account, rhythm, me }: { account: AccountView; rhythm: AccountRhythmView; me: Me }) {
  const say = useTier(account);
  const { tier, tierSince, tierBy, review } = rhythm;
  return (
    <div className={css.fields}>
      <ChoiceField
        label="Tier"
        name="tier"
        value={tier ?? ""}
        hint={
          tier === null
            ? "A matters most to us."
            : `Since ${dayText(tierSince ?? me.today, me.today)}, by ${tierBy}.`
        }
        options={[{ value: "", label: "None" }, ...TIERS.map((each) => ({ value: each, label: each }))]}
        onChange={(next) => say.send(TIERS.find((each) => each === next) ?? null)}
      />
      <p>{reviewText(review, me.today)}</p>
      <FormError problem={say.problem} />
    </div>
  );
}

/** Where a card to anybody there goes. */
function Address({ account }: { account: AccountView }) {
  const known = useRead<PostalAddressView>(`/accounts/${account.id}/postal-address`);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = useKeepAddress(`/accounts/${account.id}`, account.name, () => setTyped(null));
  if (known.data === undefined) return null;
  const lines = known.data.lines ?? "";
  return (
    <>
      <LongTextField
        label="Postal address"
        name="lines"
        lines={2}
        hint="The lines below the name: for cards by hand."
        value={typed ?? lines}
        onChange={setTyped}
      />
      {typed !== null && typed !== lines && (
        <Button busy={keep.busy} onClick={() => keep.send(typed.trim() || null)}>
          Keep this address
        </Button>
      )}
      <FormError problem={keep.problem} />
    </>
  );
}

function reviewText(review: AccountRhythmView["review"], today: string): string {
  if (review === null) return "No account reviews are held with them.";
  const last =
    review.last === null ? "No account review so far" : `Last account review ${whenText(review.last, today)}`;
  const next =
    review.due <= today ? "the next one is due" : `the next one is due ${whenText(review.due, today)}`;
  const promised =
    review.promise === null
      ? ""
      : ` Promised to ${review.promise.personName} at the proposal, ${dayText(review.promise.day, today)}.`;
  return `${last}; ${next}.${promised}`;
}
