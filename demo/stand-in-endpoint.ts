import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a test's own server was asked. */
export interface Asked {
  path: string;
  headers: IncomingMessage["headers"];
  body: { model: string; messages: { role: string; content: string }[]; stream: boolean };
}

export interface StandIn {
  url: string;
  asked: Asked[];
  /** What it does next, and from then on. */
  answersWith(answer: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A server on this machine that speaks as much of OpenAI's chat completions as is used here. */
export async function openStandIn(): Promise<StandIn> {
  const asked: Asked[] = [];
  let answer: (response: ServerResponse) => void = completes('{"says": "Good morning.", "end": null}');
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      asked.push({
        path: request.url ?? "",
        headers: request.headers,
        body: JSON.parse(Buffer.concat(pieces).toString() || "{}") as Asked["body"],
      });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answersWith: (next) => {
      answer = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A completion whose text is this. */
export function completes(content: string) {
  return (response: ServerResponse): void => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        id: "chatcmpl-1",
        object: "chat.completion",
        choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
      }),
    );
  };
}

export function refuses(status: number, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, headers).end('{"error": {"message": "the key sk-of-the-test is wrong"}}');
  };
}
