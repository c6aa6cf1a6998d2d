import type { HouseTexts } from "./frame.ts";

export const englishHouse: HouseTexts = {
  lines: {
    small: ["Good. And what brings you to me?", "Yes. What can I do for you?"],
    goOn: ["Good. Go on.", "I see. And?"],
    value: ["Yes, I said that, and it's still so.", "That's true. It did make a difference."],
    gratitude: ["You're welcome. It was nothing special.", "That's kind of you to say."],
    told: ["What can I say: a lot to do, as always.", "As far as I can tell, it's going well."],
    clarify: ["What do you mean exactly?", "I'm not sure I follow. What exactly are you after?"],
    apology: ["There's no need for that. What is it about?", "Say it straight out, I don't bite."],
    anyone: [
      "Anybody? Off the top of my head, nobody. Whom do you mean?",
      "I know a lot of people. Whom should I be thinking of?",
    ],
    whom: ["To whom? Whom do you have in mind?", "Introduce you, yes, but to whom?"],
    introduction: ["Yes, I know who you mean. What about it?", "And what would you like me to do there?"],
    reason: [
      "And what would be in it for them? Why should they take the time?",
      "What do I tell them, if they ask why they should see you?",
    ],
    next: ["All right. And what do I have to do now?", "Good. How do we go about it?"],
    heardOnly: ["Yes. And what do you suggest?", "Exactly. And now?"],
    unheard: [
      "You're quick with an answer. I'm not sure you heard what I said.",
      "That may be. What I said still troubles me, though.",
    ],
    howExactly: ["And what would that look like, exactly?", "Go on. What do you mean by that?"],
    more: [
      "Well, just as I said it. It's on my mind.",
      "There's no more behind it. It bothers me, that's all.",
    ],
    settled: ["All right, that answers it.", "Good. I can live with that."],
    remark: ["Hm.", "Well."],
    pushed: [
      "You're pressing me. I've told you what I think about it.",
      "I did answer that. Please don't keep on.",
    ],
    again: ["You've just said that.", "Yes, so you said."],
    silence: ["Are you still there?", "Hello? Have I lost you?"],
    long: ["That was a lot at once."],
    introduces: [
      "Good, I'll do it. I'll speak to them and tell them to expect you.",
      "All right. I'll call them and tell them who you are.",
    ],
    "will-think": [
      "Let me think about it. Ask me again.",
      "I won't say yes today, and I won't say no. Let me sleep on it.",
    ],
    "not-now": ["Not now. Come back to it later, please.", "It's a bad moment. Another time."],
    no: ["No, I'd rather not. I hope you understand.", "I don't think I'll do that."],
    "kept-open": ["Thank you for taking it like that. I won't forget it.", "That was decent of you."],
    colleague: [
      "You'd better talk to my boss about that.",
      "I'm the wrong one for it. Ask in the management.",
    ],
    "walks-off": ["I think we should leave it here. Goodbye.", "That's enough for today. Goodbye."],
    unasked: ["Right, I have to go. Until next time.", "Well then, I must get on."],
  },
  ofMood: {
    friendly: {
      small: ["Nice to hear from you. What brings you to me?", "Always glad to. What's it about?"],
      pushed: ["Now, now. I've told you how I see it."],
    },
    busy: {
      small: ["Quickly, please. What is it?", "Yes? I have two minutes."],
      clarify: ["Short, please: what do you want?", "I don't follow. One sentence?"],
      gratitude: ["Fine, fine. Go on."],
      silence: ["Hello? I haven't got all day."],
      pushed: ["I said what I said, and I'm in a hurry."],
      "not-now": ["Not now. I really have to go."],
      "walks-off": ["I have to get on. Goodbye."],
      unasked: ["I have to go. Whatever it was, next time."],
    },
    reserved: {
      small: ["I'm listening.", "Please, go on."],
      value: ["That is correct.", "I did say that, yes."],
      gratitude: ["That was part of it."],
      clarify: ["I'd like to understand that exactly. What do you mean?", "Could you be more precise?"],
      pushed: ["I would ask you not to press me."],
      "walks-off": ["I think we had better end here. Good day."],
    },
    annoyed: {
      small: ["Well?", "I'm still here. For now."],
      value: ["That's as may be."],
      gratitude: ["Words."],
      clarify: ["What's that supposed to mean?", "Meaning what?"],
      pushed: ["There you go, that's exactly what I mean."],
      silence: ["Nothing to say to that?"],
      "walks-off": ["That's it. We're done here."],
    },
    delighted: {
      small: ["I'm in a good mood, make use of it! What is it?", "Go ahead!"],
      value: ["Isn't it? I still can't believe it.", "Yes! I tell everybody that."],
      gratitude: ["Oh, it was a pleasure."],
      pushed: ["Hey, don't spoil it. I've said what I think."],
    },
  },
  why: {
    small: "Nothing was asked yet, so they wait for what is coming.",
    goOn: "That was of use to them, and they wait for the rest.",
    value: "They heard their own words again.",
    gratitude: "They were thanked for something.",
    told: "They were asked, so they told.",
    clarify: "They did not understand what was meant, and ask.",
    apology: "It was made small before it was said.",
    anyone: "“Anybody” brings nobody to mind.",
    whom: "An introduction was asked for, and nobody was pictured yet.",
    introduction: "They see a person, and do not know yet what is wanted of them.",
    reason: "They need a reason that they can pass on.",
    next: "They are willing, and nobody has said what happens next.",
    heardOnly: "They feel heard, and wait for an answer.",
    unheard: "Their doubt was passed over, so it stands.",
    howExactly: "They feel heard, and want to know what it means in practice.",
    more: "They were asked about it, so they told more.",
    settled: "The doubt was heard and answered.",
    remark: "There was still something on their mind.",
    pushed: "They were pressed where they had given an answer.",
    again: "The same words a second time add nothing.",
    silence: "Nothing was said.",
    long: "That was longer than they listen.",
    introduces: "They see a person, know a reason, feel heard and trust you with it.",
    "will-think": "They see what you want, and trust is not quite there yet.",
    "not-now": "It is the wrong moment for them, and they said so.",
    no: "There was too little in it that they could trust.",
    "kept-open": "Their no was heard and cost them nothing.",
    colleague: "They do not see it as theirs to decide.",
    "walks-off": "They were pressed or hurt, and protect themselves.",
    unasked: "The time was over, and nothing had been asked.",
  },
  did: {
    value: "You recalled what they had gained.",
    gratitude: "You thanked them for something they did.",
    introduction: "You asked in so many words to be introduced.",
    whom: "They saw a person.",
    picture: "They know whom it fits.",
    reason: "There was something in it for the other one.",
    next: "They know what happens next.",
    freedom: "They were free to say no.",
    apology: "An apology made it a burden.",
    hedge: "Hedging made the question small.",
    anyone: "“Anybody” made it their work to think of somebody.",
    hears: "You showed that you had heard them.",
    accepts: "You let their answer stand.",
    pushes: "You pressed them.",
    why: "You made them justify themselves.",
    rude: "That was hurtful.",
    later: "You took up their time for it, and not yours.",
    day: "You named a day.",
    ease: "You made it easy for them.",
    care: "You said how whoever is introduced will be treated.",
    discretion: "You said what stays unsaid.",
    yourWord: "You said why it should come from them.",
    gift: "You made it something to be bought.",
    gives: "You turned to something that is of use to them.",
    keepsOpen: "You said that nothing changes between you.",
    owns: "You stood by what went wrong.",
    gains: "You had them say what they gained.",
    trouble: "You asked what was not good.",
    thanks: "You thanked them.",
    agrees: "You agreed.",
    bye: "You ended it.",
    because: "You gave a reason.",
    vague: "You named nobody in particular.",
    asks: "You asked them something.",
    silence: "You said nothing.",
    echo: "You used their own words.",
  },
  moods: {
    waiting: "waits for what is coming",
    warming: "is beginning to listen",
    open: "is open to it",
    willing: "would like to help",
    guarded: "is on guard",
    impatient: "is losing patience",
  },
  ends: {
    introduces: "They will introduce you.",
    "will-think": "They will think about it.",
    "not-now": "Not now.",
    no: "They said no.",
    "kept-open": "They said no, and gladly take your next call.",
    colleague: "They sent you to somebody else.",
    "walks-off": "They ended the talk.",
    unasked: "The talk ended, and nothing was asked.",
    unfinished: "You ended it here.",
  },
  anybody: {
    wants: "Wants to be useful to people who were good to work with.",
    fears: "Does not want to be embarrassed in front of somebody who trusts them.",
  },
  personas: {
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
    "no-policy": {
      wants: "Wants the rule respected, and the work to go on well.",
      fears: "Fears that it gets round.",
      knows: [],
      tells: [],
      objections: [],
      ends: {
        "kept-open":
          "I appreciate that. If she should ever ask me herself whom we work with, I'm allowed to answer.",
        no: "Well. Let's leave it at that.",
        "walks-off": "I shall have to note that you asked twice. Good day.",
      },
    },
    "no-burnt": {
      wants: "Wants somebody to hear what it cost him.",
      fears: "Fears for the friendship.",
      knows: [],
      tells: [],
      objections: [],
      ends: {
        "not-now":
          "You're the first who let me finish. Come back in the new year; then we'll see, no promises.",
        no: "It stays a no.",
        "walks-off": "There's the door. This is just how it began that time.",
      },
    },
    "no-not-now": {
      wants: "Wants to get through Monday.",
      fears: "Fears one more thing on her list.",
      knows: [],
      tells: [],
      objections: [],
      ends: {
        "not-now": "Thank you, really. Ring me when they're gone; then I'll have a head for it.",
        no: "Let's leave it. I have to get back to my folders.",
        "walks-off": "I've asked you to leave it. Excuse me, I've work to do.",
      },
    },
    "review-good-year": {
      wants: "Want to keep the good people, and to shine a little with them.",
      fears: "Fear that there will be less time for them.",
      knows: [
        {
          words: "kling|(?:the )?print(?:ing)? works|(?:the )?employers' association",
          line: "Frau Kling? She sits next to me on the board. What do you want from her?",
        },
      ],
      tells: [
        "Complaints down by a third, and nobody works on Saturdays any more. Svenja drew it herself.",
        "Well, one thing: the reports come on Mondays at ten, and we need them at eight.",
      ],
      objections: [
        {
          more: "She's closing one hall of three.",
          settled: "Come to think of it, that's just when she could do with it.",
        },
        {
          more: "Good people get busy, and then they have no time for us.",
          settled: "I'll take you at your word on that.",
        },
        {
          more: "You could say: reference customer Adler.",
          settled: "Right, she wouldn't read that. She'd listen to me.",
        },
      ],
      ends: {
        introduces: "I'll see her on Tuesday at the board. I'll tell her about Svenja's chart and about you.",
        "will-think": "Let us talk it over between us first. We'll tell you next time.",
        no: "Let's stay with our own numbers today.",
      },
    },
    "review-mixed": {
      wants: "Wants a day for the third promise, and that somebody says whose fault it was.",
      fears: "Has put her name to you in the house.",
      knows: [],
      tells: [
        "Two are green and they're good, that I'll say. The bank interface we do by hand, every evening.",
        "My people have been typing for seven weeks. Nobody of yours has rung them.",
      ],
      objections: [
        {
          more: "It's seven weeks. I have it in writing.",
          settled: "Good. I wanted to hear that from you.",
        },
        {
          more: "Not a week, a day.",
          settled: "I'm writing that down.",
        },
        {
          more: "When it has run for a month without a mistake.",
          settled: "Agreed.",
        },
      ],
      ends: {
        "not-now":
          "When the interface has run for a month, you may ask me again. And I'll remember how you spoke today.",
        no: "Finish the third one. Then we can talk about favours.",
        unasked: "Good. The interface first, then we'll see.",
      },
    },
    "review-new-face": {
      wants: "Wants to see for herself what she pays for.",
      fears: "Does not want to be bound by other people's promises.",
      knows: [
        {
          words:
            "(?:your )?(?:old|former|last|previous) (?:firm|company|employer|colleagues?|house)|dental(?: \\w+)?",
          line: "At my old firm? I know everybody there. Why do you ask?",
        },
      ],
      tells: [
        "I see invoices. I don't see what changed because of them.",
        "My people say they like you. I'd like a number.",
      ],
      objections: [
        {
          more: "There was a promise of a training day, I read. I know nothing about it.",
          settled: "Good. Then we begin with mine.",
        },
        {
          more: "They have four people just for that.",
          settled: "That could be a case for it, I admit.",
        },
        {
          more: "By then I'll know what you're worth.",
          settled: "That suits me.",
        },
      ],
      ends: {
        "will-think": "Show me in half a year what you've just said, and then I'll gladly ring my old firm.",
        "not-now": "Half a year. Then we'll see.",
        no: "We hardly know each other. No.",
      },
    },
  },
};
