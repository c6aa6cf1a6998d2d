import { expect, it } from "vitest";
import { passkeyHome } from "./passkey-home.ts";

it.each([
  ["https://askwell.example.com", { id: "askwell.example.com", origin: "https://askwell.example.com" }],
  [
    "https://askwell.example.com:8443",
    { id: "askwell.example.com", origin: "https://askwell.example.com:8443" },
  ],
  ["http://localhost:4600", { id: "localhost", origin: "http://localhost:4600" }],
  ["http://127.0.0.1:4600", { id: "localhost", origin: "http://localhost:4600" }],
  ["http://[::1]:4600", { id: "localhost", origin: "http://localhost:4600" }],
  ["http://192.168.1.20:4600", null],
  ["http://[fd00::1]:4600", null],
])("passkeys of %s are at home at %o", (url, home) => {
  expect(passkeyHome(url)).toEqual(home);
});
