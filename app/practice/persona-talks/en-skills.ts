import type { PersonaTalk } from "./persona-talk.ts";

export const englishSkillTalks: readonly PersonaTalk[] = [
  {
    persona: "report-nothing-came",
    ends: "glad",
    said: [
      "Frau Vogt, I met Herr Lorenz, and nothing will come of it: he solved it himself last year. Thank you for bringing us together.",
      "No, not at all. It was a good hour, he laughed a lot and sends you his regards.",
      "I understand. You needn't, it's closed, and I want nothing more from him. That was the end of it.",
      "I can imagine. But thank you, it was worth the trip to me.",
    ],
  },
  {
    persona: "report-nothing-came",
    ends: "walks-off",
    said: [
      "Hello Frau Vogt! How are you?",
      "Well, Herr Lorenz was not interested. Do you know anybody else?",
      "Could you introduce me to another colleague instead?",
    ],
  },
  {
    persona: "seed-discovery-wary",
    ends: "glad",
    said: [
      "What is the hardest part of your work in this hall?",
      "Thank you. Let me say openly how we work: we grow by introductions, and we want to earn them first. Today I am asking for nothing.",
      "I understand, paper is patient. We'll prove it in hall three, by the end of May.",
      "Of course. I ask for no names, and a no will cost you nothing later, either. We call people once, and then leave them alone.",
      "At the review after the first project I'll bring it up again.",
    ],
  },
  {
    persona: "seed-discovery-wary",
    ends: "walks-off",
    said: [
      "We have a great new product line, you will be thrilled by it.",
      "Do you know anybody else who might need it?",
      "Come on, just give me two names.",
    ],
  },
  {
    persona: "first-call-expected",
    ends: "glad",
    said: [
      "Good morning Frau Weiss, Peter Novak introduced us. He thought of you because your complaints have doubled since spring. Do you have five minutes?",
      "Thank you. What happens with the complaints at the moment?",
      "So the battery, every second parcel. How long do your customers wait for an answer?",
      "Nine days, and two of your people have left. I see.",
      "We take over complaints for makers of machines, so that your own people have their hands free.",
      "I understand, a folder helps nobody. What should have changed when they left?",
      "Of course. Rather than a presentation: may I come by on Thursday at two and look at the parcels with you?",
      "I'll tell Peter this evening that we spoke, and thank him.",
    ],
  },
  {
    persona: "first-call-expected",
    ends: "walks-off",
    said: [
      "Good morning, we are the leading provider of service solutions.",
      "Our platform has forty modules. Let me present the brochure.",
    ],
  },
  {
    persona: "give-client-needs",
    ends: "glad",
    said: [
      "You said somebody is copying your clamping device, and you don't know whom to ask.",
      "I know a patent lawyer, Frau Dr Reimann. She stopped a copy for another client of ours with one letter.",
      "I understand, a lawyer's hour is expensive. She told that client in ten minutes whether it was worth it.",
      "No, I get nothing for it.",
      "Let me ask her first whether she has the time, and I'll call you on Thursday with her answer.",
    ],
  },
  {
    persona: "give-client-needs",
    ends: "walks-off",
    said: [
      "I know a lawyer. But then you owe me one.",
      "In return you could introduce me to your neighbour.",
    ],
  },
  {
    persona: "connect-too-keen",
    ends: "glad",
    said: [
      "I'd love to bring you together, Ben. Let me ask her first, she has not been asked yet.",
      "She runs the municipal utilities and is planning her meters for this autumn, that is why it should be now. I'll tell her what you build.",
      "I understand, it's tempting. Once she has said yes she will listen to you quite differently.",
      "I see that, you are worried about being late. I'll ring her tomorrow morning, and you'll hear from me at noon.",
      "No copy needed: once you are in touch I step back, and in two weeks I'll ask you both how it went.",
    ],
  },
  {
    persona: "connect-too-keen",
    ends: "walks-off",
    said: ["Sure, go ahead and call her.", "Here is her mobile number: 0171 2345678."],
  },
];
