import { join } from "node:path";
import type { Logger } from "pino";
import { createApi, type Api } from "#lib/http/api.ts";
import { frontMatter, stand } from "#lib/http/front.ts";
import { securityHeaders } from "#lib/http/guard.ts";
import { healthRoutes } from "#lib/http/health.ts";
import type { Reach } from "#lib/http/fetch-safely.ts";
import { openApiRoutes } from "#lib/http/openapi.ts";
import { readsRoutes } from "#lib/http/reads.ts";
import { createWorker, type JobKind, type Worker } from "#lib/jobs/worker.ts";
import type { TakeMail } from "#lib/mail/incoming.ts";
import { ourAddress } from "#lib/mail/our-address.ts";
import { tellInTurn } from "#lib/mail/round.ts";
import { createMessageIds } from "#lib/mail/message-ids.ts";
import { createMailer, type MailDoor } from "#lib/mail/send.ts";
import type { Clock } from "#lib/kernel/clock.ts";
import type { Database } from "#lib/storage/database.ts";
import { counterCheck, tallyCheck, timelineCheck, type Check } from "#lib/storage/verify.ts";
import { MIGRATIONS_FOLDER } from "#lib/storage/migrate.ts";
import { createSealedFiles } from "#lib/storage/sealed-files.ts";
import { createSealedWords } from "#lib/storage/sealed-words.ts";
import { demoJob } from "#demo/demo-jobs.ts";
import { accountKept } from "#accounts/account-kept-store.ts";
import { askKept } from "#asks/ask-kept-store.ts";
import { costKept } from "#results/cost-kept-store.ts";
import { commitmentKept } from "#commitments/commitment-kept-store.ts";
import { dealKept } from "#deals/deal-kept-store.ts";
import { doorKept } from "#doors/door-kept-store.ts";
import { givingKept } from "#giving/giving-kept-store.ts";
import { importKept } from "#imports/import-kept-store.ts";
import { letterKept } from "#letters/letter-kept-store.ts";
import { loopKept } from "#loops/loop-kept-store.ts";
import { meetingKept } from "#meetings/meeting-kept-store.ts";
import { personKept } from "#people/person-kept-store.ts";
import { praiseKept } from "#coaching/praise-kept-store.ts";
import { practiceKept } from "#practice/practice-kept-store.ts";
import { referralKept } from "#referrals/referral-kept-store.ts";
import { reviewKept } from "#reviews/review-kept-store.ts";
import { sharingKept } from "#sharing/sharing-kept-store.ts";
import { teamKept } from "#team/team-kept-store.ts";
import { todayKept } from "#today/today-kept-store.ts";
import { touchKept } from "#touches/touch-kept-store.ts";
import { erasureRoutes } from "#people/erasure-routes.ts";
import { timelineRoutes } from "#people/timeline-routes.ts";
import { coachingToldToFew } from "#coaching/told-to-few.ts";
import { weeksToldToFew } from "#commitments/told-to-few-actions.ts";
import { practiceToldToFew } from "#practice/told-to-few.ts";
import { programmeToldToFew } from "#programme/told-to-few.ts";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";
import { accountRoutes } from "#accounts/account-routes.ts";
import { askRoutes } from "#asks/ask-routes.ts";
import { askChecks } from "#asks/ask-verify-reader.ts";
import { budgetRoutes } from "#asks/budget-routes.ts";
import { coverageRoutes } from "#asks/coverage-routes.ts";
import { loadRoutes } from "#asks/load-routes.ts";
import { pictureRoutes } from "#asks/picture-routes.ts";
import { planChecks } from "#asks/plan-verify-reader.ts";
import { bringReviews } from "#asks/review-jobs.ts";
import { waitingRoutes } from "#asks/waiting-routes.ts";
import { wordingRoutes } from "#asks/wording-routes.ts";
import { referralRoutes } from "#referrals/referral-routes.ts";
import { refilePeople } from "#people/people-jobs.ts";
import { peopleRoutes } from "#people/people-routes.ts";
import { peopleChecks } from "#people/people-verify-reader.ts";
import { chainRoutes } from "#deals/chain-routes.ts";
import { dealRoutes } from "#deals/deal-routes.ts";
import { dealChecks } from "#deals/deal-verify-reader.ts";
import type { FeedPart } from "#lib/calendar/feed.ts";
import { closeCalendarsOf } from "#doors/calendar-actions.ts";
import { calendarLetters, readCalendars } from "#doors/calendar-jobs.ts";
import { calendarRoutes } from "#doors/calendar-routes.ts";
import { calendarChecks } from "#doors/calendar-verify-reader.ts";
import { createDoorkeeper } from "#doors/doorkeeper-actions.ts";
import { dutiesPart, meetingsPart, reviewsPart } from "#doors/feed-reader.ts";
import { withdrawKeysOf } from "#doors/key-actions.ts";
import { keyRoutes } from "#doors/key-routes.ts";
import { opensTo, takeMemberMail } from "#doors/inbound-actions.ts";
import { closeMailDoorOf, forgetOldMail } from "#doors/mail-actions.ts";
import { keepsWords } from "#doors/mail-store.ts";
import { mailRoutes } from "#doors/mail-routes.ts";
import { createLetterLinks } from "#letters/letter-links-server.ts";
import { takeLetterMail } from "#letters/letter-mail.ts";
import { letterChecks } from "#letters/letter-verify-reader.ts";
import { newsletterJobs } from "#letters/newsletter-jobs.ts";
import { newsletterRoutes } from "#letters/newsletter-routes.ts";
import { forgetUnconfirmed } from "#letters/subscription-actions.ts";
import { subscriptionJobs } from "#letters/subscription-jobs.ts";
import { subscriptionRoutes } from "#letters/subscription-routes.ts";
import { givenRoutes } from "#giving/given-routes.ts";
import { givingChecks } from "#giving/given-verify-reader.ts";
import { meetRoutes } from "#giving/meet-routes.ts";
import { needRoutes } from "#giving/need-routes.ts";
import { importJobs } from "#imports/import-jobs.ts";
import { importRoutes } from "#imports/import-routes.ts";
import { loopChecks } from "#loops/loop-verify-reader.ts";
import { answerLetters } from "#loops/answer-letter-jobs.ts";
import { answerLetterRoutes } from "#loops/answer-letter-routes.ts";
import { dutyRoutes } from "#loops/duty-routes.ts";
import { giftBanRoutes } from "#loops/gift-ban-routes.ts";
import { giftRoutes } from "#loops/gift-routes.ts";
import { giftChecks } from "#loops/gift-verify-reader.ts";
import { briefRoutes } from "#meetings/brief-routes.ts";
import { meetingRoutes } from "#meetings/meeting-routes.ts";
import { meetingChecks } from "#meetings/meeting-verify-reader.ts";
import { createPageLinks } from "#sharing/page-link-server.ts";
import { pageRoutes } from "#sharing/page-routes.ts";
import { sharingChecks } from "#sharing/page-verify-reader.ts";
import { visitRoutes } from "#sharing/visit-routes.ts";
import { accountReviewRoutes } from "#reviews/account-review-routes.ts";
import { accountReviewChecks } from "#reviews/account-review-verify-reader.ts";
import { cardVisitRoutes } from "#reviews/card-visit-routes.ts";
import { reportLetters } from "#reviews/report-letter-jobs.ts";
import { createCardLinks } from "#reviews/report-link-server.ts";
import { reportRoutes } from "#reviews/report-routes.ts";
import { reportChecks } from "#reviews/report-verify-reader.ts";
import { endpointRoutes } from "#practice/endpoint-routes.ts";
import { practiceRoutes } from "#practice/practice-routes.ts";
import { practiceChecks } from "#practice/practice-verify-reader.ts";
import { forgetPracticeOf } from "#practice/session-actions.ts";
import { sweepSharedTakes, withdrawTakesOf } from "#practice/take-actions.ts";
import { takeRoutes } from "#practice/take-routes.ts";
import { touchRoutes } from "#touches/touch-routes.ts";
import { touchChecks } from "#touches/touch-verify-reader.ts";
import { commitmentChecks } from "#commitments/commitment-verify-reader.ts";
import { forgetNotesOfLeavers } from "#coaching/one-on-one-actions.ts";
import { oneOnOneKept } from "#coaching/one-on-one-kept-store.ts";
import { oneOnOneRoutes } from "#coaching/one-on-one-routes.ts";
import { oneOnOneChecks } from "#coaching/one-on-one-verify-reader.ts";
import { salesMeetingRoutes } from "#coaching/sales-meeting-routes.ts";
import { salesMeetingChecks } from "#coaching/sales-meeting-verify-reader.ts";
import { partFromLeaver } from "#commitments/partner-actions.ts";
import { partnerRoutes } from "#commitments/partner-routes.ts";
import { weekRoutes } from "#commitments/week-routes.ts";
import { goalProposalRoutes } from "#programme/goal-proposal-routes.ts";
import { pollKept } from "#programme/poll-kept-store.ts";
import { pollRoutes } from "#programme/poll-routes.ts";
import { pollChecks } from "#programme/poll-verify-reader.ts";
import { willingKept } from "#programme/willing-kept-store.ts";
import { willingRoutes } from "#programme/willing-routes.ts";
import { bestPracticeRoutes } from "#coaching/best-practice-routes.ts";
import { boardRoutes } from "#coaching/board-routes.ts";
import { praiseChecks } from "#coaching/praise-verify-reader.ts";
import { praiseRoutes } from "#coaching/praise-routes.ts";
import { priorityKept } from "#programme/priority-kept-store.ts";
import { priorityRoutes } from "#programme/priority-routes.ts";
import { spiffKept } from "#programme/spiff-kept-store.ts";
import { spiffRoutes } from "#programme/spiff-routes.ts";
import { spiffChecks } from "#programme/spiff-verify-reader.ts";
import { creditJob, creditNightly } from "#results/credit-jobs.ts";
import { creditKept } from "#results/credit-kept-store.ts";
import { creditChecks } from "#results/credit-verify-reader.ts";
import { answerOvernight, answersNightly } from "#results/overnight-jobs.ts";
import { resultsRoutes } from "#results/results-routes.ts";
import { sayRanges, sayRangesWeekly } from "#results/said-range-jobs.ts";
import { scorecardRoutes } from "#scorecard/scorecard-routes.ts";
import { sourceChecks } from "#scorecard/source-verify-reader.ts";
import { standingChecks } from "#scorecard/standing-verify-reader.ts";
import { queueDigests } from "#today/digest-actions.ts";
import { digestJobs } from "#today/digest-jobs.ts";
import { takeDigestReply } from "#today/digest-mail.ts";
import { createDigestLinks } from "#today/digest-link-server.ts";
import { digestRoutes } from "#today/digest-routes.ts";
import { digestChecks } from "#today/digest-verify-reader.ts";
import { doneRoutes } from "#today/done-routes.ts";
import { suggestionRoutes } from "#today/suggestion-routes.ts";
import { suggestionChecks } from "#today/suggestion-verify-reader.ts";
import type { OpenDemo } from "#team/first-visit-actions.ts";
import { daysOffChecks } from "#team/days-off-verify-reader.ts";
import { renewHolidays } from "#team/holiday-list-actions.ts";
import type { WhenMemberLeaves } from "#team/member-actions.ts";
import { nightly, type NightWork } from "#team/nightly-jobs.ts";
import { teamJobKinds } from "#team/team-jobs.ts";
import { teamRoutes } from "#team/room-routes.ts";
import { createSessionLookUp } from "#team/session-actions.ts";
import { letters } from "#team/sign-in-mail.ts";
import { createSignIn, type SignIn } from "#team/sign-in-server.ts";

