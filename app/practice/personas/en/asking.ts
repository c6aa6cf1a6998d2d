import type { PersonaTexts } from "../frame.ts";

export const englishAsking = {
  "ask-delivered-controller": {
    wants: "Would like her former colleague to get home at five as well.",
    fears: "Is afraid of looking like a saleswoman.",
    knows: [
      {
        words:
          "tietjen|(?:your )?(?:former |old |ex-)?colleague(?: \\w+){0,3} emden|(?:the )?sister plant|emden",
        line: "Tietjen? Yes, we shared an office for six years. What about him?",
      },
    ],
    tells: [
      "We used to sit here until the ninth of the month. Now it's the third. I can plan a weekend again.",
      "In Emden they still do it by hand, Tietjen told me so at the summer party.",
    ],
    objections: [
      {
        more: "He has two people off sick and the auditors coming in spring.",
        settled: "Put like that, even Tietjen can spare it.",
      },
      {
        more: "I just don't want to talk him into anything.",
        settled: "If I only have to say how it was for me, I can do that.",
      },
      {
        more: "One good month is one good month. I'm a controller.",
        settled: "Fair enough. It isn't about promising anything.",
      },
    ],
    ends: {
      introduces: "I'll ring Tietjen this afternoon and tell him about my Friday. He'll expect your call.",
      "will-think": "Let me close one more month like that. Then ask me again.",
      no: "No, let me just be glad about it today.",
    },
  },
  "ask-delivered-works-manager": {
    wants: "Likes people who keep the line running and get to the point.",
    fears: "Hates having his time wasted, and his team-mates' as well.",
    knows: [
      {
        words:
          "(?:the |one of the |your |another )?(?:other )?works managers?(?: \\w+){0,6}|football|(?:the )?industrial estate|team-?mates?",
        line: "From the football? There are five of us, all with machines. What about them?",
      },
    ],
    tells: [
      "Sunday night to Monday, and nothing stood still. I've not had that in eleven years.",
      "Kramer on the estate changes over next month and he's dreading it. We play on Thursday.",
    ],
    objections: [
      {
        more: "Line two. The labeller. Every day the same.",
        settled: "Fine, that I can remember.",
      },
      {
        more: "Kramer's maintenance man thinks he can do everything himself.",
        settled: "True, nobody does a changeover like that every week.",
      },
      {
        more: "Something short. I don't read brochures.",
        settled: "Three lines on the phone, that'll do.",
      },
    ],
    ends: {
      introduces: "I'll tell Kramer on Thursday after the match. Send me the lines, I'll pass them on.",
      "will-think": "I'll see whether it comes up on Thursday. Ring me next week.",
      "not-now": "Not now, line two is standing. Next week.",
      no: "They have their own people. Leave it.",
    },
  },
  "ask-delivered-user": {
    wants: "Wants her friends in dispatch to have an easier morning too.",
    fears: "Does not want trouble with her boss.",
    knows: [
      {
        words:
          "(?:the |your )?(?:other )?dispatchers?(?: \\w+){0,5}|your (?:old|former|last|previous) (?:firm|company|haulier|job|colleagues?)|(?:the )?(?:two )?(?:other )?hauliers?|(?:your )?lunch(?:es)?",
        line: "Birgit, from my old firm? We have lunch every other Wednesday. Why?",
      },
    ],
    tells: [
      "An hour every morning, I'm not exaggerating. I used to type the tours in twice.",
      "Birgit still has a wall full of magnets. She says she dreams of them.",
    ],
    objections: [
      {
        more: "He signs things. I only work with them.",
        settled: "Oh, if it isn't about deciding anything, that's different.",
      },
      {
        more: "When I was there, they'd had the same fax for twenty years.",
        settled: "Well, Birgit would be glad of it, in any case.",
      },
      {
        more: "People talk. Hauliers especially.",
        settled: "All right, like that nobody can say anything.",
      },
    ],
    ends: {
      introduces: "I'm seeing Birgit on Wednesday. I'll tell her, and you write me the lines.",
      "will-think": "Let me have lunch with her first. Ask me in two weeks.",
      colleague: "Talk to Herr Simon, my managing director. He decides that, really.",
      no: "I'd rather keep out of it.",
    },
  },
  "ask-anytime-former-client": {
    wants: "Wants to be somebody at the new firm who brings good people.",
    fears: "Has only been there for two years and watches whom he brings in.",
    knows: [
      {
        words: "aydin|(?:the |your )?head of service",
        line: "Aydin? Two doors down from me. What do you want from her?",
      },
    ],
    tells: [
      "Lifts are a different world. But the spare parts chaos is the same.",
      "Aydin took over service in the spring, forty technicians, and half of them drive out twice.",
    ],
    objections: [
      {
        more: "My predecessor brought a supplier in, and it's still being talked about.",
        settled: "Good, then nothing can come back on me.",
      },
      {
        more: "Forty technicians and no two plans alike. She's under fire.",
        settled: "That would be just her subject, I must say.",
      },
      {
        more: "Well, her address is on the web page.",
        settled: "That's true, she doesn't read those.",
      },
    ],
    ends: {
      introduces: "I'll stop by her door tomorrow and tell her that you're one of the good ones.",
      "will-think": "Let me see how the land lies with her first. In two weeks, all right?",
      no: "Write to her yourself, honestly. I'd rather stay out of it.",
    },
  },
  "ask-anytime-advisor": {
    wants: "Wants her clients well served, and nothing said twice.",
    fears: "Her good name is her whole business.",
    knows: [
      {
        words: "stadler|(?:the )?joinery",
        line: "Herr Stadler. I neither confirm nor deny. What about him?",
      },
    ],
    tells: [
      "My clients come to me because I say nothing. That goes for you as well, by the way.",
      "One of the firms we share spoke well of you. Unasked.",
    ],
    objections: [
      {
        more: "That means: not a figure, not a word on how he stands.",
        settled: "If nothing about his affairs is asked of me, the law has no objection.",
      },
      {
        more: "I did it once. A software house. I changed my number afterwards.",
        settled: "So I'd recommend nothing, and you would treat him decently. That is a different thing.",
      },
      {
        more: "You'll have chosen him for something.",
        settled: "That does sound like him.",
      },
    ],
    ends: {
      introduces:
        "I shall ask Herr Stadler whether he wishes to hear from you. If he does, you will get a call from me.",
      "will-think": "I shall weigh it. Ask me in three weeks, not before.",
      no: "No. I don't do that, and I ask you to respect it.",
    },
  },
  "ask-lost-deal-honest": {
    wants: "Wants to be fair, and seen as fair.",
    fears: "Does not want his own choice questioned in front of his peers.",
    knows: [
      {
        words:
          "(?:the |your )?working group(?: \\w+){0,4}|(?:one of )?(?:the |your )?(?:other )?(?:it heads|heads of it|hospital it)|hospital it",
        line: "From the working group? There are fourteen of us. Whom were you thinking of?",
      },
    ],
    tells: [
      "The others fitted the old system, that was all. Your analysis is still on my desk.",
      "In the working group Frau Ebeling starts the same tender in the autumn.",
    ],
    objections: [
      {
        more: "They'd ask me why I didn't take you, and rightly.",
        settled: "I can say honestly how you worked. That's not odd at all.",
      },
      {
        more: "I want to be able to look them in the eye.",
        settled: "That's the truth, and I can say it like that.",
      },
      {
        more: "The letters to the bidders go out next week.",
        settled: "Good, after that I'm free to speak.",
      },
    ],
    ends: {
      introduces: "I'll introduce you to Frau Ebeling once the letters are out, and I'll tell her why.",
      "will-think": "Let me sleep on it until the letters are out.",
      "not-now": "When it's off my desk. In a month you may ask me again.",
      no: "No, that would look odd. I'm sorry.",
    },
  },
  "ask-lost-deal-friend": {
    wants: "Wants to make good the hours you lost on her.",
    fears: "Is afraid of a row in the family.",
    knows: [
      {
        words: "(?:your )?brother-?in-?law(?:'s)?|(?:the )?building materials(?: \\w+)?",
        line: "My brother-in-law, Uwe? Yes, he has the same mess. How do you know?",
      },
    ],
    tells: [
      "Five projects on one page, crossed out in ten minutes. I could have cried.",
      "Uwe searches for pallets every day. He told us so at Sunday lunch.",
    ],
    objections: [
      {
        more: "He'll say: so why didn't you buy it?",
        settled: "True, your work was good. It was our money that was short.",
      },
      {
        more: "I don't want to give up on it just yet.",
        settled: "Yes, that's another matter, you're right.",
      },
      {
        more: "He sent the last one away before the coffee was poured.",
        settled: "If he may just say no, he's quite bearable.",
      },
    ],
    ends: {
      introduces: "I'll tell Uwe on Sunday, and then you ring him. It makes me feel better, too.",
      "will-think": "Let it settle a little. Ask me in two months.",
      no: "Please don't. Not the family.",
    },
  },
} satisfies Readonly<Record<string, PersonaTexts>>;
