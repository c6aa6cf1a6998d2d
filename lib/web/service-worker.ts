// What the browser runs beside the pages, so that the app opens without a network. It never touches what the API says.

/** Filled in by the build: every file of it, a name that changes with them, and addresses of pages that are none of the app's. */
declare const BUILT: { name: string; files: readonly string[]; apart: readonly string[] };

/** The little that this file knows of where it runs: its own library of types does not go together with the pages'. */
interface Worker {
  addEventListener(kind: "install" | "activate", heard: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", heard: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;
const PREFIX = "askwell ";
const HERE = PREFIX + BUILT.name;
const START = "/index.html";
const PATIENCE_MS = 3_000;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(HERE);
      await cache.addAll(BUILT.files.map((file) => new Request(file, { cache: "no-cache" })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== HERE);
      // The build before this one stays: a window that is still open may want a part of it.
      await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (/^\/(api|healthz|readyz)(\/|$)/.test(pathname) || BUILT.apart.includes(pathname)) return;
  if (request.mode === "navigate") event.respondWith(startPage(request));
  else event.respondWith(keptFile(request));
});

/** The newest page there is; the one that is kept where no answer comes soon. */
async function startPage(request: Request): Promise<Response> {
  const kept = await (await caches.open(HERE)).match(START);
  if (kept === undefined) return await fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  const fresh = fetch(request).catch(() => kept);
  const answer = await Promise.race([fresh, late]);
  return answer.status >= 500 ? kept : answer;
}

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? (await fetch(request));
}
