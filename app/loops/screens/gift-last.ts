import type { Money } from "#lib/kernel/money.ts";

const KEY = "askwell-gift";

export interface LastGift {
  what: string;
  value: Money | null;
}

/** What this member gave last on this device: most give the same again. Where nothing can be kept, nothing. */
export function readLastGift(memberId: string, currency: string): LastGift {
  const nothing = { what: "", value: null };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept?.memberId === memberId && kept.gift.value.currency === currency ? kept.gift : nothing;
  } catch {
    return nothing;
  }
}

export function keepLastGift(memberId: string, { what, value }: LastGift): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ memberId, gift: { what, value } }));
  } catch {
    // A full or forbidden store: the fields are empty next time.
  }
}
