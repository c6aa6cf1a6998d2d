/** Ways of talking to somebody: an ask goes by one, and a source may like one best. */
export const CHANNELS = ["call", "in-person", "video", "e-mail", "message"] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_WORDS: Record<Channel, string> = {
  call: "by phone",
  "in-person": "in person",
  video: "by video",
  "e-mail": "by e-mail",
  message: "by message",
};
