import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkLink,
  checkOpenLink,
  fetchSafely,
  OPEN_INTERNET,
  type Reach,
  type Wanted,
} from "./fetch-safely.ts";
import { isPublicAddress } from "./public-address.ts";

const HELLO = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
const seen: { path: string; headers: IncomingMessage["headers"] }[] = [];
const asked: string[] = [];
let port: number;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://x");
  seen.push({ path: pathname, headers: request.headers });
  const answer = answers[pathname];
  if (answer) answer(response);
  else response.writeHead(404).end();
});

const plain =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/calendar; charset=utf-8", ...headers }).end(body);
  };
const to = (location: string) => (response: ServerResponse) => response.writeHead(302, { location }).end();

const answers: Record<string, (response: ServerResponse) => void> = {
  "/plain.ics": plain(HELLO),
  "/gzip.ics": plain(gzipSync(HELLO), { "content-encoding": "gzip" }),
  "/br.ics": plain(brotliCompressSync(HELLO), { "content-encoding": "br" }),
  "/odd.ics": plain(HELLO, { "content-encoding": "zstd" }),
  "/torn.ics": plain(gzipSync(HELLO).subarray(0, 12), { "content-encoding": "gzip" }),
  "/bomb.ics": plain(gzipSync(Buffer.alloc(40_000_000)), { "content-encoding": "gzip" }),
  "/page.ics": plain("<html>", { "content-type": "text/html" }),
  "/untold.ics": (response) => response.writeHead(200).end(HELLO),
  "/long.ics": plain("x".repeat(200_000)),
  "/says-long.ics": (response) => {
    response.writeHead(200, { "content-type": "text/calendar", "content-length": "900000000" });
    response.write("x");
  },
  "/endless.ics": (response) => {
    response.writeHead(200, { "content-type": "text/calendar" });
    const more = setInterval(() => response.write("x".repeat(65_536)), 1);
    response.on("close", () => clearInterval(more));
  },
  "/drip.ics": (response) => {
    response.writeHead(200, { "content-type": "text/calendar" });
    const more = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(more));
  },
  "/silent.ics": () => {},
  "/private.ics": (response) => response.writeHead(401).end(),
  "/broken.ics": (response) => response.writeHead(503).end(),
  "/once": to("/plain.ics"),
  "/round": to("/round"),
  "/inside": to("http://inside.test/secret.ics"),
  "/figures": to("http://10.0.0.8/secret.ics"),
  "/metadata": to("http://169.254.169.254/latest/meta-data/"),
  "/file": to("file:///etc/passwd"),
  "/elsewhere": (response) => to(`http://other.test:${port}/plain.ics`)(response),
};

// Names mean this machine here, or a place inside; the rule for figures is the real one otherwise.
const names: Record<string, string[]> = {
  "calendar.test": ["127.0.0.1"],
  "other.test": ["127.0.0.1"],
  "inside.test": ["192.168.1.7"],
  "mixed.test": ["127.0.0.1", "10.1.1.1"],
  "nobody.test": [],
};
const reach: Reach = {
  resolve: async (host) => {
    asked.push(host);
    return names[host] ?? [];
  },
  allows: (address, at) => (address === "127.0.0.1" && at === port) || OPEN_INTERNET.allows(address, at),
};

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function get(path: string, some: Partial<Wanted> = {}, host = "calendar.test") {
  return fetchSafely({
    url: path.includes("//") ? path : `http://${host}:${port}${path}`,
    reach,
    types: ["text/calendar", "text/plain"],
    mostBytes: 100_000,
    withinMs: 3_000,
    ...some,
  });
}

const textOf = (fetched: Buffer) => fetched.toString();

