import { describe, expect, it } from "vitest";
import { accountKindOf, isExistingBusiness, originOf, outcomeOf, webOriginOf, yesOrNo } from "./crm-words.ts";

describe("the words of other programs", () => {
  it.each([
    // Salesforce's lead sources: its sample data and the standard pick list.
    ["External Referral", "referral"],
    ["Employee Referral", "referral"],
    ["Word of mouth", "referral"],
    ["Partner Referral", "referral"],
    ["Partner", "partner"],
    ["Advertisement", "inbound"],
    ["Public Relations", "inbound"],
    ["Seminar - Internal", "event"],
    ["Seminar - Partner", "event"],
    ["Trade Show", "event"],
    ["Web", "inbound"],
    ["Phone Inquiry", "inbound"],
    ["Purchased List", "cold-call"],
    ["Other", "other"],
    // What people type.
    ["Customer Referral", "referral"],
    ["CUSTOMER_REFERRAL", "referral"],
    ["Referred by Ann Lee", "referral"],
    ["Introduction", "referral"],
    ["Recommendation", "referral"],
    ["Empfehlung", "referral"],
    ["Mund-zu-Mund, Empfehlung", "referral"],
    ["Bouche à oreille", "referral"],
    ["Recomendación", "referral"],
    ["Passaparola", "referral"],
    ["Client referrals", "referral"],
    ["Cold Call", "cold-call"],
    ["Outbound SDR", "cold-call"],
    ["Kaltakquise", "cold-call"],
    ["Existing Customer", "existing-client"],
    ["Upsell", "existing-client"],
    ["Messe Hannover", "event"],
    ["Webinar", "event"],
    ["Google Ads", "inbound"],
    ["Website enquiries", "inbound"],
    ["Website referral", "inbound"],
    ["Referring site", "inbound"],
    ["No referral", "other"],
    ["Carrier pigeon", "other"],
    ["", null],
  ])("the source %j is %j", (source, origin) => expect(originOf(source)).toBe(origin));

  it.each([
    ["Referrals", "inbound"],
    ["REFERRALS", "inbound"],
    ["AI Referrals", "inbound"],
    ["Organic Search", "inbound"],
    ["Direct Traffic", "inbound"],
    ["Offline Sources", null],
    ["Customer Referral", "referral"],
    ["", null],
  ])("the traffic source %j is %j", (source, origin) => expect(webOriginOf(source)).toBe(origin));

  it.each([
    ["Closed Won", "won"],
    ["closedwon", "won"],
    ["Closed won (Sales Pipeline)", "won"],
    ["Closed - Won", "won"],
    ["Won", "won"],
    ["Gewonnen", "won"],
    ["Closed Lost", "lost"],
    ["closedlost", "lost"],
    ["Lost", "lost"],
    ["Lost - no budget", "lost"],
    ["Perdu", "lost"],
    ["Open", "open"],
    ["Commit & Signing", null],
    ["Negotiation/Review", null],
    ["Wonderful", null],
    ["", null],
  ])("the stage %j says %j", (stage, outcome) => expect(outcomeOf(stage)).toBe(outcome));

  it.each([
    ["Customer - Direct", "client"],
    ["Customer", "client"],
    ["Evangelist", "client"],
    ["Former Customer", "former-client"],
    ["Churned", "former-client"],
    ["Prospect", "prospect"],
    ["Sales Qualified Lead", "prospect"],
    ["Channel Partner / Reseller", "partner"],
    ["Technology Partner", "partner"],
    ["Competitor", "other"],
    ["Other", "other"],
    ["Enterprise", null],
    ["", null],
  ])("the type %j is %j", (type, kind) => expect(accountKindOf(type)).toBe(kind));

  it.each([
    ["Existing Customer - Upgrade", true],
    ["Existing Business", true],
    ["existingbusiness", true],
    ["New Customer", false],
    ["New Business", false],
    ["", false],
  ])("the deal type %j is existing business: %j", (type, is) => expect(isExistingBusiness(type)).toBe(is));

  it.each([
    ["true", true],
    ["TRUE", true],
    ["1", true],
    ["Ja", true],
    ["false", false],
    ["0", false],
    ["Nein", false],
    ["", null],
    ["maybe", null],
  ])("the tick box %j is %j", (text, is) => expect(yesOrNo(text)).toBe(is));
});
