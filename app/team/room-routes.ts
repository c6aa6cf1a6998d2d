import type { Api } from "#lib/http/api.ts";
import type { OpenDemo } from "./first-visit-actions.ts";
import { firstVisitRoutes } from "./first-visit-routes.ts";
import { meRoutes } from "./me-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { myAccountRoutes } from "./my-account-routes.ts";
import { passkeyRoutes } from "./passkey-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import type { SignIn } from "./sign-in-server.ts";

export interface TeamRoom {
  signIn: SignIn;
  mail: boolean;
  openDemo: OpenDemo | null;
}

/** Every route of this room. */
export function teamRoutes(api: Api, { signIn, mail, openDemo }: TeamRoom): void {
  firstVisitRoutes(api, signIn, { mail, openDemo });
  signInRoutes(api, signIn);
  myAccountRoutes(api, signIn);
  passkeyRoutes(api, signIn);
  meRoutes(api);
  memberRoutes(api);
}
