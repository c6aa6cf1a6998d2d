import { describe, expect, it } from "vitest";
import { LinkRefusal } from "./call-by-link.ts";
import { createOpening, passes, refusedIn } from "./opening.ts";

const TOLD = { forged: 1, "said-already": 1 };

/** Each look and each act is answered when the test says so. */
function slow() {
  const waiting: { link: string; answer: (view: string) => void; fail: (error: unknown) => void }[] = [];
  const ask = (link: string) =>
    new Promise<string>((answer, fail) => {
      waiting.push({ link, answer, fail });
    });
  return { ask, waiting };
}

describe("what stands behind a link", () => {
  it("is shown when it is there, and what is wrong when it is not", async () => {
    const { ask, waiting } = slow();
    const opening = createOpening(ask, TOLD);
    let heard = 0;
    const deaf = opening.onChange(() => (heard += 1));
    const first = opening.open("a");
    expect(opening.now()).toEqual({ link: "a", view: null, refused: null, busy: false });
    waiting[0]!.fail(new LinkRefusal("lost"));
    await first;
    expect(opening.now()).toMatchObject({ view: null, refused: { trouble: "lost" } });
    const second = opening.again();
    waiting[1]!.answer("A");
    await second;
    expect(opening.now()).toMatchObject({ view: "A", refused: null });
    deaf();
    const before = heard;
    void opening.open("b");
    expect(heard).toBe(before);
  });

  it("is not that of the link before, whose answer comes late", async () => {
    const { ask, waiting } = slow();
    const opening = createOpening(ask, TOLD);
    const first = opening.open("a");
    const second = opening.open("b");
    waiting[1]!.answer("B");
    await second;
    waiting[0]!.answer("A");
    await first;
    expect(opening.now()).toMatchObject({ link: "b", view: "B" });
    const pressed = opening.act(ask);
    const third = opening.open("c");
    expect(opening.now()).toEqual({ link: "c", view: null, refused: null, busy: false });
    waiting[2]!.fail(new LinkRefusal("lost"));
    await pressed;
    expect(opening.now()).toEqual({ link: "c", view: null, refused: null, busy: false });
    waiting[3]!.answer("C");
    await third;
    opening.show("b", "B");
    opening.refuse("b", refusedIn(null, TOLD));
    expect(opening.now()).toMatchObject({ link: "c", view: "C", refused: null });
  });

  it("changes by one press at a time, and stays open where one is refused", async () => {
    const { ask, waiting } = slow();
    const opening = createOpening(ask, TOLD);
    const first = opening.open("a");
    waiting[0]!.answer("A");
    await first;
    const pressed = opening.act(ask);
    expect(await opening.act(ask)).toBe("busy");
    expect(waiting).toHaveLength(2);
    waiting[1]!.fail(new LinkRefusal(null, "name", { page: "said-already" }));
    expect(await pressed).toMatchObject({ trouble: "said-already", field: "name" });
    expect(opening.now()).toMatchObject({ view: "A", busy: false, refused: { trouble: "said-already" } });
    const again = opening.act(ask);
    waiting[2]!.answer("A2");
    expect(await again).toBeNull();
    expect(opening.now()).toMatchObject({ view: "A2", refused: null });
  });
});

describe("why a link opens nothing", () => {
  it("is in the room's words, with who sent it; a word that it does not know is a fault", () => {
    const sentBy = { repName: "Mia", workspaceName: "Nordlicht", language: "de" };
    expect(refusedIn(new LinkRefusal(null, undefined, { page: "forged", ...sentBy }), TOLD)).toMatchObject({
      trouble: "forged",
      sentBy,
    });
    expect(refusedIn(new LinkRefusal(null, "x", { page: "toString" }), TOLD)).toMatchObject({
      trouble: "fault",
      field: undefined,
    });
    expect(refusedIn(new LinkRefusal("too-many"), TOLD).trouble).toBe("too-many");
    expect(refusedIn(new Error("no"), TOLD).trouble).toBe("fault");
  });
  it("may pass by itself, or not", () => {
    expect(["lost", "fault", "too-many", "forged"].filter(passes)).toEqual(["lost", "fault", "too-many"]);
  });
});
