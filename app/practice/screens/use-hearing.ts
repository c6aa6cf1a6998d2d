import { useEffect, useRef, useState } from "react";
import type { PracticeLanguage } from "../library/practice-languages.ts";

// What browsers have of the Web Speech API's part that works on the device; their types do not know it yet.
interface Recognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  processLocally: boolean;
  start(): void;
  abort(): void;
}
interface RecognitionMaker {
  new (): Recognition;
  available?(asked: { langs: string[]; processLocally: true }): Promise<string>;
}

const TAGS: Readonly<Record<PracticeLanguage, string>> = { en: "en-US", de: "de-DE" };

/** unknown until it was asked; "far": there is a recogniser, and it would send what it hears away. */
export type CanHear = "unknown" | "here" | "far" | "no";

/** What is spoken, as text, where the browser turns it into text on this device; no other recogniser is ever started. */
export function useHearing(language: PracticeLanguage, onHeard: (words: string) => void) {
  const [can, setCan] = useState<CanHear>("unknown");
  const [listening, setListening] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const current = useRef<Recognition | null>(null);

  useEffect(() => {
    let left = false;
    const look = async () => {
      const found = await canHear(language);
      if (!left) setCan(found);
    };
    void look();
    return () => {
      left = true;
      current.current?.abort();
    };
  }, [language]);

  const start = () => {
    const Maker = maker();
    if (!Maker || can !== "here") return;
    const recognition = new Maker();
    recognition.processLocally = true;
    // Where this cannot be held to, it is not begun.
    if (!recognition.processLocally) return;
    recognition.lang = TAGS[language];
    recognition.interimResults = false;
    recognition.addEventListener("result", (event) => {
      const { results } = event as Event & { results: ArrayLike<ArrayLike<{ transcript: string }>> };
      const words = Array.from(results, (each) => each[0]?.transcript ?? "").join(" ");
      if (words.trim() !== "") onHeard(words.trim());
    });
    recognition.addEventListener("error", (event) => {
      const { error } = event as Event & { error: string };
      if (error === "not-allowed") setTrouble("The microphone is not allowed here; type instead.");
      else if (error !== "aborted" && error !== "no-speech")
        setTrouble("That could not be heard; type instead.");
    });
    recognition.addEventListener("end", () => setListening(false));
    current.current = recognition;
    setTrouble(null);
    setListening(true);
    try {
      recognition.start();
    } catch {
      setListening(false);
    }
  };
  return { can, listening, trouble, start, stop: () => current.current?.abort() };
}

async function canHear(language: PracticeLanguage): Promise<CanHear> {
  const Maker = maker();
  if (!Maker) return "no";
  if (!("processLocally" in Maker.prototype) || !Maker.available) return "far";
  try {
    const found = await Maker.available({ langs: [TAGS[language]], processLocally: true });
    return found === "available" ? "here" : "far";
  } catch {
    return "far";
  }
}

function maker(): RecognitionMaker | undefined {
  const known = globalThis as unknown as {
    SpeechRecognition?: RecognitionMaker;
    webkitSpeechRecognition?: RecognitionMaker;
  };
  return known.SpeechRecognition ?? known.webkitSpeechRecognition;
}
