import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownPerson } from "#people/name-match.ts";
import { LANGUAGES } from "./languages/languages.ts";
import { readAsk, type Corrections, type TypedAsk } from "./typed-ask.ts";
import { troubleText } from "./typed-ask-words.ts";

/** A Friday. */
const TODAY = "2026-11-20";

const people: KnownPerson[] = [
  known("Anna Albers", "Hafen Logistik GmbH"),
  known("Anna Müller", "Kessler AG"),
  known("Bo Brandt", "Kessler AG"),
  known("Robert Miller", "Acme Ltd"),
  known("Markus Müller", "Acme Ltd"),
  known("Josef Huber", "Alpen Bau"),
  known("Clara Freitag", "Alpen Bau"),
  known("Katharina Vogel", "Nordbank"),
  known("Elizabeth Turner", "Northwind Traders"),
  known("Will Grant", "Acme Ltd"),
  known("May Chen", "Northwind Traders"),
  known("José García López", "Ibérica SA"),
  known("Siobhán O'Brien", "Northwind Traders"),
  known("Jean-Luc Moreau", "Hafen Logistik GmbH"),
  known("Ludwig van Damme", null),
];
const companies = new Set(people.map(({ accountName }) => accountName).filter((name) => name !== null));
const ground = {
  today: TODAY,
  people,
  accounts: [...companies].map((name) => ({ id: name, name })),
  languages: LANGUAGES,
};

