import { type Access, accessOf, scopeInToken } from "@hemvist/rules";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { largestMessage } from "../message-size.ts";
import { assignmentPaths } from "./assignments.ts";
import { decisionPaths } from "./decisions.ts";
import type { Examples } from "./operation.ts";
import { proposalPaths } from "./proposals.ts";
import { readingPaths } from "./reading.ts";
import { ofGuarded } from "./responses.ts";
import { clientCredentials } from "./security.ts";

/** Every address of the API, with the scope that each operation needs. */
export const paths = (examples: Examples): ZodOpenApiPathsObject =>
  secured({
    ...decisionPaths(examples),
    ...assignmentPaths(examples),
    ...proposalPaths(examples),
    ...readingPaths(examples),
  });

/** An operation that the matrix does not have would be open to all: so there is none. */
const secured = (all: ZodOpenApiPathsObject): ZodOpenApiPathsObject =>
  Object.fromEntries(
    Object.entries(all).map(([path, { get, post }]) => [
      path,
      {
        ...(get ? { get: withScope(get, accessOf("GET", path)) } : {}),
        ...(post ? { post: withLimit(withScope(post, accessOf("POST", path))) } : {}),
      },
    ]),
  );

/** OpenAPI has no word of its own for the size of a body. */
const withLimit = (operation: ZodOpenApiOperationObject): ZodOpenApiOperationObject => ({
  ...operation,
  "x-limits": { bodyBytes: largestMessage },
});

function withScope(
  operation: ZodOpenApiOperationObject,
  access: Access | undefined,
): ZodOpenApiOperationObject {
  if (access?.operation !== operation.operationId)
    throw new Error(`The access matrix has no line for ${operation.operationId}`);
  if (access?.scope === undefined) return { ...operation, security: [] };
  return {
    ...operation,
    security: [{ [clientCredentials]: [scopeInToken(access.scope)] }],
    responses: { ...operation.responses, ...ofGuarded },
  };
}
