import type { AccountKind } from "../account.ts";

export const KIND_WORDS: Record<AccountKind, string> = {
  client: "Client",
  "former-client": "Former client",
  prospect: "Prospect",
  partner: "Partner",
  other: "Other",
};

export const KIND_OPTIONS = (Object.entries(KIND_WORDS) as [AccountKind, string][]).map(([value, label]) => ({
  value,
  label,
}));
