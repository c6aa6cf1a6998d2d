import type { GoalPeriod, JobWords } from "../alignment-job.ts";

const EVERY: Readonly<Record<GoalPeriod, string>> = { week: "week", month: "month", quarter: "quarter" };

export const english: JobWords = {
  heading: ({ title, company, place }) => `${title} at ${company}${place === "" ? "" : `, ${place}`}`,
  description: ({ company, does, introductions: { amount, every }, sessions }) => [
    {
      heading: "How we win clients",
      lines: [
        ...(does === "" ? [] : [does]),
        `At ${company} introductions come first. Our clients introduce us to people they know, because we did what we promised and because we ask. Other ways of finding business come after that.`,
      ],
      points: [],
    },
    {
      heading: "What you answer for",
      lines: [],
      points: [
        `At least ${amount} ${amount === 1 ? "introduction" : "introductions"} a ${EVERY[every]} from current clients. An introduction is somebody who knows who we are, why we call, and expects it; a name alone does not count.`,
        "Asking everybody you work with at a client, in every role, and not only whoever signed.",
        "Asking by voice: in a meeting, by phone or by video. In writing you only send what was agreed.",
        "Answering every introduction on the same business day, thanking whoever made it within two days, and telling them how it went within thirty.",
        "Introducing clients to people who are of use to them, without waiting to be asked.",
        "Never asking the same person too often: the team’s rest periods and the wishes of a client hold for you, too.",
      ],
    },
    {
      heading: "How you work",
      lines: [],
      points: [
        "Each week you say whom you will ask, how many introductions you expect and what you will talk about. At its end you say what came of it.",
        `You rehearse ${sessions === 1 ? "once" : `${sessions} times`} a week, five minutes each. So do your manager and our leaders.`,
        "Every few weeks you have a 1:1 that begins with what you did, not with your forecast.",
      ],
    },
    {
      heading: "How we measure",
      lines: [
        "In this order: people asked, introductions received, meetings scheduled, meetings held, deals closed. You are compared with your own past first.",
      ],
      points: [],
    },
    {
      heading: "What you bring",
      lines: [],
      points: [
        "You have kept relationships with clients for years, and they would take your call today.",
        "You like asking, or you want to learn it and are ready to sound clumsy in rehearsal.",
        "You keep promises that nobody would remind you of.",
        "You hear a no, thank for it and stay in touch.",
      ],
    },
    {
      heading: "What you get",
      lines: [],
      points: [
        "Two weeks in which you rehearse and ask beside a colleague before you ask alone.",
        "Coaching from your own numbers, a partner to tell your week to, and time for practice in working hours.",
        "Praise for what you do, and pay that follows introductions and what comes of them. Our sources are thanked, never paid.",
      ],
    },
  ],
  interview: {
    heading: "Questions for the interview",
    intro: "Ask for what happened, not for opinions: when, with whom, in which words, and what came of it.",
    good: "A good answer has",
    warns: "Be careful when",
  },
  questions: ({ introductions: { amount, every } }) => [
    {
      asks: "Tell me about the last time you asked a client for an introduction. What exactly did you say?",
      good: [
        "a person and an occasion, not “usually I …”",
        "the words they used: whom they pictured for the client, and why that person should talk to them",
        "what the client answered, and what happened next",
      ],
      warns: "it stays with “I let clients know that we are happy about referrals”: that is no ask.",
    },
    {
      asks: "Of your last ten clients, how many people did you ask, and who were they?",
      good: [
        "a number that they know without looking it up",
        "people in several roles, users and controllers as well as buyers",
        "a reason for each whom they did not ask",
      ],
      warns: "only the buyer is named, or asking waits until the deal is closed and the year is over.",
    },
    {
      asks: "When did a client say no to an introduction? What did you do?",
      good: [
        "a real no, told without blame",
        "that they thanked for it and did not press",
        "what they did for that client afterwards",
      ],
      warns: "they never heard a no: then they rarely asked.",
    },
    {
      asks: "Somebody introduced you to a person you wanted to meet. What did you do in the first hours, and in the weeks after?",
      good: [
        "an answer on the same day that names whoever introduced them",
        "a thank-you to the source at once, and not only after the deal",
        "a word to the source on how it went, also where nothing came of it",
      ],
      warns: "the source is forgotten after the first meeting.",
    },
    {
      asks: "Whom did you introduce to whom in the last three months, and why?",
      good: [
        "two names and what each of them needed",
        "that both were asked before",
        "nothing wanted in return",
      ],
      warns: "nobody comes to mind: who does not give is seldom given.",
    },
    {
      asks: "How do you prepare a conversation that makes you nervous?",
      good: [
        "that they say the first sentence aloud beforehand",
        "a person who listens and says what they heard",
        "an example in which it went better the second time",
      ],
      warns: "they improvise and are proud of it.",
    },
    {
      asks: `Here ${amount} introductions a ${EVERY[every]} are expected. How would you reach that in your first quarter?`,
      good: [
        "a sum backwards: how many asks that takes, and of whom",
        "names or kinds of people they would begin with",
        "a question of their own: what we do for clients, how often one of them may be asked",
      ],
      warns: "the plan is a mail to everybody.",
    },
    {
      asks: "Let us rehearse it: I am a client who is content. Ask me.",
      good: [
        "they first ask what it brought me",
        "they describe one person I can picture, and give a reason",
        "they agree on a next step and thank me, whatever I say; after a hint they try again, and it is better",
      ],
      warns: "they take the hint as an attack; what is rehearsed here is how they will learn.",
    },
  ],
};
