import { CannotRun } from "@hemvist/operations";
import { addressees } from "@hemvist/rules";
import type { Given } from "./command.ts";

/** @throws CannotRun where it names nobody */
export function partyIn(given: Given): { readonly party?: string } {
  const party = given.text("party");
  if (party === undefined) return {};
  if (!addressees.includes(party))
    throw new CannotRun(`There is no party ${party}: ${addressees.join(", ")}.`);
  return { party };
}
