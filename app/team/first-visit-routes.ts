import { type Api } from "#lib/http/api.ts";
import { claimHouse, lookAround, type OpenDemo } from "./first-visit-actions.ts";
import { isClaimed } from "./first-visit-store.ts";
import { passkeyHome } from "./passkey-home.ts";
import { enterAs } from "./sign-in-actions.ts";
import { signedInView } from "./sign-in-view.ts";
import { signedIn } from "./sign-in-routes.ts";
import type { SignIn } from "./sign-in-server.ts";
import { firstVisitView, founding } from "./first-visit-view.ts";

export function firstVisitRoutes(
  api: Api,
  signIn: SignIn,
  has: { mail: boolean; openDemo: OpenDemo | null },
): void {
  api.open(
    {
      method: "get",
      path: "/sign-in/first-visit",
      summary:
        "Whether this installation still waits for its first visitor, and by which ways people come in.",
      answer: firstVisitView,
    },
    async () => {
      const open = !(await isClaimed(signIn.database));
      const passkeyOrigin = passkeyHome(signIn.url)?.origin ?? null;
      return { open, demo: open && has.openDemo !== null, mail: has.mail, passkeyOrigin };
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/first-visit",
      summary: "Make the first workspace and its owner, and sign them in. Works once.",
      body: founding,
      answer: signedInView,
      status: 201,
    },
    async ({ request, body, now }) => {
      const { workspace, ...person } = body;
      const userId = await claimHouse(
        signIn,
        { ...person, settings: { ...workspace, name: workspace.name.trim() } },
        now,
      );
      return begin(request, userId, now);
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/demo",
      summary: "Look around in the demo workspace, before there is one of your own.",
      answer: signedInView,
      status: 201,
    },
    async ({ request, now }) => begin(request, await lookAround(signIn, has.openDemo, now), now),
  );

  async function begin(request: Request, userId: string, now: Date): Promise<Response> {
    return signedIn(await enterAs(signIn, request, userId, now), 201);
  }
}
