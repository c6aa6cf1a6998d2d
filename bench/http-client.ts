import { Agent, request } from "node:http";

export interface HttpAnswer {
  status: number;
  body: string;
}

/** One client: a handful of connections that stay open, as a browser's do, and the same headers on each request. */
export interface HttpClient {
  /** The body of a 200. Throws for any other answer. */
  get(path: string): Promise<string>;
  send(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
  sendBytes(method: string, path: string, bytes: Uint8Array): Promise<HttpAnswer>;
  close(): void;
}

const CONNECTIONS = 6;

/** `url` is the server's; paths begin with a slash. */
export function openHttpClient(url: string, headers: Record<string, string>): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  function call(
    method: string,
    path: string,
    more: Record<string, string>,
    body?: string | Uint8Array,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const asked = request(url + path, { method, agent, headers: { ...headers, ...more } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }),
        );
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }

  return {
    async get(path) {
      const { status, body } = await call("GET", path, {});
      if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${body.slice(0, 300)}`);
      return body;
    },
    send(method, path, body, more = {}) {
      const text = JSON.stringify(body ?? null);
      const length = String(Buffer.byteLength(text));
      return call(
        method,
        path,
        { ...more, "content-type": "application/json", "content-length": length },
        text,
      );
    },
    sendBytes(method, path, bytes) {
      const told = { "content-type": "application/octet-stream", "content-length": String(bytes.length) };
      return call(method, path, told, bytes);
    },
    close: () => agent.destroy(),
  };
}
