import { englishSkillTalks } from "./en-skills.ts";
import type { PersonaTalk } from "./persona-talk.ts";

export const englishTalks: readonly PersonaTalk[] = [
  {
    persona: "ask-delivered-controller",
    ends: "introduces",
    said: [
      "That's wonderful to hear, Frau Brandt. You said the month was closed in three days for the first time. Thank you for pushing it through in your department.",
      "Your former colleague Herr Tietjen at the sister plant in Emden does the same work by hand. Would you introduce me to him? He could have his evenings back.",
      "I understand. Ten minutes on the phone is all it takes, and if it doesn't suit him I'll leave it at that.",
      "Of course, you are no saleswoman, and you needn't be. I'll write three sentences today that you can forward, in your own words if you like.",
    ],
  },
  {
    persona: "ask-delivered-controller",
    ends: "no",
    said: [
      "Sorry to bother you, I was just wondering if maybe you know anyone who might need something like that?",
      "Well, just anyone you can think of, really.",
      "Anybody who is interested. Perhaps you could send me a few names?",
    ],
  },
  {
    persona: "ask-delivered-works-manager",
    ends: "introduces",
    said: [
      "Nothing stood still on Monday, you told me. One of the works managers you play football with changes over next month. Would you introduce me to him? He'd save himself a night like your old ones.",
      "I see, the radio. Two minutes are enough, I'll ring you on Thursday.",
      "Fair enough. I'll send you three lines today, you only have to pass them on.",
    ],
  },
  {
    persona: "ask-delivered-works-manager",
    ends: "walks-off",
    said: [
      "Could you introduce me to one of the works managers from your football?",
      "Come on, just one name.",
      "Surely you know somebody, do me a favour.",
    ],
  },
  {
    persona: "ask-delivered-user",
    ends: "introduces",
    said: [
      "Last week you told me it saves you an hour each morning. Thank you for showing the others how it works.",
      "You still have lunch with the dispatchers of your old firm. Would you introduce me to one of them? She'd have her first hour back, just like you.",
      "I understand, you don't decide that. It isn't about deciding anything: you'd only tell her how it was for you.",
      "That makes sense. It stays between us, and I call her once; if she doesn't want it, I leave her alone.",
      "I'll write you three sentences this afternoon that you can forward.",
    ],
  },
  {
    persona: "ask-delivered-user",
    ends: "colleague",
    said: [
      "Would you introduce me to a dispatcher at your old firm?",
      "Fine, no problem, then I leave it at that.",
    ],
  },
  {
    persona: "ask-anytime-former-client",
    ends: "introduces",
    said: [
      "Henrik, good times they were. I still have your line from when you left, thank you for that. You wrote that the deliveries had never been so calm.",
      "You sit on the same floor as the head of service, Frau Aydin. I'd like you to introduce me to her. She'd get a plan that spares half of the double trips.",
      "I understand that you have to be careful. I'll call her once, and I'll tell you what came of it. If it doesn't fit, a no is fine.",
      "Fair question. From me it would be one letter among fifty. Your word she trusts.",
      "I'll send you two sentences tonight that you can forward.",
    ],
  },
  {
    persona: "ask-anytime-former-client",
    ends: "no",
    said: [
      "Could you introduce me to Frau Aydin?",
      "I'd sell her a lot, I'm sure, we have a new product line out.",
      "It has many new features and everybody is excited about it.",
      "Our brochure lists everything, colour print, forty pages in all.",
      "There are also the new modules that our people have built since.",
    ],
  },
  {
    persona: "ask-anytime-advisor",
    ends: "introduces",
    said: [
      "Thank you for the quarter of an hour, Dr Kern. You said last time that the joint year-end took you a day less since we do the stock.",
      "I would like you to introduce me to Herr Stadler of the joinery. He'd know each evening what a job has earned him. If that doesn't suit you, a no is perfectly fine.",
      "I understand, you are bound to secrecy. I ask for no figures and nothing about his business; it stays between us.",
      "That is quite reasonable. You needn't recommend anything: ask him first whether he wants to hear from me. I call him once, and I report back to you.",
      "I'll send you three sentences today that you can read to him.",
    ],
  },
  {
    persona: "ask-anytime-advisor",
    ends: "no",
    said: [
      "Do you know anyone among your clients who could use us? There'd be a commission in it for you.",
      "Ten per cent, to be exact. Would you introduce me to Herr Stadler?",
      "No problem, then we leave it.",
    ],
  },
  {
    persona: "ask-lost-deal-honest",
    ends: "introduces",
    said: [
      "Thank you for telling me yourself, Herr Wieland. You said twice that our analysis helped you decide; that means a lot.",
      "In your working group somebody starts the same tender this year. Would you introduce me to one of the other IT heads? They would know beforehand what it costs to switch.",
      "I understand, it sounds odd. You needn't recommend us, only say what you just told me, and if it doesn't fit, a no is fine.",
      "That makes sense: when the letters are out. I'll call you on the 15th and bring three sentences that you can forward.",
    ],
  },
  {
    persona: "ask-lost-deal-honest",
    ends: "walks-off",
    said: [
      "But why not us? Would you at least introduce me to the IT heads of your working group?",
      "You owe me that much. Just one name!",
      "Come on, it won't hurt you.",
      "Nobody will know, really, come on.",
    ],
  },
  {
    persona: "ask-lost-deal-friend",
    ends: "introduces",
    said: [
      "No need to be sorry, Sabine. Thank you for fighting for it. You told me the picking time would have halved.",
      "Your brother-in-law has the same trouble in his warehouse. Would you introduce me to him? He'd find each pallet at once.",
      "I understand, family is family. I'll call him once and tell you how it went; if he says no, I leave it.",
      "You're right, he may be stubborn. You'd only have to say what you said to me.",
      "I'll write you three lines tomorrow, which you read out on Sunday.",
    ],
  },
  {
    persona: "ask-lost-deal-friend",
    ends: "walks-off",
    said: [
      "All those hours! At least you could connect me with your brother-in-law.",
      "Come on, after all I've done you owe me that.",
      "Surely you can make one call.",
      "Just one name! It won't hurt you.",
    ],
  },
  {
    persona: "no-policy",
    ends: "kept-open",
    said: [
      "I understand, it's a clear rule. Thank you for telling me so plainly.",
      "No problem at all, we leave it at that. Nothing changes between us.",
    ],
  },
  {
    persona: "no-policy",
    ends: "walks-off",
    said: [
      "Come on, make an exception, nobody will know.",
      "Surely you could introduce me to just this one person?",
    ],
  },
  {
    persona: "no-burnt",
    ends: "not-now",
    said: [
      "I see. Eleven times in a fortnight: that must have hurt. Thank you for telling me.",
      "You're right to be angry. I won't ask again, we leave it at that.",
    ],
  },
  {
    persona: "no-burnt",
    ends: "walks-off",
    said: [
      "But we do it quite differently! Would you introduce me to just one person?",
      "Don't be like that, come on.",
    ],
  },
  {
    persona: "no-not-now",
    ends: "not-now",
    said: [
      "I can see the folders. Of course, then we leave it.",
      "Thank you for being so straight with me. Can I take something off you before Monday?",
    ],
  },
  {
    persona: "no-not-now",
    ends: "walks-off",
    said: ["But you said you were happy! Why not?", "Just one name, it won't hurt."],
  },
  {
    persona: "review-good-year",
    ends: "introduces",
    said: [
      "Gladly. What has changed the most for you this year?",
      "A third less, in your own words. Thank you both, that took courage. And what didn't go well?",
      "Frank, you sit beside Frau Kling of the printing works. Would you introduce me to her? In a restructuring she'd see at once which hall pays.",
      "I understand, it's a hard time for her. I'd call her once, and if she doesn't want it now, that's that.",
      "That's understandable. Your team stays with you, nothing changes in who looks after you.",
      "I'll send you three sentences by Monday, so that you can tell her on Tuesday.",
    ],
  },
  {
    persona: "review-good-year",
    ends: "no",
    said: [
      "Nice chart. Do you know anyone who might perhaps need us?",
      "Anybody really, maybe people from your association.",
      "If you hear of somebody, just think of us.",
    ],
  },
  {
    persona: "review-mixed",
    ends: "not-now",
    said: [
      "With the red one. It is seven weeks late, and that was our fault. No excuse.",
      "It runs by Friday the 12th of December. I'll call you on that day myself.",
      "When it has run, I would like to ask you for an introduction to the head of finance at your sister company. She'd have the same evenings free.",
      "You're right. That was our mistake, so not today; once it runs.",
      "Agreed. That's only fair.",
    ],
  },
  {
    persona: "review-mixed",
    ends: "no",
    said: [
      "Two are green, that's great! Could you introduce me to the head of finance at your sister company?",
      "The interface is nearly there. No problem, then we leave it.",
    ],
  },
  {
    persona: "review-new-face",
    ends: "will-think",
    said: [
      "That's a fair question. What would you have to see to know it, and what isn't working well?",
      "I'll send you the number today: complaints per delivery, before and after.",
      "At your old firm, the dental wholesaler, somebody has your old job. I'd like to ask you later for an introduction to the head of sales there, who would see the same number for her team.",
      "Of course, those aren't yours. What would you want us to promise you?",
      "I understand. For houses of that size which do it themselves it's most useful, and if not, a no is fine.",
      "That's fine, in half a year, at our review in June.",
    ],
  },
  {
    persona: "review-new-face",
    ends: "no",
    said: [
      "Your predecessor was happy. Could you introduce me to your old firm's head of sales?",
      "Fine, then I drop it.",
    ],
  },
  ...englishSkillTalks,
];
