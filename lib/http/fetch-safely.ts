import { lookup } from "node:dns/promises";
import { request as requestPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Problem } from "#lib/kernel/problem.ts";
import { isPublicAddress } from "./public-address.ts";

/** How far into the network a fetch may reach. Handed in whole, so that nothing loosens a part of it by a switch. */
export interface Reach {
  /** The addresses of a host, in figures. */
  resolve(host: string): Promise<readonly string[]>;
  allows(address: string, port: number): boolean;
}

/** The open internet: no address of this machine, of its network, or of its host's. */
export const OPEN_INTERNET: Reach = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  allows: (address, port) => isPublicAddress(address) && (port === 80 || port === 443 || port >= 1024),
};

export interface Wanted {
  url: string;
  reach?: Reach | undefined;
  /** Media types that are taken, in lower case; a server that names none is taken at its word. */
  types: readonly string[];
  mostBytes: number;
  /** For all of it together, redirects too: however slowly it drips. */
  withinMs: number;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_URL = 2_048;
const MOST_HEADER_BYTES = 16_384;

/**
 * Gets what a link that somebody gave leads to. Each hop is looked up once, refused unless every address it has may be reached,
 * and called at that very address, so that a name which points elsewhere a moment later leads nowhere. What stands for a password
 * in the link goes to the first host alone. Throws Problem invalid for a link that can never be read, and unavailable for one that
 * may be later; both say why in words for whoever gave it.
 */
export async function fetchSafely(wanted: Wanted): Promise<Buffer> {
  const given = new AbortController();
  const tooLong = setTimeout(
    () => given.abort(unavailable("the other side took too long to answer")),
    wanted.withinMs,
  );
  try {
    return await follow(wanted, given.signal);
  } catch (error) {
    if (given.signal.aborted) throw given.signal.reason;
    if (error instanceof Problem) throw error;
    throw unavailable(whyNot(error));
  } finally {
    clearTimeout(tooLong);
    given.abort();
  }
}

/** The link as it is called: webcal is https. Throws Problem invalid, saying what is wrong with it. */
export function checkLink(text: string): URL {
  const link = text.trim().replace(/^webcals?:/i, "https:");
  if (link.length > MOST_URL) throw invalidLink("this link is too long to be one");
  const url = URL.parse(link);
  if (!url || url.host === "") throw invalidLink("this is no link; it begins with https:// or webcal://");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw invalidLink("only links that begin with https://, http:// or webcal:// can be read");
  return url;
}

/** The same, for a link that is to be kept: one that names a place inside, or a port that is not called, is refused without a look. */
export function checkOpenLink(text: string): URL {
  const url = checkLink(text);
  const host = hostOf(url);
  if (isIP(host) !== 0) refuseUnless(OPEN_INTERNET, host, [host], portOf(url));
  else if (/(^|\.)localhost\.?$/i.test(host)) throw notOpen(host);
  else refuseUnless(OPEN_INTERNET, host, [SOMEWHERE], portOf(url));
  return url;
}

// Stands for whatever address a name will have: the port is all that is asked about.
const SOMEWHERE = "1.1.1.1";
const USUAL_PORT = 443;

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === "https:" ? 443 : 80);
}

async function follow(wanted: Wanted, signal: AbortSignal): Promise<Buffer> {
  const first = checkLink(wanted.url);
  let url = first;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await call(url, url.origin === first.origin ? first : null, wanted, signal);
    const { statusCode: status = 0, headers } = answer;
    if (!REDIRECTS.has(status)) return await read(answer, wanted, signal);
    answer.destroy();
    const next = headers.location === undefined ? null : URL.parse(headers.location, url);
    if (!next) throw unavailable("the other side sends us on, and does not say where");
    const to = checkLink(next.href);
    if (url.protocol === "https:" && to.protocol === "http:")
      throw invalidLink("this link leads from a secure address to one that is not");
    url = to;
  }
  throw invalidLink("this link leads on and on; take the one it ends at");
}

