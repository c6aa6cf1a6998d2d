import { invalid, Problem } from "#lib/kernel/problem.ts";

/** The text of a body of at most `most` bytes. Throws Problem too-large as soon as more has come, not after all of it has. */
export async function textOf(request: Request, most: number): Promise<string> {
  const told = request.headers.get("content-length");
  if (told === null) return new TextDecoder().decode(await bytesOf(request, most));
  if (Number(told) > most) throw tooLarge(most);
  return request.text();
}

/** The same for a file. */
export async function bytesOf(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What a JSON body says; an empty one says {}. Throws Problem invalid. */
export function jsonOf(text: string): unknown {
  if (text === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid("the body is not JSON");
  }
  if (text.includes("\\u")) refuseUnkeepable(value);
  return value;
}

/** Throws Problem invalid for text that PostgreSQL cannot keep: zero characters, and halves of a surrogate pair. */
export function refuseUnkeepable(value: unknown): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed())
      throw invalid("there is a character in this that no text can hold");
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      refuseUnkeepable(key);
      refuseUnkeepable(inner);
    }
  }
}

function tooLarge(most: number): Problem {
  const megabytes = Math.round(most / 1e5) / 10;
  return new Problem("too-large", `this is more than a request may hold here (${megabytes} MB)`);
}