describe("addresses", () => {
  it.each(
    "127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 100.64.0.1 100.100.100.200 168.63.129.16 192.0.0.192 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:a00:1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1::1 2001::1 2001:db8::1 3fff::1 fec0::1 100::1 5f00::1 localhost 1.2.3 1.2.3.4.5 0x7f000001 2130706433".split(
      " ",
    ),
  )("%s is not of the open internet", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["1.1.1.1", "142.250.185.78", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"])(
    "%s is",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe("links", () => {
  it.each([
    ["webcal://Example.com/a.ics", "https://example.com/a.ics"],
    ["  https://example.com/a.ics?x=1#y", "https://example.com/a.ics?x=1#y"],
    ["http://example.com:8080/a.ics", "http://example.com:8080/a.ics"],
  ])("%s is called as %s", (text, href) => {
    expect(checkLink(text).href).toBe(href);
  });

  it.each([
    "file:///etc/passwd",
    "ftp://example.com/a",
    "data:text/calendar,x",
    "gopher://x/",
    "a.ics",
    "",
    "https://",
    `https://x/${"a".repeat(3000)}`,
  ])("%s is refused", (text) => {
    expect(() => checkLink(text)).toThrow(expect.objectContaining({ kind: "invalid", field: "url" }));
  });

  // What a browser's address bar takes for an address in figures is one here too.
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fd00:ec2::254]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0/",
    "http://localhost/",
  ])("%s is not called, as the server is set up", async (url) => {
    const tried = get(url, { reach: undefined });
    await expect(tried).rejects.toMatchObject({ kind: "invalid" });
    await expect(tried).rejects.toThrow("not on the open internet");
    expect(() => checkOpenLink(url)).toThrow("not on the open internet");
  });

  it.each(["https://1.1.1.1:25/", "https://8.8.8.8:22/a.ics"])(
    "%s is not called, for its port",
    async (url) => {
      const words = `port ${new URL(url).port} is not called`;
      await expect(get(url, { reach: undefined })).rejects.toThrow(words);
      expect(() => checkOpenLink(url)).toThrow(words);
    },
  );

  it("are kept where they may lead to the open internet, on a port that is called", () => {
    expect(checkOpenLink("webcal://example.com:8443/a.ics").href).toBe("https://example.com:8443/a.ics");
    expect(checkOpenLink("https://8.8.8.8/a.ics").href).toBe("https://8.8.8.8/a.ics");
    expect(() => checkOpenLink("https://example.com:25/a.ics")).toThrow("port 25 is not called");
    expect(() => checkOpenLink("https://calendar.localhost/a.ics")).toThrow("not on the open internet");
  });
});

describe("what is fetched", () => {
  it.each(["/plain.ics", "/gzip.ics", "/br.ics", "/untold.ics", "/once"])("%s", async (path) => {
    expect(textOf(await get(path))).toBe(HELLO);
  });

  it.each([
    ["/page.ics", "invalid", "web page"],
    ["/long.ics", "invalid", "more behind this link"],
    ["/says-long.ics", "invalid", "more behind this link"],
    ["/endless.ics", "invalid", "more behind this link"],
    ["/bomb.ics", "invalid", "more behind this link"],
    ["/odd.ics", "unavailable", "packs it"],
    ["/torn.ics", "unavailable", "unpacked"],
    ["/private.ics", "invalid", "wants a password"],
    ["/nothing.ics", "invalid", "nothing at this link"],
    ["/broken.ics", "unavailable", "answered 503"],
    ["/round", "invalid", "on and on"],
    ["/inside", "invalid", "inside.test is not on the open internet"],
    ["/figures", "invalid", "10.0.0.8 is not on the open internet"],
    ["/metadata", "invalid", "169.254.169.254 is not on the open internet"],
    ["/file", "invalid", "begins with https"],
  ])("%s is refused (%s)", async (path, kind, words) => {
    const tried = get(path);
    await expect(tried).rejects.toMatchObject({ kind });
    await expect(tried).rejects.toThrow(words);
  });

  it.each(["/drip.ics", "/silent.ics"])("%s is given up in time", async (path) => {
    const tried = get(path, { withinMs: 250 });
    await expect(tried).rejects.toMatchObject({ kind: "unavailable" });
    await expect(tried).rejects.toThrow("took too long");
  });

  it("gives up a name that is never looked up to its end", async () => {
    const stuck: Reach = { ...reach, resolve: () => new Promise(() => {}) };
    await expect(get("/plain.ics", { reach: stuck, withinMs: 200 })).rejects.toThrow("took too long");
  });

  it("refuses a name with one address inside among others, and one that has none", async () => {
    await expect(get("/plain.ics", {}, "mixed.test")).rejects.toThrow("not on the open internet");
    await expect(get("/plain.ics", {}, "nobody.test")).rejects.toThrow("no server called nobody.test");
  });

  it("looks a name up once a call, and calls what it found then: a second answer changes nothing", async () => {
    let calls = 0;
    const rebinding: Reach = {
      ...reach,
      resolve: async () => (calls++ === 0 ? ["127.0.0.1"] : ["10.0.0.1"]),
    };
    expect(textOf(await get("/plain.ics", { reach: rebinding }))).toBe(HELLO);
    expect(calls).toBe(1);
    await expect(get("/plain.ics", { reach: rebinding })).rejects.toThrow("not on the open internet");
  });

  it("sends a password in the link to its own host and to no other, and no cookie to any", async () => {
    seen.length = 0;
    await get(`http://mia:secret@calendar.test:${port}/elsewhere`);
    expect(seen.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ["/elsewhere", `Basic ${btoa("mia:secret")}`],
      ["/plain.ics", undefined],
    ]);
    expect(seen.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)).toBe(
      true,
    );
    expect(seen[1]?.headers.host).toBe(`other.test:${port}`);
  });
});
