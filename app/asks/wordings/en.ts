import type { TalkLanguage } from "./talk-language.ts";

export const english: TalkLanguage = {
  code: "en",
  name: "English",
  or: "or",
  ways: {
    discovery: {
      seed: {
        trust:
          "{name}, most of our clients came to us because somebody they trust introduced us. If our work is good for you, I will ask you one day whom else we should know. Not today.",
        aim: "We grow by introductions, not by advertising. So our aim is that you will want to tell others about us, and when that day comes, I will ask you.",
      },
      treatment: {
        sameDay:
          "Whoever is introduced to us hears from us the same day, and whoever introduced them hears what came of it.",
      },
      grace: { fine: "And if you would rather not be asked, tell me. Nothing changes between us." },
    },
    proposal: {
      review: {
        table:
          "When we work together, we sit down each quarter and look at what it has brought you. At that table I will also ask you whom you know with the same problem.",
        promise:
          "I promise you one thing: each quarter we look at the results together. Only when you call them good do I ask you for an introduction.",
      },
      treatment: {
        sameDay:
          "Whoever is introduced to us hears from us the same day, and whoever introduced them hears what came of it.",
      },
      grace: { fine: "And if you would rather not be asked, tell me. Nothing changes between us." },
    },
    delivered: {
      value: {
        thanks:
          "{name}, thank you for the work we did together. You told me: “{value}”. That is what we came for.",
        account: "{name}, you said: “{value}”. Thank you. It means a lot to hear that from {account}.",
      },
      treatment: {
        how: "May I tell you how we treat an introduction? Whoever you name hears from us the same day, nobody is pushed, and you hear from me what came of it.",
        careful: "We look after a name as you would: one call, no lists, and a word back to you either way.",
      },
    },
    "account-review": {
      value: {
        looked:
          "{name}, we have just looked at what our work has brought you. You put it like this: “{value}”.",
        quarter: "You said it yourself, {name}: “{value}”. That is a good quarter for {account}, and for us.",
      },
      permission: {
        before: "Before we close the review, may I ask you for something? A no is perfectly all right.",
        others: "There are others we could do the same for. May I ask you who comes to mind?",
      },
    },
    "lost-deal": {
      value: {
        straight:
          "{name}, thank you for being straight with us. It was not for you this time, and I respect that.",
        honest: "You gave us your time and an honest no, {name}. That helps us more than a maybe.",
      },
      permission: {
        know: "May I ask you something all the same? You know by now better than most what we do.",
        fit: "It was not the right time for {account}. May I ask you for whom it might be?",
      },
      say: {
        listened:
          "You might say: “I did not buy from {workspace}, but they listened well. Give {rep} a quarter of an hour.”",
      },
    },
    anytime: {
      value: {
        told: "{name}, you once told me: “{value}”. I was glad to hear it.",
        call: "You said of our work: “{value}”. That is why I ask you, {name}.",
      },
      permission: {
        plain: "May I ask you for something? A no is perfectly all right.",
        others: "There are others we could do the same for. May I ask you who comes to mind?",
      },
      "ideal-client": {
        picture: "I will tell you exactly whom to picture: {whom}.",
        meet: "I would most like to meet {whom}.",
      },
      reason: {
        worth: "Why it is worth their time: {reason}",
        get: "What they get out of it, in one sentence: {reason}",
      },
      prompts: {
        think: "Think of {prompts}. Who comes to mind?",
        first: "Who is the first that comes to mind, of {prompts}?",
      },
      request: {
        plain: "Would you introduce me to them?",
        expect: "Would you tell them that I will be in touch, and why?",
      },
      how: {
        call: "A short call from you is best: two minutes, so that they expect me. Could you do that this week?",
        mail: "If a mail is easier, I send you four sentences that you can change as you like. Shall we say by Friday?",
      },
      say: {
        good: "You might say: “{rep} of {workspace} did good work for us. Talk for a quarter of an hour.”",
        know: "You might say: “I know {rep} of {workspace}. Talk for a quarter of an hour.”",
        why: "What would you tell them? Perhaps just this: {reason}",
      },
      report: {
        sameDay: "I call them the same day, and I tell you what came of it, whatever it is.",
        twice: "You hear from me after the first talk and again at the end, good or bad.",
      },
      grace: {
        mind: "And if nobody comes to mind, that is fine. Thank you for thinking about it.",
        rather: "If you would rather not, just say so. Nothing changes between us.",
      },
    },
  },
  prompts: {
    met: "the people you meet at {company}",
    former: "your former colleagues at {company}{years}",
    years: { fromTo: "{from}–{until}", since: "since {from}", until: "until {until}" },
    like: [
      {
        title: /^(?:head|director|vp|vice president|manager|chief) of (?<found>.+)$/i,
        words: "others who run {found} {trade}",
      },
      {
        title:
          /^(?<found>[\p{L} -]+ (?:manager|director|engineer|planner|controller|officer|buyer|consultant)|controller)$/iu,
        words: "other {found}s {trade}",
      },
      { title: /./u, words: "others who do your work {trade}" },
    ],
    trade: "in {industry}",
    anyTrade: "elsewhere",
    successor: "who took your place at {company}",
    town: "others in {industry} in {town}",
    small: true,
  },
  blurb: {
    subject: "Introduction: {rep}, {workspace}",
    greeting: "Hello {to},",
    greetingNobody: "Hello,",
    who: "I would like you to meet {rep} of {workspace}.",
    client: "We work with them at {account}.",
    value: "What I told them: “{value}”.",
    reason: "Why I thought of you: {reason}",
    picture: "They are looking for {whom}, and I thought of you.",
    plain: "I thought of you because a conversation may well be worth your time.",
    next: "{rep} will get in touch in the next days, and a quarter of an hour is enough to see whether it is of use to you.",
    cover: {
      subject: "A few lines for your introduction",
      lines: [
        "Hello {name},",
        "thank you! Here are a few lines that you can pass on. Change them as you like; a short call from you works even better.",
      ],
    },
  },
};
