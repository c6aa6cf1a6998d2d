import type { LibraryTexts } from "./frame.ts";
import { englishRubrics } from "./rubrics-en.ts";

export const english: LibraryTexts = {
  rubrics: englishRubrics,
  scenarios: {
    "ask-delivered-controller": {
      name: "The controller who is glad",
      who: "Ilse Brandt, head of controlling at a pump maker in Bremen with 180 people",
      situation:
        "Your project has been running for eight weeks, and she has just rung to say that the month was closed in three days for the first time. Her former colleague Herr Tietjen does her old job at the sister plant in Emden. She has never been asked for anything.",
      opening: "Three days! I went home at five on Friday. My husband thought something had happened.",
      objections: [
        "I don't know whether Tietjen even has time for something like that.",
        "What would I say to him? I'm no salesperson.",
        "Let's first see whether next month works as well.",
      ],
    },
    "ask-delivered-works-manager": {
      name: "Between two machines",
      who: "Ronald Okafor, works manager at a packaging plant, helmet on, radio on his belt",
      situation:
        "The changeover you planned with him was done on Sunday night and nothing stood still on Monday. You meet him in the hall and walk along with him for four minutes. He once mentioned that he plays football with the works managers of the industrial estate.",
      opening: "It runs. Walk with me, I have to get to line two. What is it?",
      objections: [
        "Not now, I'm being called.",
        "The others all have their own people for that.",
        "Send me something and I'll have a look.",
      ],
    },
    "ask-delivered-user": {
      name: "She never signed anything",
      who: "Maja Lindqvist, dispatcher at a haulage firm; the contract was signed by her managing director",
      situation:
        "Nobody uses what you delivered more than she does, and last week she said it saves her an hour each morning. She has worked for two other hauliers before and still has lunch with the dispatchers there. You ring her about a small question that is quickly settled.",
      opening: "That was all? Then I've time for my coffee after all. Anything else?",
      objections: [
        "You'd have to ask my boss that, I don't decide anything.",
        "My old firm? They would never change anything.",
        "I don't want it to look as if I were poaching for you.",
      ],
    },
    "ask-anytime-former-client": {
      name: "Somebody who moved on",
      who: "Henrik Dahl, was purchasing manager at a client until two years ago, now at a maker of lifts",
      situation:
        "You worked well together, and he wrote a warm line when he left. You have run into each other at a trade fair and are standing at the coffee counter. At his new firm he sits on the same floor as the head of service, Frau Aydin, whom you would like to meet.",
      opening: "You, of all people! Are you still at it? We had good times, back then.",
      objections: [
        "I've only been there for two years, I have to be careful whom I bring in.",
        "Service is a difficult department with us.",
        "Why don't you just write to her?",
      ],
    },
    "ask-anytime-advisor": {
      name: "The tax adviser's caution",
      who: "Dr Barbara Kern, tax adviser to a good twenty family firms in the district",
      situation:
        "You share three clients and speak twice a year. She weighs each word, and her good name is her business. You would like to meet the managing director of a joinery whose accounts she keeps, Herr Stadler.",
      opening: "You wanted a quarter of an hour. Please.",
      objections: [
        "I am bound to secrecy, as you know.",
        "I recommend nobody. If it goes wrong, it falls back on me.",
        "Why Herr Stadler in particular?",
      ],
    },
    "ask-lost-deal-honest": {
      name: "Second place, fairly lost",
      who: "Thomas Wieland, head of IT at a hospital group; you came second in his tender",
      situation:
        "He has rung to tell you himself: the other offer fitted better to what they already have. He praised how you worked, twice, without being asked. He chairs the working group of hospital IT heads in his region.",
      opening: "I wanted to tell you this myself and not by letter. It was close, and it wasn't the work.",
      objections: [
        "Wouldn't it be odd for me to recommend you after choosing somebody else?",
        "What should I tell them when they ask why we didn't take you?",
        "I'd rather wait until this is off my desk.",
      ],
    },
    "ask-lost-deal-friend": {
      name: "The budget was cut",
      who: "Sabine Roth, head of logistics at a drinks wholesaler; she wanted you, the board said no",
      situation:
        "Her project was struck off the list on Tuesday along with four others. She feels that she wasted your time and has said so three times. Her brother-in-law runs the warehouse of a building materials dealer with the very problem that she had.",
      opening: "I'm so sorry. You put in all those hours, and now this.",
      objections: [
        "I can hardly send you to family when I couldn't even get it through here.",
        "Perhaps it'll work out next year, let's wait.",
        "He's a stubborn man, I warn you.",
      ],
    },
    "no-policy": {
      name: "The rule of the house",
      who: "Cornelia Haas, compliance officer turned head of operations at an insurer",
      situation:
        "You have asked for an introduction to the head of operations at another insurer whom she knows well. She has put down her cup. She is not unfriendly, she is correct.",
      opening:
        "I have to tell you straight away: we don't recommend suppliers. Not you, not anybody. That's a rule here.",
      objections: [
        "It's nothing personal, I hope you understand that.",
        "I'd be in trouble if it got round.",
        "Please don't put that in writing, either.",
      ],
    },
    "no-burnt": {
      name: "Once and never again",
      who: "Georg Malik, managing director of a foundry, client of six years",
      situation:
        "You have asked him, and you have touched something. Three years ago he brought another supplier together with his best friend, and the friend was rung up eleven times in a fortnight. The two of them did not speak for a year.",
      opening: "No. And I'll tell you why not: because I've done it once.",
      objections: [
        "You people are all the same when it comes to that.",
        "He was best man at my wedding.",
        "Don't tell me now that you'd do it differently.",
      ],
    },
    "no-not-now": {
      name: "The week before the audit",
      who: "Li Wen, quality manager at a maker of medical devices",
      situation:
        "Your work is done and she has praised it. You ask, and at that moment you see the folders on her floor: the auditors come on Monday. She means no for now, but it comes out harder than that.",
      opening: "Honestly? I can't think about anything like that. Not this week, perhaps not this month.",
      objections: [
        "Please don't ring me every Friday about it.",
        "I've got nobody in mind, really nobody.",
        "Can we leave it at that?",
      ],
    },
    "thank-first-day": {
      name: "Thank you, the same day",
      who: "Peter Novak, plant manager; yesterday afternoon he introduced you to Frau Seidel by telephone",
      situation:
        "You reached Frau Seidel at nine this morning and are to visit her on Thursday week. He is in a meeting from ten and picks up on his way there. You have two minutes, and he did you a real favour: he vouched for you in words.",
      opening: "Novak. I'm on my way to a meeting, be quick.",
      objections: [
        "Fine, fine. Was that everything?",
        "I hope you didn't sell her anything straight away.",
        "Next time you can buy me a beer.",
      ],
    },
    "report-nothing-came": {
      name: "Nothing came of it",
      who: "Anneliese Vogt, retired sales director who brought you together with her successor's colleague",
      situation:
        "You met Herr Lorenz, it was a good hour, and it is clear that he has no need of you: he solved it himself last year. She has asked after it once by e-mail. You would rather not have made this call.",
      opening: "How nice! Well, tell me. I've been curious for three weeks.",
      objections: [
        "Oh. Was it the wrong person, then?",
        "I could ring him and have a word.",
        "I feel a bit responsible now.",
      ],
    },
    "report-won": {
      name: "It has become a contract",
      who: "Marek Zielinski, head of maintenance, who arranged the first meeting with his old fellow student",
      situation:
        "After five months his fellow student, Frau Pohl, signed yesterday. He knows nothing of it yet. She has said something kind about him that you may pass on: without his call she would never have picked up the telephone.",
      opening: "Zielinski here. I saw your number, has something happened?",
      objections: [
        "Well then I must be due a commission!",
        "Took her long enough. What was the matter?",
        "And? Is she happy, or did she just sign?",
      ],
    },
    "report-went-wrong": {
      name: "We let him wait",
      who: "Ulrich Sander, managing director, who introduced you to a friend eleven days ago",
      situation:
        "Somebody at your end was ill, the introduction lay there, and his friend heard nothing for a week. You rang the friend yesterday and put it right; the friend took it well. Sander has heard the first half of the story, not the second.",
      opening: "I hear that you don't call people back. That's my name you are playing with.",
      objections: [
        "I put my hand in the fire for you.",
        "An illness. There's always an illness.",
        "I won't be doing that again so soon.",
      ],
    },
    "seed-discovery-curious": {
      name: "How did you come to us?",
      who: "Nadia Rahimi, managing partner of an engineering office with 40 people, first meeting",
      situation:
        "She came to you through a client of yours and is curious how you work. The talk is going well, an hour has passed in no time. Nothing is sold, and nothing should be asked for yet.",
      opening: "I must say, I'd never have found you by myself. Do you do no advertising at all?",
      objections: [
        "So I'm to work for you later on?",
        "And what if I'm not satisfied?",
        "I'm not somebody who hands out telephone numbers.",
      ],
    },
    "seed-discovery-wary": {
      name: "He has been sold to before",
      who: "Dieter Hofmann, head of production, two years before retirement",
      situation:
        "First visit, arms folded. He answers your questions in full, which is more than you expected, but at each sentence that smells of selling he looks at the clock. Say how you work, and promise something that you can keep.",
      opening: "Right. You have until eleven. What do you want from me?",
      objections: [
        "I've heard that before, it came in a glossy folder.",
        "You'll get no names from me, to be clear about that.",
        "Let us first see whether you can do anything.",
      ],
    },
    "seed-proposal-buyer": {
      name: "The buyer asks for a discount",
      who: "Verena Scholz, strategic buyer at a group with four plants",
      situation:
        "Your offer is on the table, and she has to show a saving. There is a temptation to trade a discount for references. Promise her the quarterly review instead, and say openly that this is where you will one day ask her.",
      opening: "Five per cent, then we can talk. And you may put our logo on your page.",
      objections: [
        "Others give a discount for a reference, why not you?",
        "A review every quarter? Who is to sit in that as well?",
        "I buy things. I don't recommend them.",
      ],
    },
    "seed-proposal-board": {
      name: "Two of the board, twenty minutes",
      who: "Dr Konrad Ebert and Frau Ana Matos, board of a savings bank's data centre",
      situation:
        "You present your proposal. He asks about risk, she has been reading ahead and knows your prices. At the end they ask what you need from them so that it becomes a good project; this is your moment for the seed.",
      opening: "We have twenty minutes. Assume that we have read it. What do you need from us?",
      objections: [
        "We're a public body. Recommendations are not our business.",
        "Talk to us about that when it works.",
        "What does that mean in practice: introductions?",
      ],
    },
    "first-call-expected": {
      name: "She expects your call",
      who: "Carla Weiss, head of customer service at a maker of garden tools; Herr Novak introduced you",
      situation:
        "Novak rang her yesterday and vouched for you. Her complaints have doubled since spring, he told you, and she is short of two people. She has your name on a slip of paper in front of her.",
      opening: "Ah, you're the one Peter keeps talking about. I have to be in a meeting at half past.",
      objections: [
        "To be honest, I don't quite know what you do.",
        "We've just had consultants here, they were no help.",
        "Send me a presentation first.",
      ],
    },
    "first-call-forgotten": {
      name: "Who was that again?",
      who: "Jens Petersen, technical director of a shipyard supplier",
      situation:
        "Your source wrote him two lines on Monday; it is Wednesday now, and 140 e-mails have come since. You hear an angle grinder in the background. You have one sentence before he takes you for a cold call.",
      opening: "Petersen! Who? I can hardly hear you.",
      objections: [
        "I don't remember any e-mail.",
        "We're not buying anything, thanks.",
        "Call my secretary about an appointment.",
      ],
    },
    "first-call-courtesy": {
      name: "Out of courtesy",
      who: "Prof. Elisabeth Grau, medical director of a clinic, friend of your source's wife",
      situation:
        "She has taken the call because she was asked to, and she says so. She has no need that she knows of. The aim is a good talk of five minutes and an honest end, whichever way it goes; your source will hear of it from her.",
      opening: "I'm doing this for Martina's sake, you should know that. So, how can I help you?",
      objections: [
        "I fear you've got the wrong person.",
        "What did Martina tell you about us?",
        "I can give you five minutes, no more.",
      ],
    },
    "review-good-year": {
      name: "A good year, three at the table",
      who: "Frank Adler, managing director, and Svenja Thoms, head of operations, client of three years",
      situation:
        "The numbers of the quarter are the best so far, and Svenja has brought a slide of her own. Frank sits on the board of the regional employers' association, where Frau Kling of the printing works sits as well; it is she whom you would like to meet.",
      opening: "Let's begin with the good news. Svenja, show him your chart.",
      objections: [
        "Frau Kling? She's going through a restructuring, I don't know.",
        "We'd rather keep you to ourselves.",
        "Can't you just use our name?",
      ],
    },
    "review-mixed": {
      name: "Two green, one red",
      who: "Margit Olsen, head of finance at a food producer",
      situation:
        "Two of the three promises were kept; the third, the interface to the bank, is seven weeks late, and that was you. She is fair, and she has written it down. Whether there is anything to ask for at all today you decide in the course of the talk.",
      opening: "You know what I'm going to begin with.",
      objections: [
        "You want me to recommend you, with that open?",
        "When will it be finished? A day, please.",
        "Ask me again when it runs.",
      ],
    },
    "review-new-face": {
      name: "The champion is gone",
      who: "Dana Krüger, new head of sales; her predecessor brought you in and left in June",
      situation:
        "She has inherited you and has looked at the invoices, nothing more. At her old firm, a wholesaler for dental supplies, she still knows everybody. First she must see for herself what she has in you; then, perhaps, a small and precise request.",
      opening: "I'll be frank: I don't know yet what we're paying you for.",
      objections: [
        "My predecessor's promises are not mine.",
        "At my old firm they do that in-house.",
        "Give me half a year, then we'll see.",
      ],
    },
    "give-client-needs": {
      name: "He needs a patent lawyer",
      who: "Stefan Bauer, owner of a machine shop and client; he is annoyed about a copied part",
      situation:
        "In passing he tells you that a competitor is copying his clamping device and that he does not know whom to ask. You know a patent lawyer who did good work for another client of yours. It has nothing to do with what you sell.",
      opening: "Two years of work, and they simply bought one and measured it. Forget it. Where were we?",
      objections: [
        "Lawyers only cost money.",
        "Do you get something for it if I call him?",
        "I haven't the time to look after it now.",
      ],
    },
    "give-nothing-to-sell": {
      name: "What would help you?",
      who: "Katrin Jansen, head of a vocational school, and on the board of the local trade association",
      situation:
        "She is no client and will not become one. She has introduced you twice, and you have never done anything for her. Find out what she is working on, and offer one person who would be useful to her.",
      opening: "You've got that look. Whom do you want to meet this time?",
      objections: [
        "I can't think of anything I need, really.",
        "You don't owe me anything, leave it.",
        "Our problem is that we lack teachers, and you don't have those.",
      ],
    },
    "connect-two-clients": {
      name: "Both want it, nobody begins",
      who: "Olga Petrenko, buyer at a maker of stage equipment",
      situation:
        "She is looking for somebody who can powder-coat aluminium in small lots; Jonas Feld, another client, does exactly that and has said he would like to hear from her. Bring the two together on the telephone, so that something happens this week.",
      opening: "You said that you might know somebody for the coating?",
      objections: [
        "Is he any good, or just a client of yours?",
        "Give me his number and I'll see when I get round to it.",
        "And if he's too expensive? Then it's awkward for you.",
      ],
    },
    "connect-too-keen": {
      name: "He wants to ring at once",
      who: "Ben Hartwig, founder of a software firm, delighted that you know Frau Dr Sommer",
      situation:
        "He has heard that the head of the municipal utilities, Frau Dr Sommer, is a client of yours, and he wants her mobile number. You think that the two would suit each other, but she has not been asked. Slow him down without dampening him.",
      opening: "You know her? Fantastic! Just give me her number, I'll say you send your regards.",
      objections: [
        "Come on, it's only a quick call.",
        "By then somebody else will have got in.",
        "Shall I write to her and put you in copy?",
      ],
    },
  },
};
