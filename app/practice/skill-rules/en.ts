import type { SkillRules } from "./skill-language.ts";

const LADY = "(?:frau|herr|herrn|mr|mrs|ms|dr|doctor|professor)\\.?(?: dr\\.?)?";
const DAY =
  "(?:monday|tuesday|wednesday|thursday|friday|today|tonight|tomorrow|this (?:week|afternoon|evening)|next week)";
const REQUESTS = [
  "(?:do|would|might) you (?:happen to |perhaps |maybe )?know (?:of )?(?:anyone|anybody|someone|somebody|others?|other)",
  "(?:could|would|can|will) you (?:also |perhaps |maybe |then )?(?:introduce|connect|recommend|put (?:me|us) in touch|bring (?:me|us)|give me|name)",
  "(?:another|the next|one more) (?:introduction|name|contact)",
  "(?:anyone|anybody|somebody|someone|who) else (?:you|i|who|comes)",
  "(?:give|tell|name|get) me (?:just )?(?:a|one|two|three|some|the) (?:names?|numbers?|contacts?)",
];
const NO_REQUEST = ["not|isn't|don't|won't|never|nothing|whether|one day|some ?day|(?:do|did|am)n't"];

export const englishSkillRules: SkillRules = {
  "thank-and-report": {
    "thank-and-report/named": {
      any: [`${LADY} {Name}`, "your (?:friend|colleague|successor's colleague|(?:old )?fellow student)"],
      because: "You said whom it is about.",
    },
    "thank-and-report/outcome": {
      any: [
        "nothing (?:has |will )?(?:came|come|comes) (?:out )?of it",
        "(?:he|she|they|{Name}) (?:has |have |had )?(?:signed|bought|ordered|said yes|said no|declined|decided|agreed|(?:took|taken) it well)",
        "(?:doesn't|does not|didn't|did not|don't|has no|have no|had no) (?:really )?(?:need|use|want)",
        "(?:it|this|that) (?:has )?(?:became|become|turned into|led to|didn't work|did not work|won't lead|leads nowhere|went nowhere|worked out)",
        "(?:i|we)(?:'ve| have)? (?:met|saw|seen|reached|visited|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with))",
        "(?:i|we)(?:'m| am| are|'re|'ll| will)? (?:visit|visiting|seeing|see|meet|meeting) (?:him|her|them|{Name})",
        "(?:solved|settled|sorted) it (?:himself|herself|themselves|last year|already)",
        "(?:rang|called|phoned) (?:him|her|them|{Name}|your friend|my friend)",
        "(?:have|has) (?:put|set) it right|put it right",
        "(?:contract|order|deal|appointment|meeting) (?:is|was|came|has)",
        "(?:is|was|were) (?:not |very )?interested|no interest",
      ],
      because: "You said what came of it.",
    },
    "thank-and-report/thanked": {
      any: ["without you", "(?:your|you) (?:call|word|name|opened) (?:meant|made|opened|helped|the door)"],
      because: "You thanked them for what they did.",
    },
    "thank-and-report/unasked": {
      any: [
        "(?:i'm|i am|we're) (?:not )?(?:asking|asking you) (?:for )?nothing",
        "(?:not|didn't) (?:calling|call|asking|ask) (?:you )?(?:for|to ask)",
      ],
      because: "You said that you want nothing for it.",
    },
    "thank-and-report/next": {
      any: [
        "(?:you'll|you will) (?:hear|know|get)",
        "(?:i'll|i will|we'll|let me) (?:tell you|call you|ring you|write to you|report|let you know|come back|be in touch)",
        "(?:that|this|it)(?:'s| is| was) the end of it",
        "(?:it|that|the matter) (?:is|'s) (?:closed|finished|over|done)|(?:it |that )?ends here",
      ],
      because: "You said when they will hear more, or that this was the end of it.",
    },
    "thank-and-report/voice": {
      any: [
        "(?:he|she|they|{Name}) (?:laughed|smiled|asked after you|remembers?|sends? (?:you )?(?:his |her |their )?(?:best |warm )?(?:regards|greetings|love))",
        "(?:he|she|they|{Name}) (?:told me|said) (?:that |how |about )?(?:you|without you|of you|the two of you)",
        "(?:he|she|they|{Name}) (?:spoke|speaks|talks) (?:so |very )?(?:warmly|highly|fondly)",
        "we (?:both )?laughed|regards from",
      ],
      because: "You brought a detail that is for them alone.",
    },
    "thank-and-report/reassures": {
      any: [
        "the right (?:person|man|woman|one|address)",
        "not (?:your|anybody's) fault|(?:no|not),? (?:not )?at all|(?:don't|no need to) (?:worry|blame|feel)|nothing to (?:blame|feel)",
        "worth (?:it|the|every|my)",
      ],
      because: "You put them at ease about it.",
    },
    "thank-and-report/declines": {
      any: [
        "(?:there is|there's) no need|no need|you needn't|you don't (?:have|need) to|(?:i'd|i would) rather not|please don't",
        "leave (?:it|him|her) (?:there|at that|be|alone|in peace)|let (?:it|him|her) (?:be|rest)",
      ],
      because: "You did not let them do more.",
    },
    "thank-and-report/spoils": {
      any: REQUESTS,
      unless: NO_REQUEST,
      because: "A request stood behind the thanks.",
    },
  },
  seed: {
    "seed/how-we-grow": {
      any: [
        "(?:we|i) (?:mostly |only |almost only |really )?(?:grow|live|work|get|win|find|gain) ... (?:introductions?|introduced|recommendations?|recommended|referrals?|referred|word of mouth)",
        "(?:through|by|from|on) (?:introductions?|recommendations?|referrals?|word of mouth)",
        "(?:all|most|every one|each|half) of our (?:clients|customers|work) (?:come|came|comes|is|are|were)",
        "(?:every|each|any) (?:new )?(?:client|customer) (?:of ours |we have )?(?:has )?(?:come|came|comes)|(?:recommended|introduced) us",
      ],
      because: "You said that you grow by introductions.",
    },
    "seed/earn-first": {
      any: [
        "(?:earn|earned|deserve|deserved) (?:it|that|your|this|the right)",
        "(?:first) (?:we|i|you)(?:'ll|'d| will| want| have| must| should| see| judge)",
        "(?:we|i)(?:'ll| will| want to| have to| must|'d like to)? (?:first )?(?:show|prove|deliver|do good work|do a good job|earn)",
        "(?:once|when|if|after|only if|only when) (?:you(?:'re| are)|we(?:'ve| have)) (?:really )?(?:happy|satisfied|pleased|content|convinced|delivered|earned)",
        "judge (?:us|me) by|(?:good|well|something|work|quality) first",
      ],
      because: "You said that you want to earn it first.",
    },
    "seed/no-request": {
      any: [
        "(?:ask|asking|want|wanting|need|request) (?:you )?(?:for )?nothing",
        "(?:not|won't|don't|nothing) (?:to )?(?:ask|asking|want|need|wanting)(?: (?:you|for|anything|a|any|names?|of)){0,3} ?(?:today|now|names?|anything)",
        "no (?:names?|numbers?|request)(?: (?:today|from you|now))?",
      ],
      because: "You asked for nothing today.",
    },
    "seed/when": {
      any: [
        "(?:at|in|after|during) (?:our|the|your) (?:first |next |quarterly |half-year(?:ly)? |spring |autumn )?(?:reviews?|project|quarter|acceptance|handover)",
        "in (?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)",
        "(?:talk about|come back to|bring up|raise|mention) (?:it|that|this) again",
        "(?:in|after|for) (?:three|six|nine|twelve|a few|\\d+) (?:months?|weeks?)|in half a year|next (?:spring|summer|autumn|winter|year|quarter)",
        "(?:once|when|after) (?:it|the \\w+|your \\w+|everything) (?:runs?|works?|is (?:done|running|finished|delivered))",
      ],
      because: "You said when it will come up again.",
    },
    "seed/treatment": {
      any: [
        "(?:we|i) (?:only )?(?:call|ring|write to|approach|contact) ... once",
        "(?:nobody|no one) (?:is|gets|will be|ever) (?:pestered|chased|badgered|rung|called|pushed|pressed)",
        "treat(?:ed|s)? ... (?:respect|care|like|as if)|leave (?:them|him|her|people|whoever) (?:alone|in peace)",
      ],
      because: "You said how somebody introduced to you is treated.",
    },
    "seed/freedom": {
      any: [
        "(?:a|your|the) no (?:costs|will cost|is|changes|would|does)",
        "you (?:may|can|are free to|are always free to) (?:always |then )?(?:say no|decline|refuse)",
        "you (?:needn't|need not|don't have to|do not have to|won't have to)",
        "(?:nothing|no harm) (?:changes|done) if",
      ],
      because: "You said that a no costs nothing.",
    },
    "seed/spoils": {
      any: [...REQUESTS, "in (?:return|exchange) for|discount for"],
      unless: NO_REQUEST,
      because: "You asked already today.",
    },
  },
  "first-call": {
    "first-call/source-first": {
      any: [
        "{Name} (?:has )?(?:introduced|told|asked|suggested|gave|sent|recommended|rang|called|spoke|mentioned|wrote|vouched|thought)",
        "(?:by|through|thanks to|because of|at the suggestion of|(?:regards|greetings|introduction|name) from) {Name}",
        `${LADY} {Name}`,
      ],
      because: "You began with who introduced you.",
    },
    "first-call/reason": {
      any: [
        "(?:he|she|{Name}) (?:thought|thinks|said|told me|mentioned|believes|feels)",
        "(?:thought|thinks) (?:of you|that you|we should)",
        "because (?:you|your)",
      ],
      because: "You said why their friend thought of them.",
    },
    "first-call/time": {
      any: [
        "(?:do|have) you (?:have |got )?(?:a |two |three |five |ten |\\d+ )?(?:moment|minutes?|time)",
        "(?:is|would) (?:it|now|this|that) (?:be )?(?:a )?(?:good|bad|convenient|right|all right|okay|fine)(?: (?:time|moment|now))?",
        "(?:two|three|five|ten|\\d+) minutes|(?:good|bad|convenient) (?:time|moment)|caught you",
      ],
      because: "You asked for their time and said how long it takes.",
    },
    "first-call/asked": {
      any: [
        "(?:what|how|where|which|since when|when)(?:'s| is| are| does| do| did| has| have| happens?| happened| many| much| long| troubles?| bothers?| weighs?| takes?| keeps?| kind| would| exactly) [^?]*\\?",
        "(?:tell|show) me (?:about|how|what|where)",
      ],
      unless: [
        "how are you|what do you say|how about|(?:good|right|convenient) (?:time|moment)|when (?:can|could|may|would)|(?:monday|tuesday|wednesday|thursday|friday)",
      ],
      because: "You asked about them before you told of yourself.",
    },
    "first-call/listened": {
      any: [
        "(?:if|when) i (?:understand|understood|heard|hear) (?:you|that|it)?",
        "(?:so )?(?:you(?:'re| are) saying|you said|you told me|what i hear|i hear)",
        "let me (?:say|repeat|sum)|did i (?:get|understand)",
      ],
      because: "You said back what you had heard.",
    },
    "first-call/step": {
      any: [
        `(?:may|shall|can|could|let me|i'll|i will|we|i) (?:i |we |me )?(?:visit|come|meet|drop|see|call|ring|talk|sit|speak) ... ${DAY}`,
        `(?:how about|would|does|say|on|by) ${DAY}`,
        "(?:no|isn't any|isn't a|don't see a) (?:next step|need)|leave it (?:there|here|at that)",
      ],
      because: "You agreed on one next step, or said that there is none.",
    },
    "first-call/report-back": {
      any: [
        "(?:i'll|i will|i shall|let me) (?:tell|thank|let|report to|write to|call|ring) (?:herr |frau |mr\\.? |mrs\\.? |ms\\.? )?(?:{Name}|him|her)",
        "(?:{Name}|he|she) (?:will|'ll) (?:hear|know)",
      ],
      because: "You said that their friend will be told and thanked.",
    },
    "first-call/what-we-do": {
      any: [
        "(?:we|i) (?:mostly |mainly |only )?(?:take|help|spare|make|relieve|look after|sort|answer|build|run|plan|organi[sz]e|do|see to|work)",
      ],
      because: "You said in plain words what you do.",
    },
    "first-call/spoils": {
      any: [
        "(?:we are|we're) (?:the |a )?(?:leading|market leaders?|number one|experts?)",
        "our (?:product|solution|platform|portfolio|brochure|software|tool|company|service)s? (?:is|are|offers?|can|has|have|lets|does|helps?|lists)",
        "(?:we|i) (?:can )?offer|let me (?:present|show you our|tell you about (?:us|our))",
        "special offer|discount",
      ],
      because: "You presented before you knew what they need.",
    },
  },
  give: {
    "give/their-aim": {
      any: [
        "you(?:'re| are)? (?:really |just )?(?:need|want|would like|looking for|trying|searching|after|fighting|worried|annoyed|short of|lacking|do not know|don't know)",
        "(?:copying|copied|copies|being copied)|you (?:lack|lost|spent|put|have been)",
        "(?:two years of work|your (?:clamping )?device|your (?:part|invention|idea|work))",
      ],
      because: "You said back what they are trying to get done.",
    },
    "give/specific": {
      any: [
        "i know (?:a|an|somebody|someone|one|just the) [^ ,.]+",
        "(?:there is|there's) (?:a|an|one) [^ ,.]+ ?(?:lawyer|attorney|teacher|who)",
        `${LADY} {Name}`,
        "(?:patent )?(?:lawyer|attorney)",
        "(?:is called|her name is|his name is|named|called) {Name}",
      ],
      because: "You named one person who could help.",
    },
    "give/why-them": {
      any: [
        "(?:she|he|they|{Name}) (?:has |have )?(?:worked|helped|won|did|done|stopped|got|saved|advised|sorted|solved|kept|looked|settled)",
        "(?:for|with|by) (?:another|a) client(?: of (?:mine|ours))?|(?:one|some|two) of (?:our|my) clients|had the same",
        "(?:i|we)(?:'ve| have)? (?:never )?(?:worked|seen|known|experienced)|(?:my|our) own experience",
      ],
      because: "You said from your own experience why that person.",
    },
    "give/both-asked": {
      any: [
        "(?:i'll|i will|i'd|i would|let me|shall i|may i|i can|i) (?:gladly |first )?(?:ask|check with|speak to|ring|call|talk to) (?:her|him|them|{Name}|frau|herr|dr)",
        "(?:ask|asked|asking) (?:her|him|them) first",
      ],
      because: "You offered to ask the other one first.",
    },
    "give/no-return": {
      any: [
        "(?:get|earn|receive|take|want|have|ask|asking|gain|expect)(?: for)? nothing",
        "(?:don't|do not|not) (?:get|earn|receive|take|want|expect|ask for) (?:anything|a|any)",
        "nothing (?:in return|for it|in it for me)|no (?:commission|strings|favou?r)|not a (?:cent|penny)",
      ],
      because: "You said that there is nothing in it for you.",
    },
    "give/next": {
      any: [
        "(?:i'll|i will|we'll|shall i|let me) (?:call|ring|send|write|mail|text|let you know|come back|tell|give|ask) ... (?:monday|tuesday|wednesday|thursday|friday|today|tonight|tomorrow|this (?:week|afternoon|evening)|next week|then|afterwards)",
        `(?:by|on|until) ${DAY}`,
      ],
      because: "You said what happens next, and when.",
    },
    "give/spoils": {
      any: [...REQUESTS, "in return|owe me|favou?r back|one hand washes|for that you|commission"],
      unless: [...NO_REQUEST, "no"],
      because: "You wanted something back for it.",
    },
  },
  connect: {
    "connect/both-willing": {
      any: [
        "(?:ask|asked|asking|check with|speak to|ring|call|talk to) (?:her|him|them|both|{Name}|frau|dr) (?:{Name} )?(?:first|before|tonight|today|tomorrow|whether|if)",
        "without (?:asking|having asked) ?(?:her|him|them|{Name})?",
        "(?:hasn't|has not|haven't|have not|wasn't) (?:been )?(?:asked|said)",
        "(?:when|once|if|as soon as|after|until) (?:she|he|both|they|{Name}) (?:says?|agrees?|wants?|has said|have said|is willing|has agreed|would like)",
        "(?:she|he|they|{Name}) (?:has |have )?(?:said|says|agreed) (?:yes|(?:he|she|they)(?:'d| would))",
      ],
      because: "You make sure that both say yes before they meet.",
    },
    "connect/who-each-is": {
      any: [
        "(?:she|he) (?:is|runs|heads|leads|builds|makes|knows|looks after|coats|has run|likes|listens)",
        `${LADY} {Name} (?:is|runs|heads|leads|builds|makes|knows|looks after)`,
        "(?:tell|write|say to) (?:her|him) (?:who|what|about|that|in one) ?(?:you|sentence)?",
        "you(?:'re| are)? (?:build|make|run|have built|somebody|someone|the one|a founder)",
      ],
      unless: ["(?:is|was) (?:not|never)|number"],
      because: "You said who the other one is.",
    },
    "connect/why-now": {
      any: [
        "right now|at the moment|just now|this (?:month|quarter|year|spring|summer|autumn|winter)|before (?:the|her|his|christmas)",
        "(?:she|he|they|{Name}) (?:is|are|'s) (?:looking|planning|rebuilding|searching|starting|about to|replacing|working on)",
      ],
      because: "You said why they should talk now.",
    },
    "connect/first-step": {
      any: [
        `(?:i'll|i will|i am going to|let me) (?:ring|call|write|send|tell|put|ask|bring) ... ${DAY}`,
        "(?:you|he|she|{Name}) (?:then )?(?:call|calls|ring|rings|write|writes|will call|will ring|expects?) (?:her|him|you|{Name})",
      ],
      because: "You said what the first step is, and whose.",
    },
    "connect/steps-back": {
      any: [
        "(?:i'll|i will|i|and|then) (?:step|stay|keep|drop|bow|get|be|am) (?:back|out|aside|off)",
        "leave (?:you two|the two of you|it to you|the rest to you|you both)|take me off|without me",
        "(?:no|not in|out of the|don't need a|need no) copy|out of (?:it|the way)",
      ],
      because: "You step out of it once they are in touch.",
    },
    "connect/looks-back": {
      any: [
        "(?:ask|hear from|check with) (?:you both|both|both of you|you and (?:her|him)|each of you|you two)",
        "how it (?:went|goes|was)",
      ],
      because: "You will ask both how it went.",
    },
    "connect/spoils": {
      any: [
        "(?:here(?:'s| is)|take down|this is|write down) (?:her|his|the) (?:mobile |cell |phone |private )*(?:number|mobile|address)",
        "(?:her|his) (?:mobile |phone )*(?:number|mobile) is",
        "(?:just|go ahead and|simply) (?:call|ring|write to) (?:her|him|{Name})",
        "(?:i'll|i will) (?:give|send|text) you (?:her|his|the) (?:mobile |phone |private )*(?:number|mobile)",
        "\\d{3,}[ /-]?\\d{3,}",
      ],
      unless: ["not|won't|can't|don't|first|once|when|if|without"],
      because: "You gave away a number that is not yours to give.",
    },
  },
};