export interface HouseOptions {
  database: Database;
  clock: Clock;
  log: Logger;
  /** Where people reach the house, for links and cookies. */
  url: string;
  /** Signs cookies; see keepSecret. */
  secret: string;
  /** Where files are kept that are no rows: takes that members share. */
  dataFolder: string;
  checkAnswers?: boolean;
  /** Where mail is handed over; null or nothing: none is sent. */
  smtpUrl?: string | null;
  /**
   * Where mail to us comes in, "askwell@in.example.com", and by which ways. Without an address, or without a way, none does, and no
   * letter may promise that it is read.
   */
  mailAddress?: string | null;
  smtpListen?: { host: string; port: number } | null;
  imapUrl?: string | null;
  /** Fills the demo workspace for somebody who wants to look around first. */
  openDemo?: OpenDemo;
  /** How far links that members give may lead; not said: over the open internet and no further. */
  reach?: Reach;
}

export interface House {
  api: Api;
  worker: Worker;
  signIn: SignIn;
  /** Tells a message that came in to the rooms, the first that takes it ends the round. Safe to be told twice. */
  takeMail: TakeMail;
  /** Whether mail to that address is for us: our own, or a member's with a token that opens. */
  isOurs: (address: string) => Promise<boolean>;
}

/** Every room's routes and jobs, put together once: for the server, for tests and for the command line. */
export function buildHouse(options: HouseOptions): House {
  const { database, clock, log } = options;
  const signIn = createSignIn(options);
  const doorkeeper = createDoorkeeper(database, createSessionLookUp(signIn));
  const api = createApi({ database, clock, doorkeeper, checkAnswers: options.checkAnswers });
  stand(api.hono, log);
  api.hono.use(frontMatter(log));
  api.hono.use(securityHeaders({ https: options.url.startsWith("https:") }));
  healthRoutes(api.hono, database, MIGRATIONS_FOLDER);
  const { openDemo = null, smtpUrl = null, mailAddress = null } = options;
  const takes = createSealedFiles({ folder: join(options.dataFolder, "takes"), secret: options.secret });
  const leaveTakes: WhenMemberLeaves = (tx, actor, memberId) => withdrawTakesOf(tx, actor, takes, memberId);
  teamRoutes(api, {
    signIn,
    mail: smtpUrl !== null,
    openDemo,
    whenMemberLeaves: [...whenMemberLeaves, leaveTakes],
  });
  for (const routes of rooms) routes(api);
  timelineRoutes(api, [...practiceToldToFew, ...weeksToldToFew, ...coachingToldToFew, ...programmeToldToFew]);
  erasureRoutes(api, keptOfSomebody);
  takeRoutes(api, takes);
  endpointRoutes(api, createSealedWords({ secret: options.secret, purpose: "practice endpoint" }));
  answerLetterRoutes(api, { mail: smtpUrl !== null });
  const links = createPageLinks(options);
  pageRoutes(api, links);
  visitRoutes(api, links);
  const cardLinks = createCardLinks(options);
  const cardDoors = { links: cardLinks, messageIds: createMessageIds(options), mail: smtpUrl !== null };
  reportRoutes(api, cardDoors);
  cardVisitRoutes(api, cardLinks);
  const mailComesIn = (options.smtpListen ?? options.imapUrl ?? null) !== null;
  const own = mailAddress === null || !mailComesIn ? null : ourAddress(mailAddress);
  mailRoutes(api, own);
  const digestLinks = createDigestLinks(options);
  digestRoutes(api, { mail: smtpUrl !== null, links: digestLinks });
  const letterDoors = {
    links: createLetterLinks(options),
    mail: smtpUrl !== null,
    replyAddress: own?.address ?? null,
  };
  newsletterRoutes(api, letterDoors);
  subscriptionRoutes(api, letterDoors);
  calendarRoutes(api, { ...options, parts: calendarParts });
  readsRoutes(api);
  openApiRoutes(api.hono, options.url);
  const messageIds = createMessageIds(options);
  const answersTo = own?.address ?? null;
  const post = { database, messageIds, ...letterDoors };
  const lettersBy = (mailer: MailDoor) => [
    ...letters(signIn, mailer),
    ...answerLetters(database, mailer),
    ...reportLetters(database, mailer),
    ...newsletterJobs({ ...post, mailer }),
    ...subscriptionJobs({ ...post, mailer }),
    ...calendarLetters(mailer, options.url),
    ...digestJobs({ database, mailer, links: digestLinks, messageIds, url: options.url, answersTo }),
  ];
  const onFault = (error: unknown, job: { id: string; kind: string }) =>
    log.error({ err: error, job }, "job failed");
  const mailer = smtpUrl === null ? null : createMailer(smtpUrl, options.url);
  const mailed = mailer === null ? [] : lettersBy(mailer);
  const sweep: NightWork = (tx, night) => sweepSharedTakes(tx, night, takes);
  const night = nightly([...nightWork, sweep, ...(smtpUrl === null ? [] : [queueDigests])]);
  const reading = readCalendars({ reach: options.reach, mail: smtpUrl !== null });
  const kinds = [...jobKinds, ...teamJobKinds, night, reading, ...mailed];
  const worker = createWorker({ database, clock, kinds, onFault });
  // Each knows its own mail by the Message-ID that it answers. What members send us comes last: it knows them by our address.
  const takeMail = tellInTurn([
    ...(smtpUrl === null ? [] : [takeDigestReply({ database, messageIds, own })]),
    takeLetterMail({ database, messageIds, mailer, keepsWords }),
    ...(own === null ? [] : [takeMemberMail(database, own)]),
  ]);
  const isOurs = async (address: string) => own !== null && (await opensTo(database, own, address));
  return { api, worker, signIn, takeMail, isOurs };
}

