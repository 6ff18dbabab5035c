import type { Acknowledgement } from "../finding.ts";
import { ofApi } from "./api.ts";
import { ofBuckets } from "./buckets.ts";
import { ofClients } from "./clients.ts";
import { ofFunctions } from "./functions.ts";
import { ofGrants } from "./grants.ts";
import { ofKeys } from "./keys.ts";
import { ofPolicies } from "./policies.ts";
import { ofQueues } from "./queues.ts";

/** Every reason why a finding is left as it is. */
export const acknowledgements: readonly Acknowledgement[] = [
  ...ofApi,
  ...ofBuckets,
  ...ofClients,
  ...ofFunctions,
  ...ofGrants,
  ...ofKeys,
  ...ofPolicies,
  ...ofQueues,
];
