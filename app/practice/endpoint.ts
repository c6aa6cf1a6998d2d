import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

export const ENDPOINT_SECONDS = { least: 2, usual: 20, most: 60 } as const;
export const LONGEST_KEY = 500;
const LONGEST_URL = 500;
const LONGEST_MODEL = 200;
const PATH = "/chat/completions";

/**
 * The address as it is called. Taken are the whole of it and the base that such servers state ("https://api.example.com/v1"). Throws
 * Problem invalid.
 */
export function cleanEndpointUrl(text: string): string {
  const url = URL.parse(text.trim());
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:") || url.host === "")
    throw invalid("it begins with https:// or http://", "url");
  if (url.username !== "" || url.password !== "")
    throw invalid("put the key below, not into the address", "url");
  url.hash = "";
  const path = url.pathname.replace(/\/+$/, "");
  url.pathname = path.endsWith(PATH) ? path : path + PATH;
  if (url.href.length > LONGEST_URL) throw invalid("this address is too long to be one", "url");
  return url.href;
}

/** Throws Problem invalid. */
export function cleanModel(text: string): string {
  const model = cleanText(text, LONGEST_MODEL, "model");
  if (model === null) throw invalid("say which model is to answer", "model");
  return model;
}

/** "localhost:11434": whom the words go to. */
export function hostOf(url: string): string {
  return new URL(url).host;
}
