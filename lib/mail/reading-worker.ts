import { parentPort } from "node:worker_threads";
import { proofOf, type Came, type Resolve } from "./prove-mail.ts";
import { readMail, type Reading } from "./read-mail.ts";

export interface ToRead {
  bytes: Uint8Array;
  recipients: readonly string[];
  /** Null: nobody is to look at its sender. */
  came: Came | null;
  trusted: string | null;
}

/** What the worker asks of the server: a look into the DNS. */
export interface Asked {
  ask: number;
  name: string;
  type: string;
}

export type FromWorker = Asked | { reading: Reading };

export interface Answered {
  answer: number;
  records: string[] | string[][] | null;
  /** "ENOTFOUND", say, where there are none. */
  code: string | null;
}

export type ToWorker = ToRead | Answered;

const waiting = new Map<number, PromiseWithResolvers<string[] | string[][]>>();
let asked = 0;

const resolve: Resolve = (name, type) => {
  asked += 1;
  const answer = Promise.withResolvers<string[] | string[][]>();
  waiting.set(asked, answer);
  parentPort?.postMessage({ ask: asked, name, type } satisfies FromWorker, []);
  return answer.promise;
};

async function read({ bytes, recipients, came, trusted }: ToRead): Promise<Reading> {
  const reading = await readMail(bytes, recipients);
  if (reading.mail === null || came === null) return reading;
  const writer = reading.mail.from?.address ?? "";
  const isProven = await proofOf(bytes, came, writer, { resolve, trusted }).catch(() => false);
  return { mail: { ...reading.mail, isProven }, refused: null };
}

parentPort?.on("message", (told: ToWorker) => {
  if ("bytes" in told) {
    void read(told).then((reading) => parentPort?.postMessage({ reading } satisfies FromWorker, []));
    return;
  }
  const { answer, records, code } = told;
  if (records) waiting.get(answer)?.resolve(records);
  else waiting.get(answer)?.reject(Object.assign(new Error(code ?? "no answer"), { code }));
  waiting.delete(answer);
});
