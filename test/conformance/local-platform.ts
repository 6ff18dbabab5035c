import { type Engines, startEngines } from "../../packages/local/engines.ts";
import { createCallLedger } from "../../packages/local/front/call-ledger.ts";
import { clientSettings } from "../../packages/local/front/caller.ts";
import { createFront } from "../../packages/local/front/front.ts";
import { listenLocally } from "../../packages/local/front/listening.ts";
import { createMetricStore } from "../../packages/local/metrics/metric-store.ts";
import { createServiceMetrics, type ServiceMetrics } from "../../packages/local/metrics/service-metrics.ts";
import type { Assembly, Resource, Stack } from "../../packages/local/templates/assembly.ts";
import { createResolver, type Resolver } from "../../packages/local/templates/resolver.ts";
import { startClock, type VirtualClock } from "../../packages/local/time/virtual-clock.ts";

/** Resources as a template declares them. */
export type Declared = Readonly<
  Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
>;

export interface LocalPlatform {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly engines: Engines;
  readonly measured: ServiceMetrics;
  readonly clock: VirtualClock;
  readonly region: string;
  readonly endpoint: string;
  /** For a client of AWS's. */
  readonly way: ReturnType<typeof clientSettings>;
  readonly stop: () => Promise<void>;
}

const region = "eu-north-1";

/** What the local run stands on, with these resources and no function. */
export async function startLocalPlatform(declared: Declared): Promise<LocalPlatform> {
  const assembly: Assembly = { stacks: [stackOf(declared)], assets: new Map() };
  const clock = startClock(Date.now());
  const front = await listenLocally(0);
  const endpoint = front.url;
  const resolver = createResolver({ assembly, region, endpoint });
  const store = createMetricStore(clock.now);
  const measured = createServiceMetrics(store, clock.now);
  const engines = await startEngines({
    assembly,
    resolver,
    region,
    endpoint,
    clock,
    store,
    measured,
    onChange: () => {},
  });
  const onTrouble = (trouble: string): never => {
    throw new Error(trouble);
  };
  front.serve(
    createFront({
      services: engines.services,
      invoke: () => onTrouble("no function runs here"),
      functionUrls: { configOf: () => undefined, answer: () => undefined },
      ledger: createCallLedger(),
      onTrouble,
    }),
  );
  return {
    assembly,
    resolver,
    engines,
    measured,
    clock,
    region,
    endpoint,
    way: clientSettings({ caller: "conformance", endpoint, region }),
    stop: async () => {
      await front.close();
      await engines.stop();
    },
  };
}

function stackOf(declared: Declared): Stack {
  const resources = Object.entries(declared).map(([logicalId, { Type, Properties }]): [string, Resource] => [
    logicalId,
    { stack: "conformance", logicalId, type: Type, properties: Properties },
  ]);
  return { name: "conformance", region, resources: new Map(resources), parameters: {}, outputs: {} };
}
