import * as z from "zod/mini";
import type { ZodOpenApiRequestBodyObject } from "zod-openapi";
import { described } from "../described.ts";

/** Whole requests and answers, as the service takes and gives them. */
export type Examples = Readonly<Record<ExampleName, unknown>>;

type ExampleName =
  | "decision"
  | "assigned"
  | "returned"
  | "checked"
  | "decisionView"
  | "progress"
  | "progressTaken"
  | "proposal"
  | "proposalView"
  | "withdrawal"
  | "proposalWithdrawn"
  | "proposalAnswer"
  | "proposalAgreed"
  | "assignmentView"
  | "personSearch"
  | "wholePerson"
  | "modelList"
  | "apiInfo"
  | "publishedKeys";

export const json = (schema: z.ZodMiniType, example?: unknown) => ({
  "application/json": { schema, ...(example === undefined ? {} : { example }) },
});

export const body = (schema: z.ZodMiniType, example: unknown): ZodOpenApiRequestBodyObject => ({
  required: true,
  content: json(schema, example),
});

export const requestHeaders = z.object({
  traceparent: described(z.optional(z.string()), {
    description: "W3C Trace Context. Every message that follows from this one carries it",
  }),
});
