import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "./api.ts";
import { newGestures, readAnew, touches } from "./queries.ts";

describe("touches", () => {
  it.each([
    ["/people", ["/people"], true],
    ["/people/7", ["/people"], true],
    ["/people/7/timeline", ["/asks", "/people/7"], true],
    ["/peoples", ["/people"], false],
    ["/", ["/people"], false],
    [undefined, ["/people"], false],
    ["/people", [], false],
  ])("%s of %j: %s", (path, beginnings, expected) => {
    expect(touches(path, beginnings)).toBe(expected);
  });
});

describe("reading anew", () => {
  it("takes no answer for the last one that was under way before the change, a first one neither", async () => {
    const client = new QueryClient();
    const answers: ((said: string) => void)[] = [];
    const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
    const observer = new QueryObserver(client, { queryKey: ["/people/7/permits"], queryFn });
    const stop = observer.subscribe(() => {});
    const anew = readAnew(client, ["/people"]);
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.("before");
    answers[1]?.("after");
    await anew;
    expect(observer.getCurrentResult().data).toBe("after");
    stop();
  });
});

describe("gestures", () => {
  const ask = { person: "anna", day: "2026-11-22" };
  const lost = new ApiProblem(0, "lost", "No connection.");
  const refused = new ApiProblem(422, "invalid", "No such day.", { field: "day" });

  it("stay the same while nobody knows whether it happened, and for a double press", () => {
    const gestures = newGestures();
    const first = gestures.begin(ask);
    expect(gestures.begin({ ...ask })).toBe(first);
    gestures.end(lost);
    expect(gestures.begin(ask)).toBe(first);
  });

  it.each([
    ["it happened", undefined],
    ["it was refused", refused],
  ])("are new once %s", (_, thrown) => {
    const gestures = newGestures();
    const first = gestures.begin(ask);
    gestures.end(thrown);
    expect(gestures.begin(ask)).not.toBe(first);
  });

  it("are new for other content", () => {
    const gestures = newGestures();
    const first = gestures.begin(ask);
    gestures.end(lost);
    expect(gestures.begin({ ...ask, day: "2026-11-21" })).not.toBe(first);
  });

  it("tell files apart", () => {
    const gestures = newGestures();
    const first = gestures.begin(upload("a.csv"));
    expect(gestures.begin(upload("a.csv"))).toBe(first);
    expect(gestures.begin(upload("b.csv"))).not.toBe(first);
  });
});

function upload(name: string): FormData {
  const form = new FormData();
  form.set("file", new File(["a"], name));
  return form;
}
