import { expect, it } from "vitest";
import { saysNoMore } from "./no-more.ts";

it.each([
  ["unsubscribe", ""],
  ["Re: November", "Please take me off your list."],
  ["AW: November", "Bitte von der Liste nehmen."],
  ["AW: November", "Bitte melden: ich möchte mich abmelden"],
  ["AW: November", "Ich möchte keine weiteren Mails."],
])("%s, %s: they want no more", (subject, text) => {
  expect(saysNoMore({ subject, text })).toBe(true);
});

it.each([
  ["Re: November", "Come by in June."],
  ["Re: November", "Nice one.\n\nOn Mon, 16 Nov 2026 Mia wrote:\n> Unsubscribe: https://x.example"],
  ["AW: November", "Gern.\n\nAm 16.11.2026 um 10:00 schrieb Mia:\nAbbestellen: https://x.example"],
  ["Re: November", "Good.\n\nFrom: Mia\nSent: Monday\n\nUnsubscribe"],
])("%s, %s: they say nothing of the kind", (subject, text) => {
  expect(saysNoMore({ subject, text })).toBe(false);
});