/** `credentials` is the link whose password may be sent along. */
async function call(
  url: URL,
  credentials: URL | null,
  { reach = OPEN_INTERNET, types }: Wanted,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = hostOf(url);
  const port = portOf(url);
  const address = await addressOf(host, port, reach, signal);
  const options: RequestOptions = {
    method: "GET",
    host,
    port,
    path: url.pathname + url.search,
    agent: false,
    signal,
    maxHeaderSize: MOST_HEADER_BYTES,
    // Pinned: whatever the name means by the time of the call, this is where it goes.
    lookup: (_host, { all }, done) => {
      const family = isIP(address);
      if (all) done(null, [{ address, family }]);
      else done(null, address, family);
    },
    headers: {
      accept: `${types.join(", ")}, */*;q=0.1`,
      "accept-encoding": "gzip, deflate, br",
      "user-agent": "Askwell",
    },
    ...(credentials?.username && {
      auth: `${decodeURIComponent(credentials.username)}:${decodeURIComponent(credentials.password)}`,
    }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === "https:" ? requestSecure : requestPlain)(options, resolve);
  request.on("error", reject);
  request.end();
  return await promise;
}

async function addressOf(host: string, port: number, reach: Reach, signal: AbortSignal): Promise<string> {
  const found = isIP(host) === 0 ? await within(reach.resolve(host), signal) : [host];
  const [address] = found;
  if (address === undefined) throw unavailable(`there is no server called ${host}`);
  refuseUnless(reach, host, found, port);
  return address;
}

/** One address inside among many is a trap: a second call might take it. */
function refuseUnless(reach: Reach, host: string, addresses: readonly string[], port: number): void {
  const closed = addresses.filter((each) => !reach.allows(each, port));
  if (closed.length === 0) return;
  if (closed.every((each) => reach.allows(each, USUAL_PORT)))
    throw invalidLink(`port ${port} is not called; a link has none, or 80, 443, or one from 1024 on`);
  throw notOpen(host);
}

function notOpen(host: string): Problem {
  return invalidLink(`${host} is not on the open internet, so it is not called`);
}

async function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function read(answer: IncomingMessage, wanted: Wanted, signal: AbortSignal): Promise<Buffer> {
  const { statusCode: status = 0, headers } = answer;
  try {
    if (status !== 200) throw refused(status);
    const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (type !== "" && !wanted.types.includes(type))
      throw invalidLink(
        type === "text/html"
          ? "this link leads to a web page; take the one that ends in .ics, or says iCal"
          : `this link leads to ${type.slice(0, 60)}, which is something else`,
      );
    if (Number(headers["content-length"] ?? 0) > wanted.mostBytes) throw tooLarge(wanted.mostBytes);
    return await bytesOf(answer, headers["content-encoding"], wanted.mostBytes, signal);
  } finally {
    answer.destroy();
  }
}

/** What comes, and what it unfolds to, are both counted while they come. */
async function bytesOf(
  answer: IncomingMessage,
  encoding: string | undefined,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const unfold = unfolderFor(encoding);
  let stream: Readable = answer;
  if (unfold) {
    answer.on("error", (error) => unfold.destroy(error));
    signal.addEventListener("abort", () => unfold.destroy(), { once: true });
    stream = answer.pipe(unfold);
  }
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > most) throw tooLarge(most);
      pieces.push(piece);
    }
  } finally {
    unfold?.destroy();
  }
  return Buffer.concat(pieces);
}

function unfolderFor(encoding: string | undefined) {
  const name = encoding?.trim().toLowerCase() ?? "identity";
  if (name === "" || name === "identity") return null;
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "deflate") return createInflate();
  if (name === "br") return createBrotliDecompress();
  throw unavailable("the other side packs it in a way that is not known here");
}

function refused(status: number): Problem {
  if (status === 401 || status === 403)
    return invalidLink("the other side wants a password; take the private link that needs none");
  if (status === 404 || status === 410)
    return invalidLink("there is nothing at this link any more; take a new one");
  return unavailable(`the other side answered ${status}`);
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "there is no server of that name";
  if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EHOSTUNREACH" || code === "ENETUNREACH")
    return "the other side does not answer";
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return "the other side cannot show that it is who it says";
  if (/^Z_|^ERR_BROTLI|^ERR_ZLIB|^ERR__ERROR/.test(code))
    return "what the other side sent cannot be unpacked";
  return "it could not be read to its end";
}

function tooLarge(most: number): Problem {
  return invalidLink(`there is more behind this link than ${Math.floor(most / 1_000_000)} MB`);
}

function invalidLink(reason: string): Problem {
  return new Problem("invalid", reason, "url");
}

function unavailable(reason: string): Problem {
  return new Problem("unavailable", reason);
}
