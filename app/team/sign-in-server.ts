import { passkey, PASSKEY_ERROR_CODES } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import type { Logger } from "pino";
import type { Clock } from "#lib/kernel/clock.ts";
import type { Database } from "#lib/storage/database.ts";
import { MOST_PASSWORD, LEAST_PASSWORD } from "./password.ts";
import { passkeyHome } from "./passkey-home.ts";
import { withHashedSessions } from "./session-adapter-server.ts";
import { COOKIE_PREFIX, COOKIE_SECONDS, type SessionCookie, sessionCookie } from "./session-cookie-server.ts";
import { forgetExpired, type Seat, seatsOf } from "./session-store.ts";
import { signedOutEverywhere } from "./signed-out-actions.ts";

export interface SignInOptions {
  database: Database;
  clock: Clock;
  log: Logger;
  /** Where people reach the house. */
  url: string;
  /** Signs the cookies. */
  secret: string;
}

/** better-auth for the flows, and what our own look-up on each request needs. */
export interface SignIn {
  auth: Auth;
  cookie: SessionCookie;
  database: Database;
  url: string;
  /**
   * Starts a session without a password being shown: after an invitation, on a first visit. `seat`: the workspace to open; by
   * itself it opens the last one. Answers the Set-Cookie value.
   */
  start(userId: string, headers: Headers, seat?: Pick<Seat, "workspaceId" | "memberId">): Promise<string>;
}

export type Auth = ReturnType<typeof flows>;

/** A session ends when nobody used it for so long. */
export const SESSION_DAYS = 30;
/** Set from the connection before better-auth sees the request, so nobody can claim another address. */
export const PEER_HEADER = "x-askwell-peer";

export function createSignIn(options: SignInOptions): SignIn {
  const { database, url } = options;
  const cookie = sessionCookie(options.secret, url.startsWith("https:"));
  const auth = flows(options);
  return {
    auth,
    cookie,
    database,
    url,
    async start(userId, headers, seat) {
      const { internalAdapter } = await auth.$context;
      const device = {
        userAgent: headers.get("user-agent") ?? "",
        ipAddress: headers.get(PEER_HEADER) ?? "",
      };
      const open = seat ? { workspaceId: seat.workspaceId, memberId: seat.memberId } : {};
      const session = await internalAdapter.createSession(userId, false, { ...device, ...open });
      return cookie.write(session.token);
    },
  };
}

/** `days` after `now`. */
export function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

function flows({ database, clock, log, url, secret }: SignInOptions) {
  const home = passkeyHome(url);
  return betterAuth({
    appName: "Askwell",
    baseURL: url,
    secret,
    database: { db: database.outside(), type: "postgres", transaction: false },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message, ...rest) => log.error({ rest }, `sign-in: ${message}`) },
    // Our own counters, which two servers share, stand before every flow; its routes are not mounted, ours call them.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: url.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [PEER_HEADER] },
      database: { validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LEAST_PASSWORD,
      maxPasswordLength: MOST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    verification: { ...verificationColumns, storeIdentifier: "hashed" },
    user: userColumns,
    account: accountColumns,
    session: {
      ...sessionColumns,
      expiresIn: COOKIE_SECONDS,
      disableSessionRefresh: true,
      additionalFields: {
        workspaceId: { type: "string", required: false, input: false, fieldName: "workspace_id" },
        memberId: { type: "string", required: false, input: false, fieldName: "member_id" },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = clock.now();
            await forgetExpired(database, now);
            const times = { createdAt: now, updatedAt: now, expiresAt: daysAfter(now, SESSION_DAYS) };
            if (session["workspaceId"]) return { data: times };
            const [seat] = await seatsOf(database.outside(), session.userId);
            return {
              data: { ...times, workspaceId: seat?.workspaceId ?? null, memberId: seat?.memberId ?? null },
            };
          },
        },
      },
    },
    plugins: [
      {
        id: "hashed-sessions",
        init: (ctx) => ({
          context: {
            adapter: withHashedSessions(ctx.adapter, (userId) =>
              signedOutEverywhere(database, userId, clock.now()),
            ),
          },
        }),
      },
      passkey({
        rpID: home?.id ?? "localhost",
        rpName: "Askwell",
        origin: home?.origin ?? url,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        authentication: {
          // A passkey stands for a password too, so holding the device is not enough: it must know its owner.
          afterVerification: async ({ verification }) => {
            if (verification.authenticationInfo.userVerified) return;
            throw APIError.from("UNAUTHORIZED", PASSKEY_ERROR_CODES.AUTHENTICATION_FAILED);
          },
        },
        advanced: { webAuthnChallengeCookie: "passkey" },
        schema: { passkey: passkeyColumns },
      }),
    ],
  });
}

const dates = { createdAt: "created_at", updatedAt: "updated_at" };
const userColumns = { modelName: "sign_in_user", fields: { emailVerified: "email_verified", ...dates } };
const sessionColumns = {
  modelName: "sign_in_session",
  fields: {
    userId: "user_id",
    expiresAt: "expires_at",
    ipAddress: "ip_address",
    userAgent: "user_agent",
    ...dates,
  },
};
const accountColumns = {
  modelName: "sign_in_account",
  fields: {
    userId: "user_id",
    accountId: "account_id",
    providerId: "provider_id",
    accessToken: "access_token",
    refreshToken: "refresh_token",
    idToken: "id_token",
    accessTokenExpiresAt: "access_token_expires_at",
    refreshTokenExpiresAt: "refresh_token_expires_at",
    ...dates,
  },
};
const verificationColumns = {
  modelName: "sign_in_verification",
  fields: { expiresAt: "expires_at", ...dates },
};
const passkeyColumns = {
  modelName: "sign_in_passkey",
  fields: {
    publicKey: "public_key",
    userId: "user_id",
    credentialID: "credential_id",
    deviceType: "device_type",
    backedUp: "backed_up",
    createdAt: "created_at",
  },
};
