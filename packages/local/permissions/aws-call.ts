import type { Request } from "../front/listening.ts";
import type { Json } from "../templates/json.ts";

/** A call as it came to the front. */
export interface AwsCall {
  /** The service in a JSON call's target, such as `AmazonSQS`; empty without one. */
  readonly target: string;
  readonly operation: string;
  /** The service in the signature. */
  readonly service: string;
  readonly request: Request;
  readonly body: () => Json;
}
