import { parsedJson } from "@hemvist/contracts";
import { instantOf } from "@hemvist/rules";
import * as z from "zod/mini";

/** A request at a function's own URL, with who signed it. */
export interface SignedRequest {
  readonly requestId: string;
  /** What the path names, without its first slash. */
  readonly path: string;
  readonly body: unknown;
  /** When it came. */
  readonly at: string;
  readonly caller: {
    readonly account: string;
    /** AWS's own id of them: for an assumed role `<role id>:<session name>`. */
    readonly userId: string;
    readonly arn: string;
  };
}

const text = z.string().check(z.minLength(1));

/** As Lambda hands it over (payload version 2.0). Lambda fills `iam` in from the signature that it has verified. */
const event = z.object({
  rawPath: z.string(),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
  requestContext: z.object({
    requestId: text,
    timeEpoch: z.number(),
    authorizer: z.object({
      iam: z.object({ accountId: text, userArn: text, userId: text }),
    }),
  }),
});

/**
 * Reads a request that came to a function's URL. It takes the caller from the authorizer, never from a header or the
 * body. Undefined where AWS vouches for no caller.
 */
export function signedRequest(called: unknown): SignedRequest | undefined {
  const read = event.safeParse(called);
  if (!read.success) return undefined;
  const { rawPath, body = "", isBase64Encoded = false, requestContext } = read.data;
  const { accountId, userId, userArn } = requestContext.authorizer.iam;
  return {
    requestId: requestContext.requestId,
    path: rawPath.slice(1),
    body: parsedJson(isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body),
    at: instantOf(requestContext.timeEpoch),
    caller: { account: accountId, userId, arn: userArn },
  };
}
