import * as z from "zod";
import { eventOf } from "./envelope.ts";
import { administration, assignmentId, civilDate, id, instant, party, subArea } from "./parts.ts";

export const proposalStatus = z.enum(["proposed", "agreed", "declined", "withdrawn", "superseded"]);

const wish = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["extend", "end-early"]), to: civilDate }),
    z.strictObject({ kind: z.literal("change-start"), from: civilDate }),
    z.strictObject({ kind: z.literal("change-service"), service: id }),
    z.strictObject({ kind: z.literal("change-sub-area"), subArea }),
  ])
  .meta({ id: "Wish", description: "What a provider asks for; only a revision changes the decision" });

export const wishKind = z.enum(["extend", "end-early", "change-start", "change-service", "change-sub-area"]);

/** The data of `proposal.status-changed`, which goes to SF's inbox or to the provider, whoever did not bring it about. */
export const proposalChanged = eventOf(
  "proposal.status-changed",
  z
    .strictObject({
      administration,
      decisionId: id,
      version: z.int().min(1),
      provider: party,
      proposalId: z.string(),
      assignmentId,
      wish,
      status: proposalStatus,
      madeAt: instant,
      answeredAt: instant.exactOptional(),
      reason: z
        .enum(["not-needed", "not-within-decision", "no-means", "person-declined", "other"])
        .exactOptional(),
      metBy: z.int().exactOptional().meta({ description: "The revision that carried it out" }),
      expectsRevision: z.boolean().exactOptional(),
    })
    .meta({ id: "ProposalChanged" }),
);
