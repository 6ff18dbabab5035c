import type { ZodOpenApiPathsObject } from "zod-openapi";
import { assignmentPaths } from "./openapi-assignments.ts";
import { decisionPaths } from "./openapi-decisions.ts";
import type { Examples } from "./openapi-operation.ts";
import { proposalPaths } from "./openapi-proposals.ts";
import { readingPaths } from "./openapi-reading.ts";

/** Every address of the API. */
export const paths = (examples: Examples): ZodOpenApiPathsObject => ({
  ...decisionPaths(examples),
  ...assignmentPaths(examples),
  ...proposalPaths(examples),
  ...readingPaths(examples),
});
