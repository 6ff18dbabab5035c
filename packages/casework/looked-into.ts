import { isTrial, type Parties } from "@hemvist/rules";
import type { CaseKey, CaseStore, OnUnreadable } from "./ports.ts";

interface Looking {
  readonly party: string;
  readonly parties: Pick<Parties, "administrations">;
  /** Gets each record that cannot be read. Without it, such a record throws. */
  readonly onUnreadable?: OnUnreadable;
}

/**
 * The store as one party looks into it for a decision that may be another's.
 *
 * - An administration carries out only what it has decided itself, and so does hemvist's own party. So nothing is read
 *   of another administration's decision, whether that decision exists or not.
 * - A record that cannot be read does not say which providers it concerns. For a provider it does not exist. Its own
 *   administration knows that it exists, and gets the fault.
 */
export const lookedIntoBy = (
  cases: CaseStore,
  { party, parties: { administrations }, onUnreadable }: Looking,
): CaseStore => {
  const isOwn = ({ administration }: CaseKey): boolean => administration === party;
  const hasOwnOnly = administrations.includes(party) || isTrial(party);
  return {
    ...cases,
    find: async (key) =>
      isOwn(key) || !hasOwnOnly ? cases.find(key, isOwn(key) ? undefined : onUnreadable) : undefined,
  };
};
