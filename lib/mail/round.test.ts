import { expect, it } from "vitest";
import type { IncomingMail } from "./incoming.ts";
import { tellInTurn } from "./round.ts";

it("ends with the first that takes the message", async () => {
  const told: string[] = [];
  const taker = (name: string, takes: boolean) => async () => {
    told.push(name);
    return takes;
  };
  const mail = {} as IncomingMail;
  const at = { now: new Date("2026-11-18T10:00:00Z") };
  expect(
    await tellInTurn([taker("letters", false), taker("day", true), taker("members", true)])(mail, at),
  ).toBe(true);
  expect(told).toEqual(["letters", "day"]);
  expect(await tellInTurn([taker("letters", false)])(mail, at)).toBe(false);
});