const RIGHT_IN_ENGLISH: [line: string, told: string][] = [
  ["asked Anna Albers", "en · asked Anna Albers"],
  ["asked Anna Albers, will think", "en · asked Anna Albers · will-think"],
  [
    "asked Anna Albers intro to Bo Brandt at Kessler, will think, call",
    "en · asked Anna Albers · to Bo Brandt · at Kessler AG · will-think · call",
  ],
  [
    "asked anna albers intro to bo brandt at kessler will think call",
    "en · asked Anna Albers · to Bo Brandt · at Kessler AG · will-think · call",
  ],
  [
    "Asked Bo intro to Elizabeth Turner, yes, by phone",
    "en · asked Bo Brandt · to Elizabeth Turner · named-someone · call",
  ],
  [
    "I asked Bo Brandt for an introduction to May Chen at Northwind, named someone, in person",
    "en · asked Bo Brandt · to May Chen · at Northwind Traders · named-someone · in-person",
  ],
  ["asked bob for an intro to Katharina Vogel, no", "en · asked Robert Miller · to Katharina Vogel · no"],
  [
    "asked Liz Turner intro to Anna Albers, will think about it, zoom",
    "en · asked Elizabeth Turner · to Anna Albers · will-think · video",
  ],
  [
    "asked Sepp to meet Clara Freitag, not now until Friday",
    "en · asked Josef Huber · to Clara Freitag · not-now · until 2026-11-27",
  ],
  [
    "asked Clara Freitag about Josef Huber at Alpen Bau, no answer yet, e-mail",
    "en · asked Clara Freitag · to Josef Huber · at Alpen Bau · e-mail",
  ],
  ["asked Elisabeth Turner, will think", "en · asked Elizabeth Turner · will-think"],
  ["asked Elizabet Tuner, will think", "en · asked Elizabeth Turner · will-think"],
  ["asked Anna Abers, will think", "en · asked Anna Albers · will-think"],
  ["asked Ana Albers, will think", "en · asked Anna Albers · will-think"],
  ["asked Huber, will think", "en · asked Josef Huber · will-think"],
  ["asked J. Huber, will think", "en · asked Josef Huber · will-think"],
  ["asked JH, will think", "en · asked Josef Huber · will-think"],
  ["asked jose garcia, will think", "en · asked José García López · will-think"],
  ["asked José García López, will think", "en · asked José García López · will-think"],
  ["asked siobhan obrien, will think", "en · asked Siobhán O'Brien · will-think"],
  ["asked Siobhán O'Brien, will think", "en · asked Siobhán O'Brien · will-think"],
  ["asked Jean-Luc, will think", "en · asked Jean-Luc Moreau · will-think"],
  ["asked jean luc moreau, will think", "en · asked Jean-Luc Moreau · will-think"],
  ["asked van Damme, will think", "en · asked Ludwig van Damme · will-think"],
  ["asked Will Grant, call", "en · asked Will Grant · call"],
  ["asked May Chen, will think", "en · asked May Chen · will-think"],
  ["asked Anna at Hafen, will think", "en · asked Anna Albers · of Hafen · will-think"],
  [
    "asked Anna from Kessler intro to Bo, will think",
    "en · asked Anna Müller · of Kessler · to Bo Brandt · will-think",
  ],
  ["asked Anna Kessler, will think", "en · asked Anna Müller · will-think"],
  ["asked Bo Brandt yesterday, will think", "en · asked Bo Brandt · will-think · on 2026-11-19"],
  ["yesterday asked Bo Brandt, will think", "en · asked Bo Brandt · will-think · on 2026-11-19"],
  ["asked Bo Brandt last Friday, will think", "en · asked Bo Brandt · will-think · on 2026-11-13"],
  ["asked Bo Brandt Friday, will think", "en · asked Bo Brandt · will-think · on 2026-11-20"],
  ["asked Bo Brandt on Monday, will think", "en · asked Bo Brandt · will-think · on 2026-11-16"],
  ["asked Bo Brandt, Mon, will think", "en · asked Bo Brandt · will-think · on 2026-11-16"],
  ["asked Bo Brandt 3 days ago, will think", "en · asked Bo Brandt · will-think · on 2026-11-17"],
  ["asked Bo Brandt two weeks ago, will think", "en · asked Bo Brandt · will-think · on 2026-11-06"],
  ["asked Bo Brandt a week ago, will think", "en · asked Bo Brandt · will-think · on 2026-11-13"],
  ["asked Bo Brandt last week, will think", "en · asked Bo Brandt · will-think · on 2026-11-13"],
  ["asked Bo Brandt last month, will think", "en · asked Bo Brandt · will-think · on 2026-10-20"],
  [
    "asked Bo Brandt the day before yesterday, will think",
    "en · asked Bo Brandt · will-think · on 2026-11-18",
  ],
  ["asked Bo Brandt today, will think", "en · asked Bo Brandt · will-think · on 2026-11-20"],
  ["asked Bo Brandt this morning, will think", "en · asked Bo Brandt · will-think · on 2026-11-20"],
  ["asked Bo Brandt on 12 Nov, will think", "en · asked Bo Brandt · will-think · on 2026-11-12"],
  ["asked Bo Brandt on November 12th, will think", "en · asked Bo Brandt · will-think · on 2026-11-12"],
  [
    "asked Bo Brandt on the 12th of November, will think",
    "en · asked Bo Brandt · will-think · on 2026-11-12",
  ],
  ["asked Bo Brandt 12 Nov 2025, will think", "en · asked Bo Brandt · will-think · on 2025-11-12"],
  ["asked Bo Brandt 12.11., will think", "en · asked Bo Brandt · will-think · on 2026-11-12"],
  ["asked Bo Brandt 12.11.2026, will think", "en · asked Bo Brandt · will-think · on 2026-11-12"],
  ["asked Bo Brandt 12/11, will think", "en · asked Bo Brandt · will-think · on 2026-11-12"],
  ["asked Bo Brandt 11/13, will think", "en · asked Bo Brandt · will-think · on 2026-11-13"],
  ["asked Bo Brandt 2026-11-02, will think", "en · asked Bo Brandt · will-think · on 2026-11-02"],
  ["asked Bo Brandt 24 Dec, will think", "en · asked Bo Brandt · will-think · on 2025-12-24"],
  ["asked Bo Brandt, not now until January", "en · asked Bo Brandt · not-now · until 2027-01-01"],
  ["asked Bo Brandt, not now, until 12 January", "en · asked Bo Brandt · not-now · until 2027-01-12"],
  ["asked Bo Brandt, not now until next Friday", "en · asked Bo Brandt · not-now · until 2026-11-27"],
  ["asked Bo Brandt, not now, in two weeks", "en · asked Bo Brandt · not-now · until 2026-12-04"],
  ["asked Bo Brandt, not now, in a month", "en · asked Bo Brandt · not-now · until 2026-12-20"],
  ["asked Bo Brandt, not now for three months", "en · asked Bo Brandt · not-now · until 2027-02-20"],
  ["asked Bo Brandt, not yet, ask again in March", "en · asked Bo Brandt · not-now · until 2027-03-01"],
  ["asked Bo Brandt, later, next month", "en · asked Bo Brandt · not-now · until 2026-12-01"],
  ["asked Bo Brandt, not now until next year", "en · asked Bo Brandt · not-now · until 2027-01-01"],
  ["asked Bo Brandt, not now until mid January", "en · asked Bo Brandt · not-now · until 2027-01-15"],
  ["asked Bo Brandt, not now until the end of February", "en · asked Bo Brandt · not-now · until 2027-02-28"],
  ["asked Bo Brandt, not now till 1.12.", "en · asked Bo Brandt · not-now · until 2026-12-01"],
  ["asked Bo Brandt, not now Friday", "en · asked Bo Brandt · not-now · until 2026-11-27"],
  ["asked Bo Brandt until January", "en · asked Bo Brandt · not-now · until 2027-01-01"],
  [
    "asked Bo Brandt last Monday, not now until next Monday",
    "en · asked Bo Brandt · not-now · until 2026-11-23 · on 2026-11-16",
  ],
  [
    "asked Bo Brandt yesterday by mail, not now until 2027-01-15",
    "en · asked Bo Brandt · not-now · until 2027-01-15 · e-mail · on 2026-11-19",
  ],
  ["asked Bo Brandt, not now until March 2027", "en · asked Bo Brandt · not-now · until 2027-03-01"],
  ["asked Bo Brandt, sent me to Anna Albers", "en · asked Bo Brandt · sent-to-colleague · me to Anna Albers"],
  [
    "asked Bo Brandt, sent me to Jan Jansen, call",
    "en · asked Bo Brandt · sent-to-colleague · me to Jan Jansen · call",
  ],
  ["asked Bo Brandt, sent me on to Clara", "en · asked Bo Brandt · sent-to-colleague · me to Clara Freitag"],
  [
    "asked Bo Brandt, referred me to Petra Neumann at Kessler",
    "en · asked Bo Brandt · sent-to-colleague · me to Petra Neumann · note “at Kessler”",
  ],
  [
    "asked Bo Brandt, sent me to a colleague, Jan Jansen",
    "en · asked Bo Brandt · sent-to-colleague · me to Jan Jansen",
  ],
  ["asked Bo Brandt after delivery, will think", "en · asked Bo Brandt · will-think · delivered"],
  [
    "asked Bo Brandt at the account review, named someone",
    "en · asked Bo Brandt · named-someone · account-review",
  ],
  ["asked Bo Brandt with the proposal, no reply, message", "en · asked Bo Brandt · message · proposal"],
  ["asked Bo Brandt after a lost deal in person, no", "en · asked Bo Brandt · no · in-person · lost-deal"],
  ["asked Bo Brandt during discovery, will think", "en · asked Bo Brandt · will-think · discovery"],
  [
    "asked Bo Brandt at the quarterly review over lunch, yes",
    "en · asked Bo Brandt · named-someone · in-person · account-review",
  ],
  [
    "asked Bo Brandt for a head of logistics, will think",
    "en · asked Bo Brandt · for “a head of logistics” · will-think",
  ],
  [
    "asked Bo Brandt intro to a CFO at a mid-sized firm, will think",
    "en · asked Bo Brandt · for “a CFO at a mid-sized firm” · will-think",
  ],
  [
    "asked Bo Brandt intro to the head of purchasing at Northwind Traders, will think",
    "en · asked Bo Brandt · at Northwind Traders · for “the head of purchasing” · will-think",
  ],
  [
    "asked Bo Brandt intro to someone who runs a warehouse, will think",
    "en · asked Bo Brandt · for “someone who runs a warehouse” · will-think",
  ],
  ["asked Bo Brandt intro to Jane Roe, will think", "en · asked Bo Brandt · for “Jane Roe” · will-think"],
  [
    "asked Bo Brandt intro to jane roe at Globex Corp, will think",
    "en · asked Bo Brandt · for “jane roe at Globex Corp” · will-think",
  ],
  [
    "asked Bo Brandt intro to Jane Roe at Northwind, will think",
    "en · asked Bo Brandt · at Northwind Traders · for “Jane Roe” · will-think",
  ],
  [
    "asked Bo Brandt for an intro at Northwind Traders, will think",
    "en · asked Bo Brandt · at Northwind Traders · will-think",
  ],
  [
    "asked Bo Brandt intro to Anna at Hafen, will think",
    "en · asked Bo Brandt · to Anna Albers · at Hafen Logistik GmbH · will-think",
  ],
  [
    "asked Bo Brandt to introduce me to May Chen, agreed, on teams",
    "en · asked Bo Brandt · to May Chen · named-someone · video",
  ],
  [
    "asked Bo Brandt, she was very happy with the rollout, will think",
    "en · asked Bo Brandt · will-think · note “she was very happy with the rollout”",
  ],
  [
    "asked Bo Brandt, will think, wants the numbers first",
    "en · asked Bo Brandt · will-think · note “wants the numbers first”",
  ],
  ["asked Bo Brandt, she will call me on Monday", "en · asked Bo Brandt · note “she will call me on Monday”"],
  ["asked Bo Brandt, no time before spring", "en · asked Bo Brandt · note “no time before spring”"],
  [
    "asked Bo Brandt, thanks for the help, will think",
    "en · asked Bo Brandt · will-think · note “thanks for the help”",
  ],
  ["asked Bo Brandt; declined; texted", "en · asked Bo Brandt · no · message"],
  ["asked Bo Brandt: said no", "en · asked Bo Brandt · no"],
  ["asked Bo Brandt - wants to think about it - whatsapp", "en · asked Bo Brandt · will-think · message"],
  ["asked Bo Brandt. Will think it over. Phone.", "en · asked Bo Brandt · will-think · call"],
  ["asked my old friend Bo Brandt, will think", "en · asked Bo Brandt · will-think"],
  ["asked Dr. Katharina Vogel, will think", "en · asked Katharina Vogel · will-think"],
  ["asked Mr Huber for Clara Freitag, thinking", "en · asked Josef Huber · to Clara Freitag · will-think"],
  ["Bo Brandt was asked yesterday, declined", "en · asked Bo Brandt · no · on 2026-11-19"],
  [
    "met Bo Brandt, asked for an intro to May Chen, will think",
    "en · asked Bo Brandt · to May Chen · will-think · in-person",
  ],
  [
    "had coffee with Bo Brandt and asked him for an intro to May Chen, yes",
    "en · asked Bo Brandt · to May Chen · named-someone · note “had coffee with”",
  ],
  ["we asked Bo Brandt, no answer", "en · asked Bo Brandt"],
  [
    "just asked Bo Brandt intro to May Chen, will think, call",
    "en · asked Bo Brandt · to May Chen · will-think · call",
  ],
  ["asked Bo Brandt @ Kessler, will think", "en · asked Bo Brandt · of Kessler · will-think"],
  [
    "asked Bo Brandt, call, will think, yesterday, intro to May Chen",
    "en · asked Bo Brandt · to May Chen · will-think · call · on 2026-11-19",
  ],
  ["ASKED BO BRANDT, WILL THINK, CALL", "en · asked Bo Brandt · will-think · call"],
  ["asked bo brandt,will think,call", "en · asked Bo Brandt · will-think · call"],
  ["asked bo brandt , , will think", "en · asked Bo Brandt · will-think"],
  [
    "asked kathi vogel intro to bo, maybe, video",
    "en · asked Katharina Vogel · to Bo Brandt · will-think · video",
  ],
  ["asked Bo Brandt, won't", "en · asked Bo Brandt · no"],
  ["asked Bo Brandt, let me think, linkedin", "en · asked Bo Brandt · will-think · message"],
  ["asked Bo Brandt, has not answered", "en · asked Bo Brandt"],
  ["asked Bo Brandt, no thanks", "en · asked Bo Brandt · no"],
  ["asked Bo Brandt, yes gladly, she rang", "en · asked Bo Brandt · named-someone · call"],
  ["asked Will, will think", "en · asked Will Grant · will-think"],
  ["asked Bo Brandt, will think until Friday", "en · asked Bo Brandt · will-think · until 2026-11-27"],
  ["asked Bo Brandt intro to Müller at Acme", "en · asked Bo Brandt · to Markus Müller · at Acme Ltd"],
  ["asked Bo Brandt until", "en · asked Bo Brandt · note “until”"],
  [
    "asked Anna Albers for an intro to her CFO, will think",
    "en · asked Anna Albers · for “her CFO” · will-think",
  ],
  [
    "asked Anna Albers if she knows anyone at Nordbank, will think",
    "en · asked Anna Albers · at Nordbank · for “anyone” · will-think",
  ],
  ["asked Anna Albers for a referral, will think", "en · asked Anna Albers · will-think"],
  [
    "asked Anna Albers who else I should talk to, will think",
    "en · asked Anna Albers · will-think · note “who else I should talk to”",
  ],
  [
    "called Bo Brandt, asked for an intro to May Chen, she said yes",
    "en · asked Bo Brandt · to May Chen · named-someone · call",
  ],
  [
    "asked Anna Albers on the phone on Friday about Bo",
    "en · asked Anna Albers · to Bo Brandt · call · on 2026-11-20",
  ],
  ["asked Anna Albers re Bo Brandt", "en · asked Anna Albers · to Bo Brandt"],
  [
    "asked Anna Albers: intro to Bo Brandt? Will think.",
    "en · asked Anna Albers · to Bo Brandt · will-think",
  ],
  ["asked Bo (Kessler), will think", "en · asked Bo Brandt · will-think · note “Kessler”"],
  ['asked "Bo Brandt", will think', "en · asked Bo Brandt · will-think"],
  [
    "asked bo brandt by phone on monday for an intro to may chen at northwind, she'll think about it",
    "en · asked Bo Brandt · to May Chen · at Northwind Traders · will-think · call · on 2026-11-16",
  ],
  [
    "asked Bo Brandt if he could introduce me to May Chen, maybe",
    "en · asked Bo Brandt · to May Chen · will-think",
  ],
];

