import type { Answer, RunningSystem } from "@hemvist/local";
import { isTrial } from "@hemvist/rules";
import { clientOf } from "../parties/parties.ts";
import { queuesByParty } from "../parties/queues-by-party.ts";
import { ok } from "./answers.ts";
import type { Sandbox } from "./sandbox-api.ts";

/** What a system needs in order to play one of the parties. */
interface PartySettings {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly queues: Readonly<Record<string, string>>;
}

export interface WhatIsHere {
  readonly api: string;
  readonly clock: string;
  readonly aws: { readonly endpoint: string; readonly region: string };
  readonly parties: Readonly<Record<string, PartySettings>>;
}

/**
 * Addresses, keys and queues, which are the same after a restart on the same port. No system plays hemvist's own party.
 */
export const whatIsHere = ({ system, clock }: Sandbox): Answer => {
  const { endpoint, region } = system.clientFor("sandbox");
  const parties = [...queuesByParty(system.queueNames())]
    .filter(([party]) => !isTrial(party))
    .map(([party, queues]) => [party, settingsOf(system, { party, queues })] as const);
  const here: WhatIsHere = {
    api: system.apiUrl,
    clock: clock.now(),
    aws: { endpoint, region },
    parties: Object.fromEntries(parties),
  };
  return ok(here);
};

function settingsOf(
  system: RunningSystem,
  { party, queues }: { readonly party: string; readonly queues: readonly string[] },
): PartySettings {
  const { accessKeyId, secretAccessKey } = system.clientFor(party).credentials;
  const { clientId, clientSecret } = clientOf(system, party);
  return {
    accessKeyId,
    secretAccessKey,
    clientId,
    clientSecret,
    queues: Object.fromEntries(queues.map((queue) => [queue, system.queueUrl(queue)])),
  };
}
