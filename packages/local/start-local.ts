import { rm } from "node:fs/promises";
import { startEngines } from "./engines.ts";
import { createCallLedger } from "./front/call-ledger.ts";
import { clientSettings } from "./front/caller.ts";
import { atCallersTime } from "./front/callers-time.ts";
import { createFront } from "./front/front.ts";
import { listenLocally } from "./front/listening.ts";
import { type LogLine, startFunctions } from "./functions/functions.ts";
import { runSelfChecks } from "./functions/self-checks.ts";
import { createGateway } from "./gateway/gateway.ts";
import { createGatewayResponses } from "./gateway/gateway-responses.ts";
import { readRoutes } from "./gateway/routes.ts";
import type { LocalCity, LocalOptions } from "./running-system.ts";
import { startEventSources } from "./sources/event-sources.ts";
import { type Assembly, DEFAULT_REGION, type Resource, readAssembly } from "./templates/assembly.ts";
import { everyResource, refuseUnknown } from "./templates/known-resources.ts";
import { createResolver } from "./templates/resolver.ts";
import { synthesise } from "./templates/synthesise.ts";
import { fireSchedule } from "./time/schedule-firing.ts";
import { readSchedules } from "./time/schedules.ts";
import { createSettling } from "./time/settling.ts";
import { createTimeTravel } from "./time/time-travel.ts";
import { type Instant, startClock } from "./time/virtual-clock.ts";

const DEFAULT_RETRY_AFTER_MS = 200;

/** Runs the synthesised template on this machine. */
export const startLocal = async (options: LocalOptions = {}): Promise<LocalCity> => {
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    return await start({ options, closing, stop });
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async ({
  options,
  closing,
  stop,
}: {
  readonly options: LocalOptions;
  readonly closing: (() => Promise<void>)[];
  readonly stop: () => Promise<void>;
}): Promise<LocalCity> => {
  const { port = 0, startsAt, retryAfterMs = DEFAULT_RETRY_AFTER_MS } = options;
  const { onTrouble = () => {}, onChange = () => {} } = options;
  const assembly = await assemblyFrom(options.templates, closing);
  const region = regionOf(assembly);
  const clock = startClock(startsAt === undefined ? Date.now() : instantFrom(startsAt));

  const front = await listenLocally(0);
  closing.push(front.close);
  const endpoint = front.url;
  const resolver = createResolver({ assembly, region, endpoint });

  const engines = await startEngines({ assembly, resolver, region, endpoint, clock, onChange });
  closing.push(engines.stop);
  const ledger = createCallLedger();
  front.serve(
    atCallersTime(
      createFront({
        services: engines.services,
        invoke: (reference, event) => functions.behind(reference).invoke(event),
        ledger,
        onTrouble,
      }),
    ),
  );

  const logs: LogLine[] = [];
  const onLog = (line: LogLine): void => {
    logs.push(line);
    options.onLog?.(line);
  };
  const functions = await startFunctions({
    assembly,
    resolver,
    endpoint,
    region,
    now: clock.now,
    onLog,
    onTrouble,
  });
  closing.push(functions.stop);
  await runSelfChecks({ assembly, resolver, functions });
  // What is counted is what the system does, and not what it took to deploy it.
  ledger.clear();

  const { readers, readQueues } = startEventSources({
    assembly,
    resolver,
    surroundings: {
      ...engines,
      functionBehind: functions.behind,
      region,
      retryAfterMs,
      now: clock.now,
      onTrouble,
    },
  });
  closing.push(async () => {
    for (const reader of readers) reader.stop();
  });

  const api = await listenLocally(port);
  closing.push(api.close);
  api.serve(
    createGateway({
      routes: readRoutes(assembly, resolver),
      stage: stageOf(assembly, resolver.names.nameOf),
      functionBehind: functions.behind,
      answerTrouble: createGatewayResponses(assembly, resolver),
      now: clock.now,
      onTrouble,
    }),
  );

  const settle = createSettling({
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    doing: () => [...functions.doing(), ...readers.flatMap((reader) => reader.doing() ?? [])],
    held: async () => {
      const held = [...(await engines.queueEngine.held())].filter(
        ([name, count]) => readQueues.has(name) && count > 0,
      );
      return held.map(([name, count]) => `${name} holds ${count}`);
    },
  });
  const travel = createTimeTravel({
    clock,
    schedules: readSchedules({ assembly, resolver, from: clock.now() }),
    fire: (schedule, scheduled) => fireSchedule({ schedule, scheduled, functions, retryAfterMs, onTrouble }),
    settle,
  });

  return {
    apiUrl: api.url,
    awsEndpoint: endpoint,
    queueUrl: (name) => {
      const queue = engines.queues.find((entry) => entry.name === name);
      if (queue === undefined) throw new Error(`the template declares no queue ${name}`);
      return queue.url;
    },
    queueNames: () => engines.queues.map(({ name }) => name),
    clientFor: (caller) => clientSettings({ caller, endpoint, region }),
    now: () => new Date(clock.now()).toISOString(),
    advance: (to, { every = "occurrence" } = {}) => travel(instantFrom(to), every),
    settle,
    crash: (functionName) => functions.behind(functionName).crash(),
    restartReaders: () => {
      for (const reader of readers) reader.restart();
    },
    logs,
    calls: ledger.calls,
    stop,
  };
};

const instantFrom = (text: string): Instant => {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`"${text}" is no RFC 3339 instant`);
  return instant;
};

const assemblyFrom = async (
  templates: string | undefined,
  closing: (() => Promise<void>)[],
): Promise<Assembly> => {
  const directory = templates ?? (await synthesise());
  if (templates === undefined) closing.push(() => rm(directory, { recursive: true, force: true }));
  const assembly = readAssembly(directory);
  refuseUnknown(assembly);
  return assembly;
};

const regionOf = ({ stacks }: Assembly): string => {
  const regions = [...new Set(stacks.map(({ region }) => region))];
  if (regions.length > 1)
    throw new Error(`the stacks lie in several regions, ${regions.join(", ")}; one runs here`);
  return regions[0] ?? DEFAULT_REGION;
};

const stageOf = (assembly: Assembly, nameOf: (resource: Resource) => string): string => {
  const stage = everyResource(assembly).find(({ type }) => type === "AWS::ApiGateway::Stage");
  return stage === undefined ? "local" : nameOf(stage);
};
