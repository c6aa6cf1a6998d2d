import { callName } from "#people/call-name.ts";
import type { PageLanguage } from "./language.ts";

export const english: PageLanguage = {
  code: "en",
  draft: {
    asked: ({ whom, reason }) =>
      [
        whom === null ? "Whom should I meet?" : `Would you introduce me to ${whom}?`,
        ...(reason === null ? [] : [`Why I think it is worth their time: ${reason}`]),
        "A short word from you that I will call is all it takes. And if it does not suit, that is fine: say so here.",
      ].join(" "),
    subject: ({ rep, workspace }) => `Introduction: ${rep}, ${workspace}`,
    letter: ({ source, rep }, link) =>
      `${callName(source)},\n\nas we said: here are the lines to pass on, and a page on which you can tell me how it went. No account is needed.\n\n${link}\n\n${rep}`,
  },
  opens: ({ rep, workspace }, until) =>
    `From ${rep}, ${workspace}. No account is needed; this page opens until ${until}.`,
  kept: ({ workspace, rep }) =>
    `What you write here is kept by ${workspace}. Ask ${rep} if you want to see it, or have it deleted.`,
  loading: "One moment …",
  again: "Try again",
  trouble: {
    forged: "This link is not complete, or not one of ours. Open it once more from the message it came in.",
    withdrawn: "This page was withdrawn.",
    expired: "This page has run out.",
    "said-already": "Something else was said on this page since. Here is how it stands.",
    "gone-on": "This has been gone on with, so it cannot be taken back here. A word to us will do.",
    name: "Please write whom it is about.",
    reach: "Please give an e-mail address or a phone number.",
    email: "Please look at the e-mail address: it is not complete.",
    until: "Please choose one of the days.",
    long: "This is too long for us. Please shorten it.",
    lost: "No connection. Nothing is lost: try again when you are back on the network.",
    fault: "Something went wrong with us. Nothing is lost: please try again in a minute.",
    "too-many": "That was a lot at once. Please wait a minute and try again.",
  },
  turnTo: ({ rep, workspace }) => `Ask ${rep} of ${workspace} for a new one, if you like.`,
  source: {
    heading: ({ source, rep }) => `${callName(source)}, would you introduce ${callName(rep)}?`,
    headingThanks: ({ source }) => `Thank you, ${callName(source)}`,
    headingTold: ({ source }) => `${callName(source)}, this is what became of it`,
    whom: "Whom to picture",
    reason: "Why it is worth their time",
    lines: "Lines you can pass on",
    linesHint: "Change them as you like. Nothing is sent from here.",
    copy: "Copy the lines",
    copied: "Copied ✓",
    notCopied: "This browser does not let us copy. Mark the lines and copy them by hand.",
    mail: "Open in my mail program",
    answer: "Your answer",
    introduced: "I have introduced you",
    askFirst: "Let me ask them first",
    notNow: "Not now",
    notThem: "Not this person",
    never: "Please do not ask me again",
    later: (day) => `Ask again on ${day}`,
    form: {
      name: "Whom did you introduce?",
      company: "Where they work",
      email: "Their e-mail address",
      phone: "Their phone number",
      optional: "if you like",
      effort: "How?",
      efforts: {
        expects: "They expect a call",
        lines: "I passed on the lines",
        vouched: "I also spoke for you",
        meeting: "I arranged a meeting",
      },
      words: ({ rep }) => `Anything ${callName(rep)} should know`,
      send: ({ rep }) => `Tell ${callName(rep)}`,
      close: "Close",
    },
    asking: {
      heading: "You ask them first",
      hint: "Send them this, by whatever way you write to each other. If they say no, nobody is told.",
      draft: ({ rep, workspace }, reason) =>
        [
          `I think a short talk with ${rep} of ${workspace} could be worth your time.`,
          ...(reason === null ? [] : [reason]),
          "May I put you in touch?",
        ].join(" "),
      copy: "Copy this message",
      tail: (link) =>
        `If that is fine with you, say so here, and you are put in touch:\n${link}\nIf not, there is nothing to do, and nobody is told.`,
      waits: (until) => `No answer yet. They can say yes until ${until}.`,
      agreed: ({ rep }, name) => `${name} said yes. ${callName(rep)} gets in touch with them.`,
    },
    said: {
      introduced: ({ rep }, name) =>
        `Thank you! ${callName(rep)} gets in touch with ${name} by the next working day, and tells you what becomes of it.`,
      notNow: (day) => `Noted: not now. You are asked again on ${day} at the earliest.`,
      notThem: (whom) => `Noted: not ${whom}. Nobody of us will ask you for that again.`,
      never: "Noted: nobody of us will ask you for an introduction again. Thank you for saying so.",
      takeBack: "Take it back",
      takenBack: "Taken back.",
    },
    told: {
      heading: "What became of it",
      introduced: (day) => `introduced by you on ${day}`,
      state: ({ rep }, state, day) =>
        ({
          named: "not spoken with yet",
          introduced: "the first call comes next",
          responded: `${callName(rep)} got in touch on ${day}`,
          "meeting-scheduled": "a meeting is arranged",
          met: `met on ${day}`,
          lost: `it did not fit this time (${day})`,
          won: `we work together since ${day}`,
        })[state],
      thanks: ({ rep }) => `Thank you for the introduction. ${callName(rep)}`,
    },
  },
  contact: {
    heading: ({ source, rep }) => `${source} would like to introduce you to ${rep}`,
    who: ({ rep, workspace }) =>
      `${rep} works for ${workspace}. You decide whether you are put in touch; if you would rather not, nobody is told.`,
    yes: "Yes, put us in touch",
    no: "No, thank you",
    fields: { name: "Your name", email: "Your e-mail address", phone: "Your phone number" },
    agree: ({ rep, workspace }) =>
      `With this you agree that ${rep} of ${workspace} writes to you or calls you about this. You can take it back on this page.`,
    send: "Put us in touch",
    declined: "Thank you. Nobody is told, and nothing about you is kept. You can close this page.",
    agreed: ({ rep, source }) =>
      `Thank you! ${rep} gets in touch with you, and ${callName(source)} sees that you said yes.`,
  },
};
