import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Problem } from "#lib/kernel/problem.ts";

type FetchCallback = Parameters<typeof serve>[0]["fetch"];

export interface Listening {
  port: number;
  /** Takes no more requests, lets those in hand end (at most `patienceMs`), and closes. */
  close(patienceMs?: number): Promise<void>;
}

/** Throws Problem unavailable when the port is taken. */
export function listen(fetch: FetchCallback, port: number, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, (address) => {
      resolve({ port: address.port, close: (patienceMs = 10_000) => close(server, patienceMs) });
    }) as Server;
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = new Problem(
        "unavailable",
        `port ${port} on ${host} is taken; stop what uses it, or set PORT to another`,
      );
      const why = whyNot(error);
      const reason = `nothing can listen at ${host}:${port} (HOST, PORT): ${why}`;
      reject(error.code === "EADDRINUSE" ? taken : new Problem("unavailable", reason));
    });
  });
}

/** Why nobody can listen there, in words. */
export function whyNot({ code, message }: NodeJS.ErrnoException): string {
  return (code !== undefined && WHY_NOT[code]) || code || message;
}

const WHY_NOT: Record<string, string> = {
  EADDRINUSE: "something else listens there already",
  EADDRNOTAVAIL: "it is no address of this machine",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "that name cannot be looked up just now",
  EACCES: "this account may not; ports below 1024 are for the administrator",
};

function close(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), patienceMs);
    // A connection whose last request ends now would stay open for the next one.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
}
