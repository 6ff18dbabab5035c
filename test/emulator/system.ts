import { SQSClient } from "@aws-sdk/client-sqs";
import type { ClientSettings, RunningSystem } from "@hemvist/local";
import type { Client } from "../../packages/sandbox/parties/access-token.ts";
import { account, bootstrapped, deploy, root } from "./deploy.ts";
import { type Emulator, startMinistack } from "./ministack.ts";
import { oauthClients } from "./oauth-clients.ts";

/** The deployed system as parties and operations reach it. */
export interface System extends Pick<RunningSystem, "apiUrl" | "queueUrl" | "clientFor"> {
  readonly sqs: SQSClient;
  /** A party's client in the user pool that the templates declare. */
  readonly oauthClientOf: (party: string) => Client;
  readonly emulator: Emulator;
}

export interface Options {
  readonly python: string;
  readonly templates: string;
  readonly judgesCalls?: boolean;
  /** Changes each template before it is deployed. */
  readonly adapt?: (template: string) => string;
}

/** Deploys hemvist's templates on the emulator and gives the way in. */
export async function deployed({ python, templates, judgesCalls = false, adapt }: Options): Promise<System> {
  const emulator = await startMinistack(python, { judgesCalls });
  try {
    const { endpoint } = emulator;
    await bootstrapped(endpoint);
    const outputs = await deploy({ endpoint, python, templates, ...(adapt ? { adapt } : {}) });
    const api = [...outputs].find(([name]) => name.startsWith("HttpApiEndpoint"))?.[1] ?? "";
    const id = /^https:\/\/([a-z0-9]+)\./.exec(api)?.[1];
    const stage = /\.com\/([a-z]+)\/$/.exec(api)?.[1];
    const settings: ClientSettings = { endpoint, region: "eu-north-1", credentials: root };
    const clients = await oauthClients(settings);
    return {
      emulator,
      apiUrl: `${endpoint}/restapis/${id}/${stage}/_user_request_`,
      queueUrl: (name) => `${endpoint}/${account}/${name}`,
      clientFor: () => settings,
      oauthClientOf(party) {
        const client = clients.get(party);
        if (client === undefined) throw new Error(`${party} has no client in the pool`);
        return client;
      },
      sqs: new SQSClient(settings),
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}
