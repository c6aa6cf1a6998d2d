import type { Logger } from "pino";
import type { Clock } from "#lib/kernel/clock.ts";
import type { Database } from "#lib/storage/database.ts";
import { createInTray, type InTray } from "./in-tray.ts";
import type { TakeMail } from "./incoming.ts";
import { createPoller, type Poller } from "./poll.ts";
import type { Resolve } from "./prove-mail.ts";
import { createMailReader } from "./read-mail-aside.ts";
import { openReceiver, type Listening, type Receiver } from "./receive.ts";

export interface MailInOptions {
  database: Database;
  clock: Clock;
  log: Logger;
  /** What the house does with a message. */
  take: TakeMail;
  isOurs: (address: string) => Promise<boolean>;
  /** Where to listen for mail servers; null: nowhere. */
  listen: Listening | null;
  /** The mailbox to read; null: none. */
  imapUrl: string | null;
  /** The authserv-id of the mail server before us; null: there is none whose word counts. */
  trusted: string | null;
  resolve?: Resolve;
}

export interface MailIn {
  tray: InTray;
  receiver: Receiver | null;
  poller: Poller | null;
  close(): Promise<void>;
}

/** Opens every way in that is set up, and handles what comes. Throws where the port is taken. */
export async function openMailIn(options: MailInOptions): Promise<MailIn> {
  const { database, clock, log, take, isOurs, listen, imapUrl, trusted, resolve } = options;
  const reader = createMailReader({ trusted, ...(resolve && { resolve }) });
  const tray = createInTray({
    database,
    clock,
    reader,
    take,
    onHandled: ({ why, ...message }) =>
      why === null ? log.info({ message }, "mail came in") : log.info({ message, why }, "mail was let go"),
    onFault: (error, message) => log.error({ err: error, message }, "mail could not be handled"),
  });
  const onError = (error: unknown) => log.warn({ err: error }, "mail does not come in");
  const receiver = listen && (await openReceiver({ listen, database, clock, tray, isOurs, onError }));
  const onPassedOver = (passed: { uid: number; why: string }) => log.info(passed, "mail was passed over");
  const poller =
    imapUrl === null ? null : createPoller({ url: imapUrl, database, clock, tray, onError, onPassedOver });
  tray.start();
  poller?.start();
  return {
    tray,
    receiver,
    poller,
    close: async () => {
      await Promise.all([receiver?.close(), poller?.stop()]);
      await tray.stop();
    },
  };
}
