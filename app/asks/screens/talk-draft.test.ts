import { describe, expect, it } from "vitest";
import { forPlan, shownWith, toSend, unsentAfter, type TalkDraft } from "./talk-draft.ts";

const draft = (edits: TalkDraft["edits"], picked: TalkDraft["picked"] = {}): TalkDraft => ({ edits, picked });

describe("what is written over the words of a talk", () => {
  it("goes to the plan as typed; blanks go back to the words", () => {
    expect(toSend({ value: " You saved a week. ", grace: "", reason: "  " })).toEqual({
      value: " You saved a week. ",
      grace: null,
      reason: null,
    });
  });

  it.each<[string, TalkDraft["edits"], sent: TalkDraft["edits"], left: TalkDraft["edits"]]>([
    ["nothing, once all has arrived", { value: "a" }, { value: "a" }, {}],
    ["what was typed since", { value: "ab" }, { value: "a" }, { value: "ab" }],
    ["what was written in another part", { value: "a", grace: "b" }, { value: "a" }, { grace: "b" }],
    ["what went back since", { value: "" }, { value: "a" }, { value: "" }],
  ])("leaves to be sent %s", (_, edits, sent, left) => {
    expect(unsentAfter(draft(edits, { how: "k" }), sent)).toEqual(draft(left, { how: "k" }));
  });

  it("stands over what the plan has, also where it goes back to the words", () => {
    expect(shownWith({ value: "old", grace: "kept" }, { value: "" })).toEqual({ value: "", grace: "kept" });
  });

  it("begun before there was a plan goes on with it, and what the plan's own draft has is newer", () => {
    const before = draft({ value: "before", grace: "before" }, { how: "x", say: "x" });
    expect(forPlan(draft({ value: "now" }, { how: "y" }), before)).toEqual(
      draft({ value: "now", grace: "before" }, { how: "y", say: "x" }),
    );
  });
});
