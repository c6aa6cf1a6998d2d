import { useEffect, useState } from "react";
import type { PracticeLanguage } from "../library/practice-languages.ts";

const SWITCH = "askwell-talk-aloud";

/** Reads lines aloud with a voice of this device; none that speaks from afar is used. */
export function useVoice(language: PracticeLanguage) {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const [on, setOn] = useState(wasOn);

  useEffect(() => {
    const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return undefined;
    const look = () =>
      setVoice(
        speech.getVoices().find(({ localService, lang }) => localService && lang.startsWith(language)) ??
          null,
      );
    look();
    // Browsers learn of their voices a moment after the page has begun.
    speech.addEventListener("voiceschanged", look);
    return () => {
      speech.removeEventListener("voiceschanged", look);
      speech.cancel();
    };
  }, [language]);

  const say = (words: string) => {
    if (!on || !voice) return;
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
  };
  const turn = (next: boolean) => {
    setOn(next);
    if (!next) globalThis.speechSynthesis?.cancel();
    try {
      localStorage.setItem(SWITCH, next ? "on" : "off");
    } catch {
      // Full or forbidden: then it lasts as long as the page.
    }
  };
  return { has: voice !== null, on, say, turn };
}

function wasOn(): boolean {
  try {
    return localStorage.getItem(SWITCH) === "on";
  } catch {
    return false;
  }
}
