import type { SQSClient } from "@aws-sdk/client-sqs";

/** What a party's queue holds. */
export interface Arrived {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An empty queue of a party's, as the adapters send to it. */
export interface WayOut {
  readonly client: SQSClient;
  readonly url: string;
  readonly arrived: () => Promise<readonly Arrived[]>;
}

/** Where the engine refuses nothing by itself, it refuses the second entry if asked to. */
export type OpenWayOut = (setting?: { readonly isSecondRefused?: boolean }) => Promise<WayOut>;
