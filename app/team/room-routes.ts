import type { Api } from "#lib/http/api.ts";
import type { OpenDemo } from "./first-visit-actions.ts";
import { firstVisitRoutes } from "./first-visit-routes.ts";
import { absenceRoutes } from "./absence-routes.ts";
import { goalRoutes } from "./goal-routes.ts";
import { holidayRoutes } from "./holiday-routes.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { meRoutes } from "./me-routes.ts";
import type { WhenMemberLeaves } from "./member-actions.ts";
import { memberRoutes } from "./member-routes.ts";
import { myAccountRoutes } from "./my-account-routes.ts";
import { passkeyRoutes } from "./passkey-routes.ts";
import { resetRoutes } from "./reset-routes.ts";
import { screenTimeRoutes } from "./screen-time-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import type { SignIn } from "./sign-in-server.ts";
import { teamGroupRoutes } from "./team-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { workspaceRoutes } from "./workspace-routes.ts";

export interface TeamRoom {
  signIn: SignIn;
  /** Whether this installation can send mail. */
  mail: boolean;
  openDemo: OpenDemo | null;
  whenMemberLeaves: readonly WhenMemberLeaves[];
}

/** Every route of this room. */
export function teamRoutes(api: Api, { signIn, mail, openDemo, whenMemberLeaves }: TeamRoom): void {
  firstVisitRoutes(api, signIn, { mail, openDemo });
  signInRoutes(api, signIn);
  resetRoutes(api, signIn, mail);
  invitationRoutes(api, signIn, mail);
  passkeyRoutes(api, signIn);
  myAccountRoutes(api, signIn);
  meRoutes(api);
  memberRoutes(api, whenMemberLeaves);
  teamGroupRoutes(api);
  workspaceRoutes(api);
  clockRoutes(api);
  goalRoutes(api);
  holidayRoutes(api);
  absenceRoutes(api);
  screenTimeRoutes(api);
  jobRoutes(api);
}
