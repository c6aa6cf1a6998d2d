import { describe, expect, it } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { createMessageIds } from "./message-ids.ts";

const ids = createMessageIds({ secret: "a secret that is long enough for this" });
const at = new Date("2026-11-18T10:00:00Z");
const [workspaceId, id] = [newId(at), newId(at)];
const made = ids.idOf("letter", workspaceId, id);

describe("a Message-ID", () => {
  it.each([made, `<${made}@mail.example.com>`, ` <${made}@mail.example.com>\r\n`, `${made}@x`])(
    "is read back from %j",
    (text) => {
      expect(ids.read(text)).toEqual({ kind: "letter", workspaceId, id });
    },
  );
  it.each([
    ["", "nothing"],
    ["<abc@example.com>", "somebody else's"],
    [made.replace("letter", "day"), "another kind's"],
    [made.slice(0, -1), "cut off"],
    [made.toLowerCase(), "written in small letters"],
    [`${made} ${made}`, "two"],
  ])("%j is none: %s", (text) => {
    expect(ids.read(text)).toBeNull();
  });
  it("signed with another secret is none", () => {
    expect(createMessageIds({ secret: "another secret, just as long as it" }).read(made)).toBeNull();
  });
});