const WRONG_IN_ENGLISH: [line: string, told: string | null, said: string[]][] = [
  [
    "Asked Anna Albers and Bo Brandt for an intro to May Chen",
    "en · asked Anna Albers · to May Chen · note “and Bo Brandt”",
    ["“Anna Albers” and “Bo Brandt” are two. Write a line for each."],
  ],
  [
    "asked Petra Neu, will think",
    "en · asked Petra Neu? · will-think",
    ["Nobody called “Petra Neu” here yet."],
  ],
  [
    "asked Ludwig van Helden, will think",
    "en · asked Ludwig van Helden? · will-think",
    ["Nobody called “Ludwig van Helden” here yet."],
  ],
  ["asked", "en", ["Say whom you asked."]],
  ["Anna Albers", null, []],
  ["Anna will think", null, []],
  ["asked, will think", "en · will-think", ["Say whom you asked."]],
  ["asked for an intro to Bo Brandt", "en · to Bo Brandt", ["Say whom you asked."]],
  [
    "asked Anna, will think",
    "en · asked Anna? · will-think",
    ["“Anna” may be Anna Albers or Anna Müller. Which one?"],
  ],
  [
    "asked Müller, no",
    "en · asked Müller? · no",
    ["“Müller” may be Anna Müller or Markus Müller. Which one?"],
  ],
  [
    "asked Nobody Known, will think",
    "en · asked Nobody Known? · will-think",
    ["Nobody called “Nobody Known” here yet."],
  ],
  [
    "asked Petra Neu at Globex, will think",
    "en · asked Petra Neu? · of Globex · will-think",
    ["Nobody called “Petra Neu” here yet."],
  ],
  [
    "asked Anna at Nordbank, will think",
    "en · asked Anna? · of Nordbank · will-think",
    ["Anna Albers or Anna Müller: not at that company, as far as we know. Is it somebody else?"],
  ],
  [
    "asked Bo Brandt at Acme, will think",
    "en · asked Bo Brandt? · of Acme · will-think",
    ["Bo Brandt: not at that company, as far as we know. Is it somebody else?"],
  ],
  [
    "asked Bo Brandt tomorrow, will think",
    "en · asked Bo Brandt · will-think · on 2026-11-21",
    ["“tomorrow” is still to come. Write down what has happened."],
  ],
  [
    "asked Bo Brandt next Friday",
    "en · asked Bo Brandt · on 2026-11-27",
    ["“next Friday” is still to come. Write down what has happened."],
  ],
  [
    "asked Bo Brandt on 31 Feb, will think",
    "en · asked Bo Brandt · will-think",
    ["There is no day “on 31 Feb”."],
  ],
  ["asked Bo Brandt 45.13., will think", "en · asked Bo Brandt · will-think", ["There is no day “45.13.”."]],
  [
    "asked Bo Brandt on 12 Nov 2027",
    "en · asked Bo Brandt · on 2027-11-12",
    ["“on 12 Nov 2027” is still to come. Write down what has happened."],
  ],
  [
    "asked Bo Brandt, not now",
    "en · asked Bo Brandt · not-now",
    ["Say until when: the day on which to ask again."],
  ],
  [
    "asked Bo Brandt, later, call",
    "en · asked Bo Brandt · not-now · call",
    ["Say until when: the day on which to ask again."],
  ],
  [
    "asked Bo Brandt, not now until yesterday",
    "en · asked Bo Brandt · not-now · until 2026-11-19",
    ["The day to ask again comes after the conversation."],
  ],
  [
    "asked Bo Brandt, not now until 30 Feb",
    "en · asked Bo Brandt · not-now",
    ["There is no day “until 30 Feb”."],
  ],
  [
    "asked Bo Brandt, no, until January",
    "en · asked Bo Brandt · no · until 2027-01-01",
    ['Only "not now" and "will think" have a day to come back.'],
  ],
  [
    "asked Bo Brandt, will think, no",
    "en · asked Bo Brandt · will-think",
    ["The answer is said in two ways: “will think” and “no”. Choose one."],
  ],
  [
    "asked Bo Brandt, call, by email",
    "en · asked Bo Brandt · call",
    ["How you asked is said in two ways: “call” and “by email”. Choose one."],
  ],
  [
    "asked Bo Brandt yesterday, on Monday",
    "en · asked Bo Brandt · on 2026-11-19",
    ["The day is said in two ways: “yesterday” and “on Monday”. Choose one."],
  ],
  [
    "asked Bo Brandt after delivery, at the account review",
    "en · asked Bo Brandt · delivered",
    ["The moment is said in two ways: “after delivery” and “at the account review”. Choose one."],
  ],
  [
    "asked Bo Brandt, sent me to a colleague",
    "en · asked Bo Brandt · sent-to-colleague",
    ["Say to whom you were sent."],
  ],
  [
    "asked Bo Brandt, sent me to Bo Brandt",
    "en · asked Bo Brandt · sent-to-colleague · me to Bo Brandt",
    ["The colleague is somebody else than the person you asked."],
  ],
  [
    "asked Bo Brandt, sent me to Anna",
    "en · asked Bo Brandt · sent-to-colleague · me to Anna",
    ["“Anna” may be Anna Albers or Anna Müller. Which one?"],
  ],
  [
    "asked Bo Brandt intro to Bo Brandt",
    "en · asked Bo Brandt · to Bo Brandt",
    ["“Bo Brandt” is who you asked. Whom do you want to meet?"],
  ],
  [
    "asked Bo Brandt intro to Anna",
    "en · asked Bo Brandt · to Anna?",
    ["“Anna” may be Anna Albers or Anna Müller. Which one?"],
  ],
  ["asked xx, will think", "en · asked xx? · will-think", ["Nobody called “xx” here yet."]],
  [
    "asked Anna Albers yesterday, not now until last Friday",
    "en · asked Anna Albers · not-now · until 2026-11-13 · on 2026-11-19",
    ["The day to ask again comes after the conversation."],
  ],
  [
    "asked Bo Brandt, not now until 2026-11-20",
    "en · asked Bo Brandt · not-now · until 2026-11-20",
    ["The day to ask again comes after the conversation."],
  ],
  ["asked Anna Alb, will think", "en · asked Anna Alb? · will-think", ["Nobody called “Anna Alb” here yet."]],
  ["lunch with Bo, will think", null, []],
  [
    "asked Bo Brandt, not now until after Christmas",
    "en · asked Bo Brandt · not-now · note “until after Christmas”",
    ["Say until when: the day on which to ask again."],
  ],
  ["ask Bo Brandt tomorrow", null, []],
  ["", null, []],
];

