import type { PersonaKey } from "../personas/frame.ts";
import type { End } from "../persona.ts";

/** What somebody says to a persona, turn by turn, and how that ends. */
export interface PersonaTalk {
  persona: PersonaKey;
  ends: End;
  said: readonly string[];
}
