import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { ChoiceField } from "#lib/web/field.tsx";
import { useRead } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { isClosed } from "#referrals/referral.ts";
import type { ReferralView } from "#referrals/referral-view.ts";

/** The introductions to this person that are not over, the latest first; `chosen` stays among them in any case. */
export function useOpenIntroductions(
  personId: string | undefined,
  chosen?: string | null,
): readonly ReferralView[] {
  const found = useRead<Page<ReferralView>>(personId && "/referrals", { contact: personId, limit: 10 });
  if (personId === undefined) return [];
  return (found.data?.items ?? []).filter(({ id, state }) => id === chosen || !isClosed(state));
}

interface CameOfProps {
  introductions: readonly ReferralView[];
  /** "" for none. */
  value: string;
  today: Day;
  onChange: (id: string) => void;
}

/** Which introduction it came of; nothing when there is none. */
export function CameOf({ introductions, value, today, onChange }: CameOfProps) {
  if (introductions.length === 0) return null;
  return (
    <ChoiceField
      label="Came of"
      name="referralId"
      value={value}
      options={[
        ...introductions.map((each) => ({
          value: each.id,
          label: `${each.sourceName}'s introduction, ${dayText(each.day, today)}`,
        })),
        { value: "", label: "No introduction" },
      ]}
      onChange={onChange}
    />
  );
}
