import { describe, expect, it, test } from "vitest";
import { cleanKept, differences, shareOf, visibleScores } from "./session.ts";

const points = ["whom", "reason", "next"].map((key) => ({ key, act: `says ${key}`, why: "" }));
const all = { whom: true, reason: true, next: true };

test.each([
  [{}, "“says whom”, “says reason”, “says next”"],
  [{ whom: true, reason: false }, "“says next”"],
  [{ ...all, else: true }, '"else" is no point'],
])("%j is refused: %s", (kept, says) => {
  expect(() => cleanKept(points, kept)).toThrow(says);
});

test("what was kept is kept in the order of the points", () => {
  expect(JSON.stringify(cleanKept(points, { next: true, reason: false, whom: true }))).toBe(
    '{"whom":true,"reason":false,"next":true}',
  );
});

describe("scores", () => {
  const mia = { scorerId: "mia", kept: all };
  const jonas = { scorerId: "jonas", kept: { ...all, next: false } };
  const guest = { scorerId: null, kept: { whom: false, reason: false, next: false } };
  const asked = { scorerId: "petra", kept: null };

  it("count alike", () => {
    expect(shareOf(points, [mia])).toBe(1);
    expect(shareOf(points, [mia, guest, asked])).toBe(0.5);
    expect(shareOf(points, [asked])).toBeNull();
  });

  it("are shown to whoever has scored", () => {
    const scores = [mia, jonas, guest, asked];
    expect(visibleScores(scores, "mia")).toEqual([mia, jonas, guest]);
    expect(visibleScores(scores, "petra")).toEqual([]);
    expect(visibleScores(scores, "somebody else")).toEqual([]);
  });

  it("differ where one says yes and another no", () => {
    expect(differences(points, [mia, jonas, asked])).toEqual(["next"]);
    expect(differences(points, [mia, guest])).toEqual(["whom", "reason", "next"]);
    expect(differences(points, [mia])).toEqual([]);
  });
});
