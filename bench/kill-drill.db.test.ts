import { expect, it } from "vitest";
import { drill } from "./kill-drill.ts";

// The full drill of fifty kills is `askwell bench kill-drill`; these few keep it true from day to day.
it("loses no acknowledged write and doubles none when the server is killed under load", async () => {
  const result = await drill({ kills: 3, clients: 3, port: 4692 });
  expect(result.acknowledged).toBeGreaterThan(3);
  expect(result).toMatchObject({ missing: [], doubled: [], clean: true });
}, 240_000);
