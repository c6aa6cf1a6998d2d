import { minorDigits, type Money } from "#lib/kernel/money.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { MoneyField } from "#lib/web/money-field.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { mayLead } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { GiftRuleView } from "../gift-view.ts";
import { amountText, THANKS_ONLY } from "../gift-words.ts";
import { useChangeGiftRule } from "./use-gift-writes.ts";
import css from "./gifts.module.css";

/** What tax law lets one deduct for a person in a year; docs/gifts.md. */
const LIMITS = [
  { place: "Germany", units: 50, currency: "EUR" },
  { place: "the United Kingdom", units: 50, currency: "GBP" },
  { place: "the United States", units: 25, currency: "USD" },
] as const;

/** What gifts may come to; leaders set it. */
export function GiftRulePage() {
  const me = useMe();
  const rule = useRead<GiftRuleView>("/gift-rule");
  if (rule.problem) return <Trouble problem={rule.problem} again={rule.again} />;
  if (rule.data === undefined || me === undefined) return <Loading />;
  return (
    <Column>
      <PageHeading
        below={mayLead(me) ? THANKS_ONLY : "A leader can change what stands here."}
        action={<GoButton to="/gifts">The register</GoButton>}
      >
        What a gift may cost
      </PageHeading>
      <Card>
        <Rule key={JSON.stringify(rule.data)} rule={rule.data} me={me} />
      </Card>
      <p className={css.soft}>
        What tax law lets one deduct for a person in a year:{" "}
        {LIMITS.map(({ place, units, currency }) => `${place} ${limitText(units, currency)}`).join(", ")}. Not
        legal or tax advice; the sources are in docs/gifts.md.
      </p>
    </Column>
  );
}

function Rule({ rule, me }: { rule: GiftRuleView; me: Me }) {
  const leads = mayLead(me);
  const { currency } = me.workspace;
  const same = rule.cap.currency === currency;
  const draft = useDraft<{ cap: Money | null; clients: GiftRuleView["clients"] }>({
    cap: same ? rule.cap : null,
    clients: rule.clients,
  });
  const save = useChangeGiftRule(rule);
  return (
    <Form
      problem={save.problem}
      onSubmit={() => save.send({ cap: draft.value.cap ?? rule.cap, clients: draft.value.clients })}
      actions={
        leads && (
          <Button submit tone="primary" busy={save.busy} disabled={!draft.touched}>
            Save
          </Button>
        )
      }
    >
      {!same && <p>Now: {amountText(rule.cap)}.</p>}
      <MoneyField
        label="One person gets at most, in a calendar year"
        hint="Above it, a manager or a leader says yes first. 0: to every gift."
        currency={currency}
        disabled={!leads}
        {...draft.field("cap")}
      />
      <ChoiceField
        label="People at clients"
        options={[
          { value: "may", label: "May get gifts" },
          { value: "never", label: "Get none" },
        ]}
        disabled={!leads}
        {...draft.field("clients")}
      />
    </Form>
  );
}

function limitText(units: number, currency: string): string {
  return amountText({ minor: units * 10 ** minorDigits(currency), currency });
}
