import fc from "fast-check";
import { expect, it } from "vitest";
import { readToken, writeToken } from "./link-token.ts";

it("reads what it wrote", () => {
  const secrets = fc.stringMatching(/^[\w-]{43}$/);
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), secrets, (workspaceId, id, secret) => {
      expect(readToken(` ${writeToken({ workspaceId, id, secret })}\n`)).toEqual({ workspaceId, id, secret });
    }),
  );
});

it.each(["", "x", "a".repeat(106), "0".repeat(108), `${"0".repeat(64)}${"é".repeat(43)}`])(
  "takes %j for none",
  (text) => {
    expect(readToken(text)).toBeNull();
  },
);
