import type { ZodOpenApiPathsObject } from "zod-openapi";
import { assignmentPaths } from "./assignments.ts";
import { decisionPaths } from "./decisions.ts";
import type { Examples } from "./operation.ts";
import { proposalPaths } from "./proposals.ts";
import { readingPaths } from "./reading.ts";

/** Every address of the API. */
export const paths = (examples: Examples): ZodOpenApiPathsObject => ({
  ...decisionPaths(examples),
  ...assignmentPaths(examples),
  ...proposalPaths(examples),
  ...readingPaths(examples),
});
