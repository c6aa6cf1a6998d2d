import type { LibraryTexts } from "./frame.ts";

export const englishRubrics: LibraryTexts["rubrics"] = {
  ask: {
    name: "Asking for an introduction",
    points: {
      whom: {
        act: "Names one person, or one role at one company",
        why: "With a face before their eyes people think of somebody; with “anyone” they think of nobody.",
      },
      picture: {
        act: "Describes whom we help: the kind of company, its size, its trouble",
        why: "The source can then recognise a second and a third, and leave out whoever does not fit.",
      },
      reason: {
        act: "Says what is in it for the person to be met",
        why: "Nobody passes on a request for a meeting; they pass on a reason for one.",
      },
      introduction: {
        act: "Asks to be introduced, in so many words",
        why: "Asked for names, people give names. What opens a door is being brought through it.",
      },
      next: {
        act: "Says what happens next: a step, whose it is, and when",
        why: "A yes without a next step is forgotten by both before the week is over.",
      },
      gratitude: {
        act: "Thanks them for something they did",
        why: "An introduction costs the source a piece of their good name. That is worth a word.",
      },
      value: {
        act: "Recalls, before the request, what they said they gained",
        why: "In their own words they hear once more why others should have it too.",
      },
      freedom: {
        act: "Leaves room for a no, or says how the introduced person is treated",
        why: "Whoever may say no without cost says yes with pleasure.",
      },
    },
  },
  "take-a-no": {
    name: "Taking a no with grace",
    points: {
      heard: {
        act: "Lets them finish, and says back in their words what they said",
        why: "A no that was heard once need not be said twice.",
      },
      thanked: {
        act: "Thanks them for the plain answer",
        why: "An honest no spares both sides three months of “I have not got round to it”.",
      },
      unpressed: {
        act: "Does not ask a second time in the same talk",
        why: "Pressing on once more wins a name and loses the source.",
      },
      unexplained: {
        act: "Asks for no justification",
        why: "“May I ask why?” makes them defend themselves, and then believe it.",
      },
      "kept-open": {
        act: "Says that nothing changes between us",
        why: "Many people who decline fear exactly that, and go quiet because of it.",
      },
      gave: {
        act: "Turns to something that is useful to them",
        why: "The talk then ends on their matter and not on ours.",
      },
      ended: {
        act: "Ends the subject within two sentences",
        why: "A short silence is shorter than a long apology.",
      },
    },
  },
  "thank-and-report": {
    name: "Thanking and reporting back",
    points: {
      named: {
        act: "Names whom they introduced, and when",
        why: "A busy source has introduced more than one. Say which this is about.",
      },
      outcome: {
        act: "Says what came of it in the first two sentences",
        why: "That is what they have been wondering about since they made the introduction.",
      },
      plainly: {
        act: "Tells it as it is, also when nothing came of it",
        why: "A report that only ever shines is not believed, and a silence is taken for a failure.",
      },
      thanked: {
        act: "Thanks them for what they did, not for what we sold",
        why: "They vouched for us whether or not it turned into business. Thanks for the deal alone makes it a trade.",
      },
      unasked: {
        act: "Asks for nothing in the same breath",
        why: "Thanks with a request behind them were never thanks.",
      },
      next: {
        act: "Says when they will hear from us again about it, or that this was the end of it",
        why: "They can then close it in their head, or look forward to the rest.",
      },
      voice: {
        act: "Tells something only they would enjoy hearing: a word, a laugh, a detail",
        why: "It brings the two people they connected to life, and shows that it was not a form.",
      },
    },
  },
  seed: {
    name: "Planting a seed",
    points: {
      "how-we-grow": {
        act: "Says that we grow by introductions",
        why: "Said early, the later request comes as no surprise.",
      },
      "earn-first": {
        act: "Says that we want to earn it first",
        why: "It turns the sentence from a claim on them into a promise to them.",
      },
      "no-request": {
        act: "Asks for nothing today",
        why: "Nobody can recommend what they have not yet had.",
      },
      when: {
        act: "Says when the matter will come up again",
        why: "“At our first review in spring” is a date; “some day” is a threat.",
      },
      treatment: {
        act: "Says how somebody introduced to us is treated",
        why: "The fear of a colleague being badgered is met before it is there.",
      },
      freedom: {
        act: "Says that a no will cost nothing",
        why: "They then remember the sentence as a courtesy and not as a condition.",
      },
    },
  },
  "first-call": {
    name: "The first call after an introduction",
    points: {
      "source-first": {
        act: "Names who introduced us within the first sentence",
        why: "It is the only reason they have picked up the telephone.",
      },
      reason: {
        act: "Says in one sentence why the source thought of them",
        why: "It shows that they were chosen and not collected.",
      },
      time: {
        act: "Asks whether now is a good moment, and says how long it takes",
        why: "Somebody who is given two minutes and the choice often gives ten.",
      },
      asked: {
        act: "Asks about their situation before telling anything of ours",
        why: "Borrowed trust is spent quickly by a presentation.",
      },
      listened: {
        act: "Says back what they heard before going on",
        why: "It is the first proof that the source was right about us.",
      },
      step: {
        act: "Agrees on one next step with a day, or says openly that there is none",
        why: "A call that ends in “let us stay in touch” was the last one.",
      },
      "report-back": {
        act: "Says that the source will be told and thanked",
        why: "It keeps the three of us in one conversation, and everybody polite.",
      },
    },
  },
  "review-ask": {
    name: "Asking in an account review",
    points: {
      "results-first": {
        act: "Goes through the results before anything is asked",
        why: "The right to ask is earned at this table, and they must see it on it.",
      },
      "their-words": {
        act: "Has the client say what they gained, and writes it down in their words",
        why: "What they say themselves they believe, and can repeat to others.",
      },
      trouble: {
        act: "Asks what did not go well, and hears it out",
        why: "Whoever asks for an introduction over an open grievance gets the grievance.",
      },
      whom: {
        act: "Names one person, or one role at one company",
        why: "A name was prepared at home. Thinking of one is our work and not theirs.",
      },
      reason: {
        act: "Says what is in it for the person to be met",
        why: "It is the sentence that the client will repeat.",
      },
      introduction: {
        act: "Asks to be introduced, in so many words",
        why: "Otherwise the review ends with a list of names and no doors.",
      },
      next: {
        act: "Says what happens next: a step, whose it is, and when",
        why: "It goes into the minutes like everything else that was agreed.",
      },
      freedom: {
        act: "Leaves room for a no, or says how the introduced person is treated",
        why: "In front of colleagues a no is harder. Make it easy.",
      },
    },
  },
  give: {
    name: "Giving a referral",
    points: {
      "their-aim": {
        act: "Says back what they are trying to get done",
        why: "Help that answers no question of theirs is a favour to be returned.",
      },
      specific: {
        act: "Names one person who could help, and what they do",
        why: "One name with a reason is worth more than three to choose from.",
      },
      "why-them": {
        act: "Says from own experience why that person, or says that there is none",
        why: "Our word is what we give away here. It has to be true.",
      },
      "both-asked": {
        act: "Offers to ask the other one first",
        why: "Nobody likes to be handed on without having been asked.",
      },
      "no-return": {
        act: "Asks for nothing in return",
        why: "What is given on account is no gift, and people feel the invoice.",
      },
      next: {
        act: "Says what happens next: a step, whose it is, and when",
        why: "An offer that hangs in the air becomes a small debt of ours.",
      },
    },
  },
  connect: {
    name: "Bringing two people together",
    points: {
      "both-willing": {
        act: "Makes sure that both have said yes before they meet",
        why: "An introduction that one side learns of in the copy line embarrasses three people.",
      },
      "who-each-is": {
        act: "Says of each, in one sentence, who they are",
        why: "A sentence that fits them opens the talk; a job title does not.",
      },
      "why-now": {
        act: "Says why the two should talk now",
        why: "Without an occasion both will say “gladly, some time”.",
      },
      "first-step": {
        act: "Proposes the first step and says whose it is",
        why: "Two polite people wait for each other for weeks.",
      },
      "steps-back": {
        act: "Steps out of it once they are in touch",
        why: "Whoever stays in the copy line wants something.",
      },
      "looks-back": {
        act: "Says that they will ask both how it went",
        why: "It shows that it mattered, and it teaches us whom to bring together next.",
      },
    },
  },
};
