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
  ])("refuses %s=%s at the start, naming it and no password", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
    expect(() => readSettings({ [name]: value })).not.toThrow(/geheim/);
  });

  it("drops the slash at the end of the address", () => {
    expect(readSettings({ ASKWELL_URL: "https://askwell.example.com/" }).url).toBe(
      "https://askwell.example.com",
    );
  });
});
