import { tmpdir } from "node:os";
import { pino } from "pino";
import { openDatabase } from "#lib/storage/database.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";
import { buildHouse } from "../app/house.ts";

// A server as far as letters go: works off what is queued until it is killed. Its clock runs ahead of the wall's by what it is told,
// so that a job which was cut off is due again at once.
const { LETTER_DRILL_DATABASE = "", LETTER_DRILL_SMTP = "", LETTER_DRILL_AHEAD = "0" } = process.env;
const startedAt = Date.now();
const from = Date.parse(process.env["LETTER_DRILL_FROM"] ?? "");
const clock = {
  now: () => new Date(from + Number(LETTER_DRILL_AHEAD) + (Date.now() - startedAt)),
};
const database = await openDatabase({ url: LETTER_DRILL_DATABASE, role: SERVER_ROLE, connections: 4 });
const { worker } = buildHouse({
  database,
  clock,
  log: pino({ level: "error" }),
  url: "http://127.0.0.1:4600",
  secret: "a secret of the drill of letters, as long as it must be",
  smtpUrl: LETTER_DRILL_SMTP,
  dataFolder: tmpdir(),
});
worker.start();
process.send?.("up");
process.on("disconnect", () => process.exit());
