import { lookup } from "node:dns/promises";
import { request as requestPlain, type IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import { BlockList, isIP } from "node:net";
import { Problem } from "#lib/kernel/problem.ts";

export interface Posted {
  url: string;
  /** Sent as `Authorization: Bearer`. */
  key: string | null;
  body: unknown;
  withinMs: number;
  mostBytes: number;
}

// Where machines keep their own secrets: link-local addresses, with every cloud's metadata server, and Azure's.
const never = new BlockList();
never.addSubnet("169.254.0.0", 16, "ipv4");
never.addAddress("168.63.129.16", "ipv4");
never.addAddress("100.100.100.200", "ipv4");
never.addSubnet("0.0.0.0", 8, "ipv4");
never.addSubnet("224.0.0.0", 3, "ipv4");
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("::", "ipv6");
never.addSubnet("ff00::", 8, "ipv6");
// Stands for an IPv4 address, any of the above among them.
never.addSubnet("64:ff9b::", 96, "ipv6");

/**
 * Posts JSON to an address that an administrator set, on this machine or its network, too, and reads JSON back. Goes to the very
 * address that was looked up, follows no redirect, reads no more than `mostBytes`, and has `withinMs` for all of it. Throws Problem
 * unavailable with a sentence that repeats nothing of what the other side said.
 */
export async function postSafely({ url, key, body, withinMs, mostBytes }: Posted): Promise<unknown> {
  const given = new AbortController();
  const tooLong = setTimeout(
    () => given.abort(unavailable(`it took longer than ${Math.round(withinMs / 1_000)} seconds to answer`)),
    withinMs,
  );
  try {
    const answer = await call(new URL(url), key, JSON.stringify(body), given.signal);
    try {
      const { statusCode: status = 0 } = answer;
      if (status !== 200) throw refused(status);
      return parsed(await textOf(answer, mostBytes));
    } finally {
      answer.destroy();
    }
  } catch (error) {
    if (given.signal.aborted) throw given.signal.reason;
    if (error instanceof Problem) throw error;
    throw unavailable(whyNot(error));
  } finally {
    clearTimeout(tooLong);
    given.abort();
  }
}

async function call(
  url: URL,
  key: string | null,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const address = await addressOf(host);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const secure = url.protocol === "https:";
  const request = (secure ? requestSecure : requestPlain)(
    {
      method: "POST",
      host,
      port: Number(url.port) || (secure ? 443 : 80),
      path: url.pathname + url.search,
      agent: false,
      signal,
      maxHeaderSize: 16_384,
      // Pinned: whatever the name means by the time of the call, this is where it goes.
      lookup: (_host, { all }, done) => {
        const family = isIP(address);
        if (all) done(null, [{ address, family }]);
        else done(null, address, family);
      },
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        accept: "application/json",
        "accept-encoding": "identity",
        "user-agent": "Askwell",
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
    },
    resolve,
  );
  request.on("error", reject);
  request.end(body);
  return await promise;
}

async function addressOf(host: string): Promise<string> {
  const found = isIP(host) === 0 ? await lookup(host, { all: true, verbatim: true }) : [{ address: host }];
  const [first] = found;
  if (!first) throw unavailable("there is no server of that name");
  for (const { address } of found) {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    if (never.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4"))
      throw unavailable("that address is one of a machine's own and is not called");
  }
  return first.address;
}

async function textOf(answer: IncomingMessage, most: number): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) throw unavailable(`it answered more than ${Math.round(most / 1_000)} KB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unavailable("it answered something that is no JSON");
  }
}

function refused(status: number): Problem {
  if (status === 401 || status === 403) return unavailable("it does not take this key");
  if (status === 404) return unavailable("there is nothing at this address, or no model of that name");
  if (status === 429) return unavailable("it has had too many questions, or its allowance is used up");
  if (status >= 300 && status < 400) return unavailable("it sends us on to another address; set that one");
  if (status === 400 || status === 422)
    return unavailable("it does not take the question; look at the model's name");
  return unavailable(`it answered ${status}`);
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "there is no server of that name";
  if (code === "ECONNREFUSED" || code === "EHOSTUNREACH" || code === "ENETUNREACH")
    return "nobody answers at that address";
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "it cannot show that it is who it says";
  return "the answer broke off";
}

function unavailable(reason: string): Problem {
  return new Problem("unavailable", reason);
}
