import { z, type Api } from "#lib/http/api.ts";
import { claimHouse, lookAround, type OpenDemo } from "./first-visit-actions.ts";
import { isClaimed } from "./first-visit-store.ts";
import { passkeyHome } from "./passkey-home.ts";
import { enterAs } from "./sign-in-actions.ts";
import { signedIn, signedInView } from "./sign-in-routes.ts";
import type { SignIn } from "./sign-in-server.ts";
import { calendarShape } from "./workspace-routes.ts";

const firstVisitView = z
  .object({
    open: z.boolean().describe("True as long as nobody has made a workspace here."),
    demo: z.boolean().describe("Whether there is a demo story to look around in."),
    mail: z.boolean().describe("Whether this installation can send mail."),
    passkeyOrigin: z.string().nullable().describe("The address at which passkeys work; null: nowhere yet."),
  })
  .openapi("FirstVisit");
export type FirstVisitView = z.infer<typeof firstVisitView>;

const founding = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  workspace: z.object({
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    calendar: calendarShape.default({ firstDay: 1, pattern: "months", startMonth: 1 }),
    defaultCountry: z.string().nullable().default(null),
  }),
});

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
