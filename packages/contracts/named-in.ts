import type { CivilDate, Municipality } from "@hemvist/rules";
import * as z from "zod";
import { holdsSomebodysNumber } from "./identity-number.ts";
import { perMunicipality } from "./of-municipality.ts";
import { assignmentId, id } from "./parts.ts";

const ofDecision = perMunicipality((administration) =>
  z.object({
    administration: administration.optional().catch(undefined),
    decisionId: id.optional().catch(undefined),
    revision: z.int().min(1).max(9999).optional().catch(undefined),
  }),
);

const uuid = z.uuid().toLowerCase().optional().catch(undefined);
const ofProgress = z.object({ assignmentId: assignmentId.optional().catch(undefined), progressId: uuid });
const ofProposal = z.object({ assignmentId: assignmentId.optional().catch(undefined), proposalId: uuid });

/** What a message is about, by the names of its fields: as much as can be read of it. */
export type Named = Readonly<Record<string, string | number>>;

/** Which decision a message is about, whatever else is wrong with it: a refusal names what it refuses. */
export const decisionNamedIn = (
  message: unknown,
  { receivedOn, municipality }: { readonly receivedOn: CivilDate; readonly municipality: Municipality },
): Named => named(ofDecision(municipality).safeParse(message).data, receivedOn);

/** Which report it is. */
export const progressNamedIn = (message: unknown, receivedOn: CivilDate): Named =>
  named(ofProgress.safeParse(message).data, receivedOn);

/** Which proposal it is, or is about. */
export const proposalNamedIn = (message: unknown, receivedOn: CivilDate): Named =>
  named(ofProposal.safeParse(message).data, receivedOn);

function named(
  read: Readonly<Record<string, string | number | undefined>> = {},
  receivedOn: CivilDate,
): Named {
  const names: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(read)) {
    // A refusal is stored for a while, and a person's number must not be.
    const isNumber = typeof value === "string" && holdsSomebodysNumber(value, receivedOn);
    if (value !== undefined && !isNumber) names[name] = value;
  }
  return names;
}
