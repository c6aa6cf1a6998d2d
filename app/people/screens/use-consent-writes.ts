import { write } from "#lib/web/api.ts";
import type { ConsentHow, StopReach } from "../consent.ts";
import type { ConsentView, DoNotWriteView } from "../consent-view.ts";
import { useThereAndBack } from "./use-source-writes.ts";

/** One tap: they agreed, and how; today, for what they were introduced for. */
export function useRecordConsent(personId: string, name: string) {
  return useThereAndBack({
    carryOut: (how: ConsentHow, gesture) =>
      write<ConsentView>("POST", `/people/${personId}/consents`, { how }, gesture),
    said: () => `${name} may be written to.`,
    back: ({ id }, _how, gesture) => write("DELETE", `/consents/${id}`, undefined, gesture),
    also: ["/referrals"],
  });
}

export function useWithdrawConsent(name: string) {
  return useThereAndBack({
    carryOut: (id: string, gesture) => write("PUT", `/consents/${id}/withdrawn`, {}, gesture),
    said: () => `${name} does not agree any more.`,
    back: (_answer, id, gesture) => write("DELETE", `/consents/${id}/withdrawn`, undefined, gesture),
    also: ["/referrals"],
  });
}

export function useTakeBackConsent() {
  return useThereAndBack({
    carryOut: (id: string, gesture) => write("DELETE", `/consents/${id}`, undefined, gesture),
    said: () => "Taken back.",
    back: (_answer, id, gesture) => write("PUT", `/consents/${id}/restored`, undefined, gesture),
    also: ["/referrals"],
  });
}

export function useSayDoNotWrite(personId: string, name: string) {
  return useThereAndBack({
    carryOut: (reach: StopReach, gesture) =>
      write<DoNotWriteView>("PUT", `/people/${personId}/do-not-write`, { reach }, gesture),
    said: (reach) =>
      reach === "everything" ? `${name} is left in peace.` : `${name} gets no e-mail from us.`,
    back: ({ id }, _reach, gesture) => write("DELETE", `/do-not-writes/${id}`, undefined, gesture),
    also: ["/referrals"],
  });
}

export function useLiftDoNotWrite() {
  return useThereAndBack({
    carryOut: (id: string, gesture) => write("DELETE", `/do-not-writes/${id}`, undefined, gesture),
    said: () => "Lifted.",
    back: (_answer, id, gesture) => write("PUT", `/do-not-writes/${id}/restored`, undefined, gesture),
    also: ["/referrals"],
  });
}
