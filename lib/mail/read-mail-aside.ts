import { Resolver } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Came, Resolve } from "./prove-mail.ts";
import type { Reading } from "./read-mail.ts";
import type { Asked, FromWorker, ToRead, ToWorker } from "./reading-worker.ts";

/** Reads strangers' mail beside the server, one message after the other. */
export interface MailReader {
  /** With `came`, also whether its sender is who they say. Never throws for what stands in a message. */
  read(bytes: Uint8Array, recipients: readonly string[], came: Came | null): Promise<Reading>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;
// A message of 25 MB takes a tenth of a gigabyte.
const MOST_MEMORY_MB = 512;

/**
 * In a thread of its own: a message that takes too long, or too much memory, ends that thread and is refused, and the server has not
 * waited for it. `resolve` asks the DNS; not said: node's.
 */
export function createMailReader({
  resolve = askDns,
  trusted = null,
  patienceMs = PATIENCE_MS,
}: { resolve?: Resolve; trusted?: string | null; patienceMs?: number } = {}): MailReader {
  let worker: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();

  function hire(): Worker {
    const hired = new Worker(new URL("./reading-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    hired.unref();
    hired.on("message", (told: FromWorker) => {
      if ("ask" in told) void answerDns(hired, told, resolve);
    });
    return hired;
  }

  async function readNext(message: ToRead): Promise<Reading> {
    worker ??= hire();
    const given = new AbortController();
    const reading = await Promise.race([
      readingOf(worker, message),
      sleep(patienceMs, refused("it takes too long to read"), { signal: given.signal }).catch(() =>
        refused(""),
      ),
    ]);
    given.abort();
    if (reading.dismiss) {
      const done = worker;
      worker = null;
      await done.terminate();
    }
    return reading.reading;
  }

  return {
    read: (bytes, recipients, came) => {
      const next = before.then(() => readNext({ bytes, recipients, came, trusted }));
      before = next.catch(() => {});
      return next;
    },
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}

interface Outcome {
  reading: Reading;
  /** The thread is not to be used again. */
  dismiss: boolean;
}

function refused(why: string): Outcome {
  return { reading: { mail: null, refused: why }, dismiss: true };
}

function readingOf(worker: Worker, message: ToRead): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      resolve(outcome);
    };
    const onMessage = (told: FromWorker) => {
      if ("reading" in told) end({ reading: told.reading, dismiss: false });
    };
    const onError = (error: Error) => end(refused(`it cannot be read (${error.message.slice(0, 200)})`));
    const onExit = () => end(refused("it cannot be read"));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(message satisfies ToWorker, []);
  });
}

async function answerDns(worker: Worker, { ask, name, type }: Asked, resolve: Resolve): Promise<void> {
  let told: ToWorker;
  try {
    told = { answer: ask, records: await resolve(name, type), code: null };
  } catch (error) {
    const { code = "ESERVFAIL" } = error as { code?: string };
    told = { answer: ask, records: null, code };
  }
  worker.postMessage(told, []);
}

const dns = new Resolver({ timeout: 3_000, tries: 2 });
const askDns: Resolve = (name, type) => dns.resolve(name, type as "TXT");