const rooms: readonly ((api: Api) => void)[] = [
  accountRoutes,
  peopleRoutes,
  keyRoutes,
  loadRoutes, // before askRoutes, whose /asks/{id} would take its addresses
  askRoutes,
  budgetRoutes,
  coverageRoutes,
  wordingRoutes,
  waitingRoutes,
  pictureRoutes,
  referralRoutes,
  meetingRoutes,
  briefRoutes,
  dealRoutes,
  chainRoutes,
  dutyRoutes,
  giftRoutes,
  giftBanRoutes,
  givenRoutes,
  needRoutes,
  meetRoutes,
  touchRoutes,
  accountReviewRoutes,
  scorecardRoutes,
  practiceRoutes,
  weekRoutes,
  partnerRoutes,
  resultsRoutes,
  oneOnOneRoutes,
  salesMeetingRoutes,
  priorityRoutes,
  praiseRoutes,
  boardRoutes,
  bestPracticeRoutes,
  pollRoutes,
  willingRoutes,
  goalProposalRoutes,
  spiffRoutes,
  importRoutes,
  suggestionRoutes,
  doneRoutes,
];
const jobKinds: readonly JobKind[] = [
  refilePeople,
  demoJob,
  sayRanges,
  creditJob,
  answerOvernight,
  ...importJobs,
];