const RIGHT_IN_GERMAN: [line: string, told: string][] = [
  ["Anna Albers gefragt", "de · asked Anna Albers"],
  ["Anna Albers gefragt, denkt nach", "de · asked Anna Albers · will-think"],
  [
    "Anna Albers gefragt, Intro zu Bo Brandt bei Kessler, denkt drüber nach, Anruf",
    "de · asked Anna Albers · to Bo Brandt · at Kessler AG · will-think · call",
  ],
  [
    "anna albers gefragt intro zu bo brandt bei kessler denkt darüber nach am telefon",
    "de · asked Anna Albers · to Bo Brandt · at Kessler AG · will-think · call",
  ],
  ["habe Anna Albers gefragt, nein", "de · asked Anna Albers · no"],
  [
    "Habe gestern Sepp um Intro zu Clara Freitag gebeten, nicht jetzt bis Januar",
    "de · asked Josef Huber · to Clara Freitag · not-now · until 2027-01-01 · on 2026-11-19",
  ],
  [
    "Sepp gefragt wegen Clara Freitag, noch keine Antwort, per Mail",
    "de · asked Josef Huber · to Clara Freitag · e-mail",
  ],
  [
    "Habe gestern Clara Freitag nach einer Vorstellung gefragt, nein",
    "de · asked Clara Freitag · no · on 2026-11-19",
  ],
  [
    "Sepp um eine Empfehlung an Bo Brandt gebeten, überlegt noch",
    "de · asked Josef Huber · to Bo Brandt · will-think",
  ],
  [
    "fragte Bo Brandt nach Katharina Vogel, hat zugesagt",
    "de · asked Bo Brandt · to Katharina Vogel · named-someone",
  ],
  ["ich fragte Bo Brandt, lehnt ab", "de · asked Bo Brandt · no"],
  ["Kathi Vogel gefragt, vielleicht, per Zoom", "de · asked Katharina Vogel · will-think · video"],
  ["Josef Hubr gefragt, denkt nach", "de · asked Josef Huber · will-think"],
  ["J. Huber gefragt, denkt nach", "de · asked Josef Huber · will-think"],
  ["Mueller von Kessler gefragt, denkt nach", "de · asked Anna Müller · of Kessler · will-think"],
  ["Anna Mueller gefragt, denkt nach", "de · asked Anna Müller · will-think"],
  ["Herrn Huber gefragt, denkt nach", "de · asked Josef Huber · will-think"],
  ["Frau Dr. Vogel gefragt, denkt nach", "de · asked Katharina Vogel · will-think"],
  ["Clara Freitag am Freitag gefragt, denkt nach", "de · asked Clara Freitag · will-think · on 2026-11-20"],
  ["Bo Brandt gestern gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-19"],
  ["Bo Brandt gefragt, denkt nach, gestern", "de · asked Bo Brandt · will-think · on 2026-11-19"],
  ["vorgestern Bo Brandt gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-18"],
  ["Bo Brandt letzten Freitag gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-13"],
  ["Bo Brandt am Montag gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-16"],
  ["Bo Brandt am Mo gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-16"],
  ["Bo Brandt vor 3 Tagen gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-17"],
  ["Bo Brandt vor zwei Wochen gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-06"],
  ["Bo Brandt vor einer Woche gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-13"],
  ["Bo Brandt letzte Woche gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-13"],
  ["Bo Brandt heute früh gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-20"],
  ["Bo Brandt am 12.11. gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-12"],
  ["Bo Brandt am 12. November gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-11-12"],
  ["Bo Brandt am 12. Nov. 2025 gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2025-11-12"],
  ["Bo Brandt am 3. März gefragt, denkt nach", "de · asked Bo Brandt · will-think · on 2026-03-03"],
  ["Bo Brandt gefragt, nicht jetzt, in zwei Wochen", "de · asked Bo Brandt · not-now · until 2026-12-04"],
  ["Bo Brandt gefragt, nicht jetzt bis Freitag", "de · asked Bo Brandt · not-now · until 2026-11-27"],
  ["Bo Brandt gefragt, nicht jetzt bis zum 15. Januar", "de · asked Bo Brandt · not-now · until 2027-01-15"],
  ["Bo Brandt gefragt, jetzt nicht, erst im März", "de · asked Bo Brandt · not-now · until 2027-03-01"],
  ["Bo Brandt gefragt, noch nicht, nächsten Monat", "de · asked Bo Brandt · not-now · until 2026-12-01"],
  ["Bo Brandt gefragt, später, in einem Monat", "de · asked Bo Brandt · not-now · until 2026-12-20"],
  ["Bo Brandt gefragt, nicht jetzt, bis Ende Januar", "de · asked Bo Brandt · not-now · until 2027-01-31"],
  ["Bo Brandt gefragt, nicht jetzt, Mitte Februar", "de · asked Bo Brandt · not-now · until 2027-02-15"],
  ["Bo Brandt gefragt, nicht jetzt bis nächstes Jahr", "de · asked Bo Brandt · not-now · until 2027-01-01"],
  ["Bo Brandt gefragt, nicht jetzt bis 1.12.", "de · asked Bo Brandt · not-now · until 2026-12-01"],
  ["Bo Brandt gefragt, erst wieder im Januar", "de · asked Bo Brandt · not-now · until 2027-01-01"],
  ["Bo Brandt gefragt, bis Jänner", "de · asked Bo Brandt · not-now · until 2027-01-01"],
  [
    "Bo Brandt gefragt, verweist an Anna Albers",
    "de · asked Bo Brandt · sent-to-colleague · me to Anna Albers",
  ],
  [
    "Bo Brandt gefragt, hat mich an Jan Jansen verwiesen an",
    "de · asked Bo Brandt · sent-to-colleague · me to Jan Jansen",
  ],
  [
    "Bo Brandt gefragt, verwiesen an Jan Jansen, Telefonat",
    "de · asked Bo Brandt · sent-to-colleague · me to Jan Jansen · call",
  ],
  [
    "Bo Brandt gefragt, schickt mich zu Clara",
    "de · asked Bo Brandt · sent-to-colleague · me to Clara Freitag",
  ],
  [
    "Bo Brandt nach der Lieferung gefragt, stellt mich vor",
    "de · asked Bo Brandt · named-someone · delivered",
  ],
  [
    "Bo Brandt beim Quartalsgespräch gefragt, nannte jemanden",
    "de · asked Bo Brandt · named-someone · account-review",
  ],
  ["Bo Brandt mit dem Angebot gefragt, keine Antwort, WhatsApp", "de · asked Bo Brandt · message · proposal"],
  [
    "Bo Brandt nach verlorenem Auftrag persönlich gefragt, sagt nein",
    "de · asked Bo Brandt · no · in-person · lost-deal",
  ],
  ["Bo Brandt im Erstgespräch gefragt, denkt nach", "de · asked Bo Brandt · will-think · discovery"],
  ["Bo Brandt beim Mittagessen gefragt, ja", "de · asked Bo Brandt · named-someone · in-person"],
  [
    "Bo Brandt gefragt, Intro zu einem Einkaufsleiter, denkt nach",
    "de · asked Bo Brandt · for “einem Einkaufsleiter” · will-think",
  ],
  [
    "Bo Brandt gefragt, Intro zu jemandem bei Nordbank, denkt nach",
    "de · asked Bo Brandt · at Nordbank · for “jemandem” · will-think",
  ],
  [
    "Bo Brandt gefragt, Kontakt zu Jana Rot, denkt nach",
    "de · asked Bo Brandt · for “Jana Rot” · will-think",
  ],
  [
    "Bo Brandt gefragt, Kontakt zu Jana Rot bei Globex, denkt nach",
    "de · asked Bo Brandt · for “Jana Rot bei Globex” · will-think",
  ],
  [
    "Bo Brandt gefragt, Vorstellung bei Anna von Hafen, denkt nach",
    "de · asked Bo Brandt · to Anna Albers · at Hafen Logistik GmbH · will-think",
  ],
  [
    "Bo Brandt gefragt für Clara Freitag, zugesagt, Teams",
    "de · asked Bo Brandt · to Clara Freitag · named-someone · video",
  ],
  [
    "Bo Brandt gefragt, war sehr zufrieden mit der Einführung, denkt nach",
    "de · asked Bo Brandt · will-think · note “war sehr zufrieden mit der Einführung”",
  ],
  [
    "Bo Brandt gefragt, denkt nach, will erst die Zahlen sehen",
    "de · asked Bo Brandt · will-think · note “will erst die Zahlen sehen”",
  ],
  ["Bo Brandt gefragt, ruft mich am Montag an", "de · asked Bo Brandt · note “ruft mich am Montag an”"],
  ["Bo Brandt gefragt, nein danke sagt er", "de · asked Bo Brandt · no"],
  ["Bo Brandt telefonisch gefragt, antwortet nicht", "de · asked Bo Brandt · call"],
  ["Bo Brandt angesprochen, will nicht, vor Ort", "de · asked Bo Brandt · no · in-person"],
  [
    "mit Bo Brandt telefoniert, gefragt wegen Clara Freitag, ja",
    "de · asked Bo Brandt · to Clara Freitag · named-someone · call",
  ],
  ["BO BRANDT GEFRAGT, DENKT NACH", "de · asked Bo Brandt · will-think"],
  ["bo brandt gefragt,denkt nach,anruf", "de · asked Bo Brandt · will-think · call"],
  ["Bo Brandt gefragt; abgelehnt; SMS", "de · asked Bo Brandt · no · message"],
  ["Ludwig van Damme gefragt, überlegt es sich", "de · asked Ludwig van Damme · will-think"],
  ["Siobhán O’Brien gefragt, denkt nach", "de · asked Siobhán O'Brien · will-think"],
  [
    "fragte Bo Brandt, Intro zu Elisabeth Turner, ja",
    "de · asked Bo Brandt · to Elizabeth Turner · named-someone",
  ],
  [
    "Bo Brandt um ein Intro zu May Chen gebeten, sagt zu, Videocall",
    "de · asked Bo Brandt · to May Chen · named-someone · video",
  ],
  ["Anna von Hafen gefragt, ja gern", "de · asked Anna Albers · of Hafen · named-someone"],
  ["Bo Brandt gefragt, nein danke", "de · asked Bo Brandt · no"],
  ["Anna Albers um Empfehlung gebeten, überlegt", "de · asked Anna Albers · will-think"],
  [
    "hab Bo Brandt gefragt ob sie jemanden bei Nordbank kennt, ja",
    "de · asked Bo Brandt · named-someone · note “ob sie jemanden bei Nordbank kennt”",
  ],
  [
    "Bo Brandt am Telefon wegen May Chen gefragt; überlegt sich das; wieder am 3.12.",
    "de · asked Bo Brandt · to May Chen · will-think · until 2026-12-03 · call",
  ],
  ["Bo Brandt (Kessler) gefragt, denkt nach", "de · asked Bo Brandt · will-think · note “Kessler”"],
  [
    "gestern mit Bo Brandt telefoniert und nach Kontakt zu May Chen gefragt, macht Intro",
    "de · asked Bo Brandt · to May Chen · named-someone · call · on 2026-11-19",
  ],
  [
    "Bo Brandt heute nach May Chen gefragt. Denkt nach.",
    "de · asked Bo Brandt · to May Chen · will-think · on 2026-11-20",
  ],
  ["Kathi am Dienstag gefragt, sie überlegt noch", "de · asked Katharina Vogel · will-think · on 2026-11-17"],
];

