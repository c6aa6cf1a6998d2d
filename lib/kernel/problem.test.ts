import { expect, test } from "vitest";
import { conflict, invalid, notAllowed, notFound, Problem } from "./problem.ts";

test.each([
  [notFound("person"), "not-found", /^No such person here\./, undefined],
  [notAllowed("Only a manager can do that."), "not-allowed", /^Only a manager/, undefined],
  [invalid("Write a day.", "day"), "invalid", /^Write a day\.$/, "day"],
  [invalid("Write a day."), "invalid", /^Write a day\.$/, undefined],
  [conflict("Somebody changed it."), "conflict", /^Somebody/, undefined],
])("%s", (problem, kind, reason, field) => {
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toBeInstanceOf(Error);
  expect(problem).toMatchObject({ kind, message: problem.reason });
  expect(problem.reason).toMatch(reason);
  expect(problem.field).toBe(field);
});

test("a refusal carries its facts for programs", () => {
  expect(conflict("Ben asked her.", { by: "Ben" }).facts).toEqual({ by: "Ben" });
  expect(conflict("Somebody changed it.").facts).toBeUndefined();
});
