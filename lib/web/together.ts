import { inAddress, problemIn, read, type Query } from "./api.ts";

interface Asked {
  path: string;
  signal: AbortSignal | undefined;
  resolve: (answer: unknown) => void;
  reject: (thrown: unknown) => void;
}

interface Answered {
  answers: { status: number; body: unknown }[];
}

// As many as the server takes, in an address that everything between us lets through.
const MOST_READS = 30;
const MOST_CHARACTERS = 4_000;

let waiting: Asked[] = [];

/** The same as `read`; what a page asks for in the same moment travels in one request. Not for what is read before signing in. */
export async function readTogether<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const answer = await new Promise<unknown>((resolve, reject) => {
    if (waiting.length === 0) setTimeout(sendAll);
    waiting.push({ path: path + inAddress(query), signal, resolve, reject });
  });
  return answer as T;
}

function sendAll(): void {
  const asked = waiting.filter(({ signal }) => signal?.aborted !== true);
  for (const { signal, reject } of waiting) if (signal?.aborted === true) reject(signal.reason);
  waiting = [];
  for (const load of loadsOf(asked)) void (load.length === 1 ? sendAlone(load[0] as Asked) : send(load));
}

function loadsOf(asked: readonly Asked[]): Asked[][] {
  const loads: Asked[][] = [];
  let room = 0;
  for (const one of asked) {
    const size = encodeURIComponent(one.path).length + "&of=".length;
    if (size > room || loads.at(-1)?.length === MOST_READS) {
      loads.push([]);
      room = MOST_CHARACTERS;
    }
    loads.at(-1)?.push(one);
    room -= size;
  }
  return loads;
}

async function sendAlone({ path, signal, resolve, reject }: Asked): Promise<void> {
  try {
    resolve(await read(path, {}, signal));
  } catch (thrown) {
    reject(thrown);
  }
}

/** Once none of them is wanted any more the request is given up. */
async function send(load: readonly Asked[]): Promise<void> {
  const unwanted = new AbortController();
  for (const { signal } of load) {
    signal?.addEventListener("abort", () => {
      if (load.every((one) => one.signal?.aborted === true)) unwanted.abort(signal.reason);
    });
  }
  try {
    const paths = load.map(({ path }) => path);
    const { answers } = await read<Answered>("/reads", { of: paths }, unwanted.signal);
    load.forEach((one, at) => settle(one, answers[at]));
  } catch (thrown) {
    for (const { reject } of load) reject(thrown);
  }
}

/** A fault in one spoils those that came after it in the same transaction, so each of them is asked again alone. */
function settle(one: Asked, answer: Answered["answers"][number] | undefined): void {
  if (answer === undefined || answer.status >= 500) return void sendAlone(one);
  if (answer.status < 300) return one.resolve(answer.body);
  one.reject(problemIn(answer.status, answer.body));
}
