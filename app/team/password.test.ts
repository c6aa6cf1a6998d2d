import { describe, expect, it } from "vitest";
import { checkPassword, weakness } from "./password.ts";

describe("a password", () => {
  it.each([
    ["short", "at least 10"],
    ["x".repeat(129), "at most 128"],
    ["aaaaaaaaaaaa", "first that anybody"],
    ["abababababab", "first that anybody"],
    ["Password12", "first that anybody"],
    ["1234567890", "first that anybody"],
    ["mia@nordlicht.example", "own name"],
    ["Mia Sommer", "own name"],
  ])("%s will not do", (password, says) => {
    expect(weakness(password, ["mia@nordlicht.example", "Mia Sommer"])).toContain(says);
  });

  it.each(["drei Birnen am Zaun", "correct horse battery", "kX9#mQ2$vL", "passwordless sign-in is fine"])(
    "%s will do",
    (password) => {
      expect(weakness(password, ["mia@nordlicht.example", "Mia Sommer"])).toBeNull();
    },
  );

  it("is refused at its field", () => {
    expect(() => checkPassword("short")).toThrow(
      expect.objectContaining({ kind: "invalid", field: "password" }),
    );
  });
});
