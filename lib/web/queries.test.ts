import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "./api.ts";
import { changeOf, newGestures, readAnew, touches } from "./queries.ts";

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

describe("a change", () => {
  it.each([
    ["conflict", 2],
    ["not-found", 2],
    ["lost", 2],
    ["unavailable", 2],
    ["fault", 2],
    ["invalid", 1],
    ["not-allowed", 1],
  ] as const)("that ends in %s has what is shown read %i times, and stays refused", async (kind, times) => {
    const client = new QueryClient();
    let read = 0;
    const lines = new QueryObserver(client, {
      queryKey: ["/origin-costs"],
      queryFn: async () => `as of reading ${++read}`,
    });
    const stop = lines.subscribe(() => {});
    await expect.poll(() => lines.getCurrentResult().data).toBe("as of reading 1");
    const done: string[] = [];
    const refused = new ApiProblem(409, kind, "It was taken back meanwhile.");
    const change = new MutationObserver(
      client,
      changeOf<string, string>(client, newGestures(), async () => await Promise.reject(refused), {
        refresh: ["/origin-costs"],
        done: (answer) => done.push(answer),
      }),
    );
    await expect(change.mutate("7 hours")).rejects.toBe(refused);
    await expect.poll(() => client.isFetching()).toBe(0);
    expect(lines.getCurrentResult().data).toBe(`as of reading ${times}`);
    expect(change.getCurrentResult().error).toBe(refused);
    expect(done).toEqual([]);
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