const WRONG_IN_GERMAN: [line: string, told: string | null, said: string[]][] = [
  [
    "Bo Brandt gefragt, uebermorgen wieder",
    "de · asked Bo Brandt · on 2026-11-22 · note “wieder”",
    ["“uebermorgen” is still to come. Write down what has happened."],
  ],
  [
    "Ludwig von Bülow gefragt, denkt nach",
    "de · asked Ludwig von Bülow? · will-think",
    ["Nobody called “Ludwig von Bülow” here yet."],
  ],
  ["gefragt", "de", ["Say whom you asked."]],
  ["Anna denkt nach", null, []],
  ["gefragt, denkt nach", "de · will-think", ["Say whom you asked."]],
  [
    "Anna gefragt, denkt nach",
    "de · asked Anna? · will-think",
    ["“Anna” may be Anna Albers or Anna Müller. Which one?"],
  ],
  [
    "Müller gefragt, nein",
    "de · asked Müller? · no",
    ["“Müller” may be Anna Müller or Markus Müller. Which one?"],
  ],
  [
    "Petra Neu gefragt, denkt nach",
    "de · asked Petra Neu? · will-think",
    ["Nobody called “Petra Neu” here yet."],
  ],
  [
    "Anna bei Nordbank gefragt, denkt nach",
    "de · asked Anna? · of Nordbank · will-think",
    ["Anna Albers or Anna Müller: not at that company, as far as we know. Is it somebody else?"],
  ],
  [
    "Bo Brandt morgen gefragt",
    "de · asked Bo Brandt · on 2026-11-21",
    ["“morgen” is still to come. Write down what has happened."],
  ],
  [
    "Bo Brandt nächsten Freitag gefragt",
    "de · asked Bo Brandt · on 2026-11-27",
    ["“nächsten Freitag” is still to come. Write down what has happened."],
  ],
  ["Bo Brandt am 31. Februar gefragt", "de · asked Bo Brandt", ["There is no day “am 31. Februar”."]],
  ["Bo Brandt am 45.13. gefragt", "de · asked Bo Brandt", ["There is no day “am 45.13.”."]],
  [
    "Bo Brandt gefragt, nicht jetzt",
    "de · asked Bo Brandt · not-now",
    ["Say until when: the day on which to ask again."],
  ],
  [
    "Bo Brandt gefragt, später, Anruf",
    "de · asked Bo Brandt · not-now · call",
    ["Say until when: the day on which to ask again."],
  ],
  [
    "Bo Brandt gefragt, nicht jetzt bis gestern",
    "de · asked Bo Brandt · not-now · until 2026-11-19",
    ["The day to ask again comes after the conversation."],
  ],
  [
    "Bo Brandt gefragt, nein bis Januar",
    "de · asked Bo Brandt · no · until 2027-01-01",
    ['Only "not now" and "will think" have a day to come back.'],
  ],
  [
    "Bo Brandt gefragt, denkt nach, nein",
    "de · asked Bo Brandt · will-think",
    ["The answer is said in two ways: “denkt nach” and “nein”. Choose one."],
  ],
  [
    "Bo Brandt angerufen und gefragt, per Mail",
    "de · asked Bo Brandt · call",
    ["How you asked is said in two ways: “angerufen” and “per Mail”. Choose one."],
  ],
  [
    "Bo Brandt gestern gefragt, am Montag",
    "de · asked Bo Brandt · on 2026-11-19",
    ["The day is said in two ways: “gestern” and “am Montag”. Choose one."],
  ],
  [
    "Bo Brandt gefragt, verwiesen an",
    "de · asked Bo Brandt · sent-to-colleague",
    ["Say to whom you were sent."],
  ],
  [
    "Bo Brandt gefragt, verwiesen an Bo Brandt",
    "de · asked Bo Brandt · sent-to-colleague · me to Bo Brandt",
    ["The colleague is somebody else than the person you asked."],
  ],
  [
    "Bo Brandt gefragt, verwiesen an Anna",
    "de · asked Bo Brandt · sent-to-colleague · me to Anna",
    ["“Anna” may be Anna Albers or Anna Müller. Which one?"],
  ],
  [
    "Bo Brandt gefragt, Intro zu Bo Brandt",
    "de · asked Bo Brandt · to Bo Brandt",
    ["“Bo Brandt” is who you asked. Whom do you want to meet?"],
  ],
  [
    "Bo Brandt gefragt, Intro zu Anna",
    "de · asked Bo Brandt · to Anna?",
    ["“Anna” may be Anna Albers or Anna Müller. Which one?"],
  ],
  ["um Intro zu Bo Brandt gebeten", "de · to Bo Brandt", ["Say whom you asked."]],
  ["Mittagessen mit Bo Brandt", null, []],
  [
    "Bo Brandt letzten Montag nach einem Intro zu May Chen gefragt, nicht jetzt, nach Weihnachten",
    "de · asked Bo Brandt · to May Chen · not-now · on 2026-11-16 · note “nach Weihnachten”",
    ["Say until when: the day on which to ask again."],
  ],
  ["frage Bo Brandt morgen", null, []],
];

