import { inHtml } from "#lib/kernel/in-html.ts";
import type { Because } from "./recipient.ts";
import { htmlOf, textOf } from "./letter-text.ts";
import type { LetterLanguage } from "./newsletter.ts";

/** A letter as it leaves. */
export interface WholeLetter {
  subject: string;
  html: string;
  text: string;
}

export interface ForWhom {
  because: Because;
  /** The page on which they can unsubscribe. */
  unsubscribeLink: string;
}

export interface Sender {
  workspaceName: string;
  writerName: string;
  postalAddress: string;
}

/** With its end, which says why they get it, who sends it from where, and how it stops. */
export function wholeLetter(
  { subject, text, language }: { subject: string; text: string; language: LetterLanguage },
  sender: Sender,
  { because, unsubscribeLink }: ForWhom,
): WholeLetter {
  const words = ENDS[language];
  const why = words.why[because](sender.workspaceName);
  const { workspaceName, postalAddress } = sender;
  // Many write their name into their address.
  const isNamed = postalAddress.toLowerCase().includes(workspaceName.toLowerCase());
  const from = isNamed ? postalAddress : `${workspaceName}, ${postalAddress}`;
  return {
    subject,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>`,
      `<body style="margin:0;padding:24px 16px;font:16px/1.55 -apple-system,Segoe UI,Helvetica,Arial,sans-serif">`,
      `<div style="max-width:36em;margin:0 auto">`,
      htmlOf(text),
      `<div style="margin-top:2.5em;padding-top:1em;border-top:1px solid #999;font-size:14px">`,
      `<p>${inHtml(why)} ${inHtml(words.answer(sender.writerName))}</p>`,
      `<p>${inHtml(from)}<br><a href="${inHtml(unsubscribeLink)}">${inHtml(words.unsubscribe)}</a></p>`,
      `</div></div></body></html>`,
    ].join("\n"),
    text: [
      textOf(text).trimEnd(),
      "",
      "-- ",
      `${why} ${words.answer(sender.writerName)}`,
      "",
      from,
      `${words.unsubscribe}: ${unsubscribeLink}`,
      "",
    ].join("\n"),
  };
}

const ENDS: Record<
  LetterLanguage,
  {
    why: Record<Because, (workspace: string) => string>;
    answer: (writer: string) => string;
    unsubscribe: string;
  }
> = {
  en: {
    why: {
      subscribed: (workspace) => `You get this letter because you subscribed to it at ${workspace}.`,
      agreed: (workspace) =>
        `You get this letter because you told ${workspace} that you like to hear from us.`,
      law: (workspace) => `You get this letter because you are in touch with ${workspace}.`,
    },
    answer: (writer) => `Just answer it: your answer reaches ${writer}.`,
    unsubscribe: "Unsubscribe",
  },
  de: {
    why: {
      subscribed: (workspace) => `Sie erhalten diesen Brief, weil Sie ihn bei ${workspace} bestellt haben.`,
      agreed: (workspace) =>
        `Sie erhalten diesen Brief, weil Sie ${workspace} gesagt haben, dass Sie gern von uns hören.`,
      law: (workspace) => `Sie erhalten diesen Brief, weil Sie mit ${workspace} in Verbindung stehen.`,
    },
    answer: (writer) => `Antworten Sie einfach: Ihre Antwort erreicht ${writer}.`,
    unsubscribe: "Abbestellen",
  },
};
