import type { CivilDate, Municipality } from "@hemvist/rules";
import * as z from "zod/mini";
import { holdsSomebodysNumber } from "./identity-number.ts";
import { perMunicipality } from "./of-municipality.ts";
import { assignmentId, id } from "./parts.ts";

/** What a message is about, by the names of its fields: as much as can be read of it. */
export type Named = Readonly<Record<string, string | number>>;

type Fields = Readonly<Record<string, z.ZodMiniType<string | number>>>;

const ofDecision = perMunicipality(
  (administration): Fields => ({
    administration,
    decisionId: id,
    revision: z.int().check(z.minimum(1), z.maximum(9999)),
  }),
);

const uuid = z.uuid().check(z.toLowerCase());
const ofProgress: Fields = { assignmentId, progressId: uuid };
const ofProposal: Fields = { assignmentId, proposalId: uuid };

/** Which decision a message is about, whatever else is wrong with it: a refusal names what it refuses. */
export const decisionNamedIn = (
  message: unknown,
  { receivedOn, municipality }: { readonly receivedOn: CivilDate; readonly municipality: Municipality },
): Named => namedIn(message, ofDecision(municipality), receivedOn);

/** Which report it is. */
export const progressNamedIn = (message: unknown, receivedOn: CivilDate): Named =>
  namedIn(message, ofProgress, receivedOn);

/** Which proposal it is, or is about. */
export const proposalNamedIn = (message: unknown, receivedOn: CivilDate): Named =>
  namedIn(message, ofProposal, receivedOn);

function namedIn(message: unknown, fields: Fields, receivedOn: CivilDate): Named {
  if (typeof message !== "object" || message === null) return {};
  const sent = new Map<string, unknown>(Object.entries(message));
  const names: Record<string, string | number> = {};
  for (const [name, field] of Object.entries(fields)) {
    const { data } = field.safeParse(sent.get(name));
    // A refusal is stored for a while, and a person's number must not be.
    const isNumber = typeof data === "string" && holdsSomebodysNumber(data, receivedOn);
    if (data !== undefined && !isNumber) names[name] = data;
  }
  return names;
}