describe("a typed line", () => {
  it.each([...RIGHT_IN_ENGLISH, ...RIGHT_IN_GERMAN])("%s", (line, told) => {
    const ask = readAsk(line, ground);
    expect(ask && toldBy(ask)).toBe(told);
    expect(ask?.problems).toEqual([]);
  });

  it.each([...WRONG_IN_ENGLISH, ...WRONG_IN_GERMAN])("%s: is answered", (line, told, said) => {
    const ask = readAsk(line, ground);
    expect(ask && toldBy(ask)).toBe(told);
    expect((ask?.problems ?? []).map(troubleText)).toEqual(said);
  });

  it("is understood in both languages, whichever comes first", () => {
    const turned = { ...ground, languages: LANGUAGES.toReversed() };
    for (const [line, told] of [...RIGHT_IN_ENGLISH, ...RIGHT_IN_GERMAN]) {
      const ask = readAsk(line, turned);
      expect(ask && toldBy(ask)).toBe(told);
    }
  });

  it("says from where each thing was understood", () => {
    const line = "asked Anna Albers intro to Bo at Kessler, will think, by phone yesterday, liked it";
    const spans = readAsk(line, ground)?.spans.map(({ field, start, end }) => [
      field,
      line.slice(start, end),
    ]);
    expect(spans).toEqual([
      ["asking", "asked"],
      ["source", "Anna Albers"],
      ["asking", "intro to"],
      ["target", "Bo"],
      ["account", "at Kessler"],
      ["outcome", "will think"],
      ["channel", "by phone"],
      ["day", "yesterday"],
      ["note", "liked it"],
    ]);
  });
});