/** What is done every night in each workspace. */
const nightWork: readonly NightWork[] = [
  renewHolidays,
  bringReviews,
  forgetOldMail,
  forgetUnconfirmed,
  forgetNotesOfLeavers,
  sayRangesWeekly,
  creditNightly,
  answersNightly,
];

/** What the rooms have for a member's own calendar. */
const calendarParts: readonly FeedPart[] = [meetingsPart, reviewsPart, dutiesPart];

/** What higher rooms do in the transaction in which somebody leaves. */
const whenMemberLeaves: readonly WhenMemberLeaves[] = [
  withdrawKeysOf,
  closeMailDoorOf,
  closeCalendarsOf,
  forgetPracticeOf,
  partFromLeaver,
];

/** What the rooms keep of somebody outside: shown to them, and gone when they want it gone. */
export const keptOfSomebody: readonly KeptOf[] = [
  ...personKept,
  ...askKept,
  ...referralKept,
  ...meetingKept,
  ...dealKept,
  ...loopKept,
  ...givingKept,
  ...sharingKept,
  ...touchKept,
  ...willingKept,
  ...reviewKept,
  ...letterKept,
  ...commitmentKept,
  ...creditKept,
  ...oneOnOneKept,
  ...priorityKept,
  ...practiceKept,
  ...pollKept,
  ...praiseKept,
  ...spiffKept,
  ...costKept,
  ...importKept,
  ...doorKept,
  ...todayKept,
  ...accountKept,
  ...teamKept,
];

/** What `askwell verify` holds every workspace to. */
export const checks: readonly Check[] = [
  tallyCheck,
  timelineCheck,
  counterCheck,
  ...daysOffChecks,
  ...peopleChecks,
  ...askChecks,
  ...planChecks,
  ...sourceChecks,
  ...standingChecks,
  ...practiceChecks,
  ...meetingChecks,
  ...dealChecks,
  ...loopChecks,
  ...giftChecks,
  ...givingChecks,
  ...sharingChecks,
  ...touchChecks,
  ...accountReviewChecks,
  ...reportChecks,
  ...letterChecks,
  ...commitmentChecks,
  ...creditChecks,
  ...praiseChecks,
  ...oneOnOneChecks,
  ...salesMeetingChecks,
  ...pollChecks,
  ...spiffChecks,
  ...suggestionChecks,
  ...digestChecks,
  ...calendarChecks,
];
