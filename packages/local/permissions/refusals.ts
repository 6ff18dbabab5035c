import type { Answer } from "../front/listening.ts";
import type { Principal } from "./callers.ts";
import type { Requested } from "./requests.ts";
import type { Verdict } from "./verdicts.ts";

/** The answer to a call that no policy allows, as each service words it. */
export const refusal = (
  { session }: Principal,
  { action, resource }: Requested,
  { verdict, asked }: { readonly verdict: Verdict; readonly asked: string },
): Answer => {
  const message = `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${because(verdict, action)}`;
  const [service] = asked.split(":");
  switch (service) {
    case "s3":
      return {
        status: 403,
        headers: { "content-type": "application/xml" },
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`,
      };
    case "lambda":
      return {
        status: 403,
        headers: { "content-type": "application/json", "x-amzn-errortype": "AccessDeniedException" },
        body: JSON.stringify({ Message: message }),
      };
    case "sqs":
      return action.startsWith("kms:")
        ? json(400, "com.amazonaws.sqs#KmsAccessDenied", message, "KMS.AccessDeniedException;Sender")
        : json(403, "com.amazon.coral.service#AccessDeniedException", message, "AccessDenied;Sender");
    default:
      return json(400, "com.amazon.coral.service#AccessDeniedException", message);
  }
};

const because = (verdict: Verdict, action: string): string =>
  verdict === "denied"
    ? "with an explicit deny"
    : `because no identity-based policy allows the ${action} action`;

const json = (status: number, type: string, message: string, queryError?: string): Answer => ({
  status,
  headers: {
    "content-type": "application/x-amz-json-1.0",
    ...(queryError === undefined ? {} : { "x-amzn-query-error": queryError }),
  },
  body: JSON.stringify({ __type: type, Message: message, message }),
});