describe("a correction", () => {
  const anna = people[1]!;
  it.each([
    ["asked Anna, no", { source: anna }, "en · asked Anna Müller · no"],
    ["asked Bo, not now", { untilDay: "2026-12-24" }, "en · asked Bo Brandt · not-now · until 2026-12-24"],
    ["asked Bo, not now until January", { outcome: "no" }, "en · asked Bo Brandt · no"],
    ["asked Bo, no", { outcome: null }, "en · asked Bo Brandt"],
    ["asked Bo, call, by email", { channel: "e-mail" }, "en · asked Bo Brandt · e-mail"],
    ["asked Bo tomorrow", { day: "2026-11-19" }, "en · asked Bo Brandt · on 2026-11-19"],
    ["asked Bo intro to Anna", { target: null }, "en · asked Bo Brandt · for “Anna”"],
    ["asked Bo intro to Anna", { target: anna }, "en · asked Bo Brandt · to Anna Müller"],
    ["asked Bo, after delivery, at the review", { moment: "anytime" }, "en · asked Bo Brandt · anytime"],
    [
      "asked Bo, sent me to Anna",
      { colleague: anna },
      "en · asked Bo Brandt · sent-to-colleague · me to Anna Müller",
    ],
  ] satisfies [string, Corrections, string][])("%s with %j", (line, corrections, told) => {
    const ask = readAsk(line, ground, corrections);
    expect(ask && toldBy(ask)).toBe(told);
    expect(ask?.problems).toEqual([]);
  });
});

