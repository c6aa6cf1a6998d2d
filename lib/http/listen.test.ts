import { expect, it } from "vitest";
import { listen } from "./listen.ts";

const fetch = () => new Response("here");

it.each([
  ["192.0.2.1", "it is no address of this machine"],
  ["nowhere.invalid", "no host of that name|cannot be looked up"],
])("says why nothing can listen at %s, in one sentence", async (host, why) => {
  const reason = expect.stringMatching(
    new RegExp(`^nothing can listen at ${host}:0 \\(HOST, PORT\\): .*(${why})`),
  );
  await expect(listen(fetch, 0, host)).rejects.toMatchObject({ kind: "unavailable", reason });
});

it("says of a port that is taken which one it is, and what to do", async () => {
  const first = await listen(fetch, 0, "127.0.0.1");
  try {
    const reason = `port ${first.port} on 127.0.0.1 is taken; stop what uses it, or set PORT to another`;
    await expect(listen(fetch, first.port, "127.0.0.1")).rejects.toMatchObject({ reason });
  } finally {
    await first.close();
  }
});
