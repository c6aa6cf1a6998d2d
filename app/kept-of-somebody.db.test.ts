import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { keptOfSomebody } from "./house.ts";

/** Tables that refer to people, and keep nothing of them that could be shown or taken out. */
const WITHOUT_PEOPLE: Record<string, string> = {
  account_review: "who gave the appointment is named by an id alone, and the review is the company's",
};

/** Columns of words in which nobody outside is named, or which go by another way: why, and which. */
const NO_WORDS: Record<string, string> = {
  "a company's, or the team's own": `
    account.city account.country account.domain account.industry account.name account.name_key account.phone account.search_text
    account.website account_measure.unit business_reason.industry credit.currency deal.currency external_id.system holiday.name holiday_list.country holiday_list.name holiday_list.region ideal_client.industry
    practice_endpoint.model practice_endpoint.url read_calendar.url team.name touch_kind.kind touch_kind.name workspace.currency workspace.default_country workspace.name workspace.postal_address
    workspace.slug workspace.story workspace.time_zone
  `,
  "a member's": `
    api_key.last_four api_key.scopes api_key.secret_hash invitation.mail_hash invitation.token_hash mail_token.token member.email member.name member.user_id
    sign_in_account.access_token sign_in_account.account_id sign_in_account.id sign_in_account.id_token sign_in_account.password sign_in_account.provider_id sign_in_account.refresh_token
    sign_in_account.scope sign_in_account.user_id sign_in_passkey.aaguid sign_in_passkey.credential_id sign_in_passkey.device_type sign_in_passkey.id sign_in_passkey.name sign_in_passkey.public_key
    sign_in_passkey.transports sign_in_passkey.user_id sign_in_seat.user_id sign_in_seat.workspace_name sign_in_secret.secret sign_in_session.id sign_in_session.ip_address sign_in_session.token
    sign_in_session.user_agent sign_in_session.user_id sign_in_user.email sign_in_user.id sign_in_user.image sign_in_user.name sign_in_verification.id sign_in_verification.identifier sign_in_verification.value
  `,
  "a code or a number that the rooms write": `
    account_review_note.point acquaintance.kind ask.against ask.channel ask.moment clock_setting.respond_by clock_setting.respond_cutoff gift.currency gift.duty_kinds
    gift_rule.currency goal.measure goal_acceptance.goals import.assumptions import.counts import.format import_memory.kind import_row.subject_kind job.kind job_ticket.kind journal.currency journal.measure journal.subject_kind
    journal.verb moment_setting.counts moment_setting.stages newsletter.groups newsletter_copy.because occasion.time overnight_answer.answer overnight_answer.asked overnight_answer.question practice_retired.key practice_scenario.rubric practice_score.kept practice_session.scenario
    practice_session.skill practice_take.heard practice_take.type report_answer.question_id sales_meeting.minutes shared_page.language tally.currency tally.measure touch.kind week_promise.duty_id week_promise.measure
    wording.language wording.part wording_use.seed willing_word.point willing_word.question_id willing_word.theme schema_migration.hash schema_migration.name
  `,
  "a fingerprint, or a name that a program gave": `
    answer_letter.message_id calendar_feed.content_hash digest_mail.answers_id digest_mail.answers_key do_not_write_address.key external_id.external_id
    idempotency_key.key idempotency_key.request_hash import.content_hash member_mail.message_key newsletter_copy.key newsletter_reply.mail_key
    noticed_event.event_key polled_mailbox.name practice_endpoint.key_sealed practice_take.wrapped_key rate_window.key report_letter.message_id resting_address.key subscription.key
  `,
  "theirs alone, and gone with them": `
    import_file.bytes person.city person.country person.emails person.family_name person.full_name person.given_name person.linkedin_url person.phones person.search_text
    person.sort_key person.spoken_key person.title person_key.key person_origin.basis person_origin.came_from position.title report_card.role
  `,
  "seen to by the building (lib/storage/forget-somebody.ts)": `
    idempotency_key.answer job.failure job.payload job.progress journal.detail
  `,
  "outside every workspace until it is read, and gone then": `
    arrived_mail.came arrived_mail.failure arrived_mail.raw arrived_mail.recipients
  `,
};

let test: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  test = await openTestDatabase(1);
  owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await test?.drop();
});

const asked = async (text: string) =>
  (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name);

describe("what is kept of somebody", () => {
  it("is said of every table that refers to people", async () => {
    const tables = await asked(`
      select distinct conrelid::regclass::text as name from pg_constraint
       where contype = 'f' and confrelid = 'person'::regclass`);
    expect(tables.length).toBeGreaterThan(30);
    const told = new Set(keptOfSomebody.filter(({ about }) => about).map(({ table }) => table));
    const open = tables.map((name) => name.replaceAll('"', "")).filter((name) => !told.has(name));
    expect(open.toSorted()).toEqual(Object.keys(WITHOUT_PEOPLE).toSorted());
  });

  it("is looked for in every column of words, but for those that are named here with a reason", async () => {
    const words = new Set(
      keptOfSomebody.flatMap(({ table, words: columns = [] }) =>
        columns.map((column) => `${table}.${column}`),
      ),
    );
    const columns = await wordColumns();
    const open = columns.filter((column) => !words.has(column));
    const explained = Object.values(NO_WORDS).flatMap((some) => some.trim().split(/\s+/));
    expect(open.toSorted()).toEqual(explained.toSorted());
    expect([...words].filter((column) => !columns.includes(column))).toEqual([]);
  });
});

/** "table.column" of text, lists of text, JSON and bytes, but for codes that a check allows one by one. */
function wordColumns(): Promise<string[]> {
  return asked(`
    select c.relname || '.' || a.attname as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and format_type(a.atttypid, null) = any('{text,text[],jsonb,bytea}')
       and not exists (
             select from pg_constraint k
              where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                and pg_get_constraintdef(k.oid) ~ '(= ANY|~ )')`);
}
