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
    ["HOST", "foo bar"],
    ["HOST", "http://127.0.0.1"],
    ["HOST", "127.0.0.1:4600"],
    ["DATABASE_URL", "postgres:/a/b"],
    ["DATABASE_URL", "postgres://a:geheim@b:99999/c"],
    ["ASKWELL_URL", "https://"],
    ["ASKWELL_URL", "https://a b"],
    ["ASKWELL_URL", "https://a:geheim@askwell.example.com"],
    ["ASKWELL_URL", "https://askwell.example.com/crm"],
    ["ASKWELL_URL", "https://askwell.example.com?"],
    ["ASKWELL_LOG", "loud"],
    ["SMTP_URL", "smtp://"],
    ["SMTP_URL", "smtp://:25"],
    ["SMTP_URL", "smtp://a:geheim@"],
    ["SMTP_URL", "smtp://a:ge%heim@mail.example.com"],
    ["SMTP_URL", "smtp://a:25/geheim@mail.example.com"],
    ["SMTP_URL", "smtp://mail.example.com:99999"],
    ["SMTP_URL", "smtp://mail.example.com?from=Askwell"],
    ["SMTP_URL", "smtp://mail.example.com?from="],
    ["SMTP_URL", "smtp://mail.example.com?from=a@b.de,c@d.de"],
    ["IMAP_URL", "imaps://"],
    ["IMAP_URL", "imaps://a:ge%heim@imap.example.com"],
    ["IMAP_URL", "imaps://a:b@imap.example.com/%zz"],
    ["SMTP_LISTEN", "smtp://127.0.0.1:25"],
    ["SMTP_LISTEN", ":25"],
    ["ASKWELL_CONNECTIONS", "1e2"],
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

  it.each([
    ["HOST", "0.0.0.0", { host: "0.0.0.0", url: "http://0.0.0.0:4600" }],
    ["HOST", "::1", { host: "::1", url: "http://[::1]:4600" }],
    ["HOST", "[::1]", { host: "::1", url: "http://[::1]:4600" }],
    ["DATABASE_URL", "postgres://a:b%zz@c/d", { databaseUrl: "postgres://a:b%zz@c/d" }],
    ["DATABASE_URL", "postgres:///d?host=/run", { databaseUrl: "postgres:///d?host=/run" }],
    ["DATABASE_URL", "postgres://a:b@/d?host=/run", { databaseUrl: "postgres://a:b@/d?host=/run" }],
    ["ASKWELL_URL", "https://askwell.example.com:8443/", { url: "https://askwell.example.com:8443" }],
    ["ASKWELL_URL", "http://[::1]:4600", { url: "http://[::1]:4600" }],
    ["ASKWELL_LOG", "INFO", { logLevel: "info" }],
    ["ASKWELL_LOG", "silent", { logLevel: "silent" }],
    [
      "SMTP_URL",
      "smtps://a%40b.de:%25@mail.example.com",
      { smtpUrl: "smtps://a%40b.de:%25@mail.example.com" },
    ],
    ["SMTP_URL", "smtp://[::1]:25/?from=Ask%20<a@b.de>", { smtpUrl: "smtp://[::1]:25/?from=Ask%20<a@b.de>" }],
  ])("takes %s=%s", (name, value, settings) => {
    expect(readSettings({ [name]: value })).toMatchObject(settings);
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
