import { expect, it } from "vitest";
import { bounceIn, refusalOf } from "./bounce.ts";

it.each([
  ["failed", "5.1.1", "550 5.1.1 no such user", "hard"],
  ["failed", "5.1.10", null, "hard"],
  ["failed", "5.2.1", "mailbox disabled", "hard"],
  ["failed", "5.4.4", "unable to route", "hard"],
  ["failed", "5.0.0", null, "hard"],
  ["failed", "5.2.2", "552 5.2.2 over quota", "soft"],
  ["failed", "4.4.7", "message expired", "soft"],
  ["failed", "5.7.1", "550 5.7.1 looks like spam", null],
  ["failed", "5.3.4", "message too big", null],
  ["failed", "5.6.1", null, null],
  ["failed", null, "550 5.1.1 no such user", "hard"],
  ["failed", null, "no words of a status", "soft"],
  ["failed", null, null, "soft"],
  ["delayed", "4.4.1", null, null],
  ["delivered", "2.1.5", null, null],
  ["relayed", "2.0.0", null, null],
] as const)("a report that it %s with %s (%s) is %s", (action, status, says, bounce) => {
  expect(bounceIn({ action, status, says })).toBe(bounce);
});

it.each([
  [550, "550 5.1.1 user unknown", "hard"],
  [550, "550 no such user here", "hard"],
  [553, "553 mailbox name not allowed", null],
  [554, "554 5.7.1 relay access denied", null],
  [550, "550 relay not permitted", null],
  [554, "554 transaction failed", null],
  [552, "552 5.2.2 mailbox full", "soft"],
  [550, "550 5.7.26 blocked", null],
] as const)("a refusal %i “%s” of a recipient is %s", (code, says, bounce) => {
  expect(refusalOf(code, says)).toBe(bounce);
});