describe("whatever is typed", () => {
  const lines = [...RIGHT_IN_ENGLISH, ...WRONG_IN_ENGLISH, ...RIGHT_IN_GERMAN, ...WRONG_IN_GERMAN];
  const word = fc.oneof(
    fc.constantFrom(...lines.flatMap(([line]) => line.split(" "))),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom(",", ".", "@", "31.2.", "0/0", "9999-99-99", "\u0301", "½", "ß", "999 years", "🙂"),
  );

  it("reading it never fails, and no two spans overlap", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), fc.boolean(), (words, asked) => {
        const line = `${asked ? "asked " : ""}${words.join(" ")}`;
        const ask = readAsk(line, ground);
        expect(ask !== null || !asked).toBe(true);
        let end = 0;
        for (const span of ask?.spans ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(line.length);
        for (const problem of ask?.problems ?? []) expect(troubleText(problem)).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("keeps what is too long to be read as a note", () => {
    const long = "the rollout went well ".repeat(50);
    const ask = readAsk(`asked Bo Brandt, ${long}`, ground);
    expect(ask?.source?.who?.fullName).toBe("Bo Brandt");
    expect(ask?.note?.length).toBeGreaterThan(1000);
    expect(ask?.note?.replaceAll(",", "")).toBe(long.trim());
  });
});

function known(fullName: string, accountName: string | null): KnownPerson {
  return { id: fullName, fullName, accountId: accountName, accountName };
}

/** The whole reading in one line; a name with a question mark is one nobody was found for yet, or several. */
function toldBy(ask: TypedAsk): string {
  const { source, company, target, account, forWhom, colleague, outcome, channel, moment } = ask;
  return [
    ask.language,
    source && `asked ${source.who?.fullName ?? `${source.said}?`}`,
    company && `of ${company}`,
    target && `to ${target.who?.fullName ?? `${target.said}?`}`,
    account && `at ${account.who?.name ?? `${account.said}?`}`,
    forWhom && `for “${forWhom}”`,
    outcome,
    ask.untilDay && `until ${ask.untilDay}`,
    colleague && `me to ${colleague.who?.fullName ?? colleague.said}`,
    channel,
    moment,
    ask.day && `on ${ask.day}`,
    ask.note && `note “${ask.note}”`,
  ]
    .filter(Boolean)
    .join(" · ");
}
