import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

describe("settings", () => {
  it("has a default for everything", () => {
    expect(readSettings({})).toMatchObject({
      port: 4600,
      host: "127.0.0.1",
      databaseUrl: null,
      smtpUrl: null,
      url: "http://127.0.0.1:4600",
    });
  });

  it.each([
    ["PORT", "47x"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://a:geheim@b/c"],
    ["ASKWELL_URL", "askwell.example.com"],
    ["SMTP_URL", "mail.example.com:25"],
    ["ASKWELL_CONNECTIONS", "1"],
    ["MAIL_ADDRESS", "in.example.com"],
    ["MAIL_ADDRESS", "askwell+x@in.example.com"],
    ["SMTP_LISTEN", "2525"],
    ["SMTP_LISTEN", "127.0.0.1:99999"],
    ["IMAP_URL", "https://a:geheim@imap.example.com"],
    ["IMAP_URL", "imaps://a:geheim@"],
    ["MAIL_AUTH_SERVER", "mx example"],
  ])("refuses %s=%s at the start, naming it and no password", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
    expect(() => readSettings({ [name]: value })).not.toThrow(/geheim/);
  });

  it("reads where mail comes in, and wants to know at which address", () => {
    const ways = { SMTP_LISTEN: "[::1]:2525", IMAP_URL: "imaps://a%40b:c@imap.example.com/Askwell" };
    expect(readSettings({ ...ways, MAIL_ADDRESS: "askwell@in.example.com" })).toMatchObject({
      mailAddress: "askwell@in.example.com",
      smtpListen: { host: "::1", port: 2525 },
      imapUrl: ways.IMAP_URL,
      mailAuthServer: null,
    });
    for (const [name, value] of Object.entries(ways))
      expect(() => readSettings({ [name]: value })).toThrow(/MAIL_ADDRESS is not/);
    const address = { MAIL_ADDRESS: "askwell@in.example.com" };
    expect(() => readSettings({ MAIL_AUTH_SERVER: "mx.example.com" })).toThrow(/MAIL_ADDRESS is not/);
    expect(() => readSettings({ ...address, MAIL_AUTH_SERVER: "mx.example.com" })).toThrow(/SMTP_LISTEN/);
    expect(() => readSettings({ ...address, IMAP_URL: "imaps://imap.example.com/INBOX" })).toThrow(
      /IMAP_URL/,
    );
    expect(readSettings({ ...address, MAIL_AUTH_SERVER: "mx.example.com", ...ways })).toMatchObject({
      mailAuthServer: "mx.example.com",
    });
  });

  it("drops the slash at the end of the address", () => {
    expect(readSettings({ ASKWELL_URL: "https://askwell.example.com/" }).url).toBe(
      "https://askwell.example.com",
    );
  });
});
