import { openDatabase } from "#lib/storage/database.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { letterDrill } from "./letter-drill.ts";
import { createMailer, type MailDoor, type Mailer } from "#lib/mail/send.ts";
import { openLetterSink } from "./letter-sink.ts";
import { heading, ms, scaleAsked } from "./measure.ts";
import { withScratch } from "./scratch.ts";

const scale = scaleAsked();
heading("letters to many, with kills in the middle", scale);
const letters = Math.round(10_000 * scale);
const kills = Math.max(2, Math.round(12 * scale));

await withScratch({ name: "letters", fill: async () => {} }, async ({ ownerUrl }) => {
  const database = await openDatabase({ url: ownerUrl, role: SERVER_ROLE, connections: 4 });
  try {
    const { workspaceId, ownerId } = await openWorkspace(
      database,
      {
        settings: {
          name: `Drill ${Date.now()}`,
          timeZone: "Europe/Berlin",
          currency: "EUR",
          defaultCountry: "US",
          calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
        },
        owner: { name: "Lena Drill", email: "lena@drill.example", userId: null },
      },
      new Date("2026-11-02T08:00:00Z"),
    );
    const drill = { database, ownerUrl, workspaceId, leaderId: ownerId, letters, kills };
    const result = await letterDrill({ ...drill, say: console.log });
    const { twice, missing, doubtful, seconds, perSecond, connections, dryRunMs } = result;
    console.log(`who gets it and who not, and why, of ${result.letters}: ${ms(dryRunMs)} ms`);
    console.log(
      `${result.letters} letters, killed ${result.kills} times, ${seconds.toFixed(1)} s with the starts, ` +
        `${perSecond.toFixed(0)} a second, ${connections} connections`,
    );
    console.log(`twice ${twice.length}, missing ${missing.length}`);
    console.log(
      `in doubt ${doubtful.length}: ${doubtful.map(({ address, arrived }) => `${address} ${arrived ? "arrived" : "did not"}`).join(", ") || "none"}`,
    );
    const once = result.letters - twice.length - missing.length - doubtful.length;
    console.log(
      `ratio of letters that came exactly once or are named as in doubt: ${((once + doubtful.length) / result.letters).toFixed(3)}`,
    );
    const alone = await handOver(200, (mailer, letters) => inTurn(letters, mailer));
    const together = await handOver(200, (mailer, letters) => mailer.together((one) => inTurn(letters, one)));
    console.log(
      `handing over, to this machine without TLS: ${ms(alone)} ms a letter each over its own connection, ${ms(together)} ms together; ratio ${(alone / together).toFixed(2)}`,
    );
    process.exitCode = twice.length + missing.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
});

/** Milliseconds a letter. */
async function handOver(
  letters: number,
  work: (mailer: MailDoor, letters: number) => Promise<unknown>,
): Promise<number> {
  const sink = await openLetterSink();
  try {
    const mailer = createMailer(sink.url, "http://127.0.0.1:4600");
    const began = performance.now();
    await work(mailer, letters);
    return (performance.now() - began) / letters;
  } finally {
    await sink.close();
  }
}

async function inTurn(letters: number, mailer: Mailer): Promise<void> {
  for (let n = 0; n < letters; n += 1)
    await mailer.send({
      to: { name: `Number ${n}`, address: `n${n}@sink.example` },
      subject: "Drill",
      text: "Hello",
      html: "<p>Hello</p>",
    });
}
