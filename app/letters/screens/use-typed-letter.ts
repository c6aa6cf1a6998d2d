import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem, asProblem, newGesture, write } from "#lib/web/api.ts";
import type { Written } from "../newsletter.ts";
import type { NewsletterView, WholeView } from "../newsletter-view.ts";

/** saved · typing: soon · saving · kept: no connection, it waits on this device · theirs: somebody else changed it · refused */
export type Saving = "saved" | "typing" | "saving" | "kept" | "theirs" | "refused";

export interface TypedLetter {
  typed: Written;
  set: (some: Partial<Written>) => void;
  version: number;
  saving: Saving;
  problem: ApiProblem | null;
  /** Of a change by somebody else: who it was. */
  by: string | null;
  /** Mine stands over theirs. */
  keepMine: () => void;
  /** Theirs stands, what was typed here goes. */
  takeTheirs: () => void;
}

const SETTLED_MS = 700;
const AGAIN_MS = 5_000;

interface Kept {
  version: number;
  typed: Written;
}

/** A draft that is saved as it is typed. What cannot be saved waits on this device, also when the window is closed. */
export function useTypedLetter(letter: WholeView): TypedLetter {
  const client = useQueryClient();
  const [kept] = useState(() => read(letter.id));
  const [typed, setTyped] = useState<Written>(kept?.typed ?? writtenIn(letter));
  const [version, setVersion] = useState(kept?.version ?? letter.version);
  const [saving, setSaving] = useState<Saving>(kept === null ? "saved" : "typing");
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [theirs, setTheirs] = useState<{ version: number; by: string } | null>(null);
  const latest = useRef(typed);
  const busy = useRef(false);
  const { id } = letter;

  const save = async (over: number) => {
    if (busy.current) return;
    busy.current = true;
    const sent = latest.current;
    setSaving("saving");
    try {
      const saved = await write<NewsletterView>(
        "PATCH",
        `/newsletters/${id}`,
        { ...sent, version: over },
        newGesture(),
      );
      setVersion(saved.version);
      setProblem(null);
      setTheirs(null);
      if (latest.current === sent) {
        forget(id);
        setSaving("saved");
      } else setSaving("typing");
      await client.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          typeof path === "string" && (path === "/newsletters" || path.startsWith(`/newsletters/${id}`)),
      });
    } catch (thrown) {
      const failed = asProblem(thrown);
      const at = Number(failed.facts?.["version"]);
      if (failed.kind === "conflict" && Number.isInteger(at)) {
        setTheirs({ version: at, by: String(failed.facts?.["changedBy"] ?? "somebody") });
        setSaving("theirs");
      } else if (failed.kind === "lost" || failed.kind === "unavailable" || failed.kind === "fault")
        setSaving("kept");
      else {
        setProblem(failed);
        setSaving("refused");
      }
    } finally {
      busy.current = false;
    }
  };

  const saveThis = useEffectEvent((what: Written) => {
    if (what === latest.current) void save(version);
  });
  useEffect(() => {
    const waits = saving === "typing" || saving === "kept";
    // Each key begins the wait anew.
    const soon = waits && setTimeout(() => saveThis(typed), saving === "kept" ? AGAIN_MS : SETTLED_MS);
    return () => {
      if (soon !== false) clearTimeout(soon);
    };
  }, [saving, typed]);

  return {
    typed,
    version,
    saving,
    problem,
    by: theirs?.by ?? null,
    set: (some) => {
      const next = { ...latest.current, ...some };
      latest.current = next;
      setTyped(next);
      keep(id, { version, typed: next });
      if (saving !== "theirs") setSaving("typing");
    },
    keepMine: () => theirs && void save(theirs.version),
    takeTheirs: () => {
      forget(id);
      location.reload();
    },
  };
}

function writtenIn({ subject, text, language, groups, subscribers, whose }: WholeView): Written {
  return { subject, text, language, groups, subscribers, whose };
}

const placeOf = (id: string) => `letter ${id}`;

function read(id: string): Kept | null {
  try {
    const text = localStorage.getItem(placeOf(id));
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

function keep(id: string, kept: Kept): void {
  try {
    localStorage.setItem(placeOf(id), JSON.stringify(kept));
  } catch {
    // A full or forbidden store: it is still here as long as the window is.
  }
}

function forget(id: string): void {
  try {
    localStorage.removeItem(placeOf(id));
  } catch {
    // Nothing was kept.
  }
}
