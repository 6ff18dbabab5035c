import { createControls } from "./controls.ts";
import { startEngines } from "./engines.ts";
import { createCallLedger } from "./front/call-ledger.ts";
import { clientSettings } from "./front/caller.ts";
import { atCallersTime } from "./front/callers-time.ts";
import { createFront, type Invoke } from "./front/front.ts";
import { createFunctionUrls } from "./front/function-urls.ts";
import { type Answer, listenLocally, type Request } from "./front/listening.ts";
import { type LogLine, startFunctions } from "./functions/functions.ts";
import { runSelfChecks } from "./functions/self-checks.ts";
import { deployedApi } from "./gateway/deployed-api.ts";
import { createGateway } from "./gateway/gateway.ts";
import { createGatewayResponses } from "./gateway/gateway-responses.ts";
import { readRoutes } from "./gateway/routes.ts";
import { atSystemTime } from "./gateway/system-time.ts";
import { createUserPools } from "./identity/user-pools.ts";
import { lookNowAndThen } from "./metrics/now-and-then.ts";
import { createWatch } from "./metrics/watch.ts";
import { createPermissions } from "./permissions/permissions.ts";
import { queuesSeen } from "./queues/queues-seen.ts";
import type { LocalOptions, RunningSystem } from "./running-system.ts";
import { startEventSources } from "./sources/event-sources.ts";
import { assemblyGiven } from "./templates/assembly-given.ts";
import { createResolver } from "./templates/resolver.ts";
import { fireSchedule } from "./time/schedule-firing.ts";
import { readSchedules } from "./time/schedules.ts";
import { createSettling, createTrying } from "./time/settling.ts";
import { createTimeTravel } from "./time/time-travel.ts";
import { type Instant, startClock } from "./time/virtual-clock.ts";

const DEFAULT_RETRY_AFTER_MS = 200;
const DEFAULT_ZONE = "UTC";
/** CloudWatch's usual period: each has some of what fails. */
const ENDURED_MS = 5 * 60_000;

/** What has been started, to be ended in the opposite order. */
type Closing = (() => Promise<void>)[];

/**
 * Runs the synthesised template on this machine.
 * @throws PortTakenError, UnknownResourceError, NotPermittedError, SelfCheckFailedError; nothing is left running then
 */
export const startLocal = async (options: LocalOptions): Promise<RunningSystem> => {
  const closing: Closing = [];
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
  readonly closing: Closing;
  readonly stop: () => Promise<void>;
}): Promise<RunningSystem> => {
  const { startsAt, signal, zone = DEFAULT_ZONE, retryAfterMs = DEFAULT_RETRY_AFTER_MS } = options;
  const { onTrouble = () => {}, onChange = () => {}, alongside = () => Promise.resolve(undefined) } = options;
  // Both ports first: to synthesise takes a while, and one that is taken should be known at once.
  const api = await listenLocally(options.port ?? 0);
  closing.push(api.close);
  const front = await listenLocally(options.awsPort ?? 0);
  closing.push(front.close);
  const endpoint = front.url;

  const { assembly, region } = await assemblyGiven(options, closing);
  signal?.throwIfAborted();
  const clock = startClock(startsAt === undefined ? Date.now() : instantFrom(startsAt));
  const resolver = createResolver({ assembly, region, endpoint });

  const watch = createWatch({ assembly, resolver, clock });
  const { store, measured } = watch;
  const engines = await startEngines({
    assembly,
    resolver,
    region,
    endpoint,
    clock,
    store,
    measured,
    onChange,
  });
  closing.push(engines.stop);
  closing.push(lookNowAndThen(engines.lookAtQueues, onTrouble));
  const ledger = createCallLedger();
  const permissions =
    options.permissions === undefined
      ? undefined
      : createPermissions({ options: options.permissions, assembly, resolver, region });
  const pools = await createUserPools({ assembly, resolver, now: clock.now });
  const invoke: Invoke = (reference, event) => functions.behind(reference).invoke(event);
  const aws = createFront({
    services: engines.services,
    invoke,
    functionUrls: createFunctionUrls({
      assembly,
      resolver,
      endpoint,
      now: clock.now,
      invoke,
      ...(permissions === undefined ? {} : { permissions }),
    }),
    ...(permissions === undefined ? {} : { permissions }),
    ...(options.interfere === undefined ? {} : { interfere: options.interfere }),
    ledger,
    onTrouble,
  });
  front.serve(atCallersTime(async (request) => pools.answer(request) ?? aws(request)));

  let attempts = 0;
  const logs: LogLine[] = [];
  const onLog = (line: LogLine): void => {
    logs.push(line);
    watch.readLine(line.line);
    options.onLog?.(line);
  };
  const functions = await startFunctions({
    assembly,
    resolver,
    endpoint,
    region,
    now: clock.now,
    onLog,
    onInvoked: (invoked) => {
      attempts += 1;
      measured.invoked(invoked);
    },
    onTrouble,
  });
  closing.push(functions.stop);
  await permissions?.demandForServices();
  await runSelfChecks({ assembly, resolver, functions });
  signal?.throwIfAborted();
  // What is counted is what the system does, and not what it took to deploy it.
  ledger.clear();

  const mappings = startEventSources({
    assembly,
    resolver,
    surroundings: {
      ...engines,
      functionBehind: functions.behind,
      region,
      retryAfterMs,
      now: clock.now,
      measured,
      onTrouble,
    },
  });
  const readers = mappings.map(({ reader }) => reader);
  closing.push(async () => {
    for (const reader of readers) reader.stop();
  });

  const deployed = deployedApi(assembly, resolver);
  const gateway = createGateway({
    routes: readRoutes(assembly, resolver),
    stage: deployed.stage,
    functionBehind: functions.behind,
    answerTrouble: createGatewayResponses(assembly, resolver),
    scopesIn: pools.scopesIn,
    now: clock.now,
    onTrouble,
  });
  const throughGateway = async (request: Request): Promise<Answer> => {
    const begun = performance.now();
    const answer = await gateway(request);
    measured.answered({ ...deployed, status: answer.status, tookMs: performance.now() - begun });
    return answer;
  };
  api.serve(
    atSystemTime(
      async (request) => (await alongside(request)) ?? pools.answer(request) ?? throughGateway(request),
      clock.now,
    ),
  );
  // Before what it calls. To close it twice does nothing.
  closing.push(api.close);

  const schedules = readSchedules({ assembly, resolver, from: clock.now() });
  const schedulesOff = new Set<string>();
  const controls = createControls({
    mappings,
    scheduleNames: schedules.map(({ name }) => name),
    schedulesOff,
    functions,
    engines,
  });
  const goingOn = {
    doing: () => [...functions.doing(), ...readers.flatMap((reader) => reader.doing() ?? [])],
    held: async () => {
      // A queue that is not read holds what it holds.
      const isRead = new Set(
        mappings.flatMap(({ queue, reader }) => (queue === undefined || reader.isPaused() ? [] : [queue])),
      );
      const held = [...(await engines.queueEngine.held())].filter(
        ([name, count]) => isRead.has(name) && count > 0,
      );
      return held.map(([name, count]) => `${name} holds ${count}`);
    },
  };
  const atRest = createSettling({
    ...goingOn,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
  });
  const tried = createTrying({ ...goingOn, attempts: () => attempts });
  // Before each leap: what lies on the queues then lies there until after it.
  const settle = async (): Promise<void> => {
    await atRest();
    await engines.lookAtQueues();
  };
  const travel = createTimeTravel({
    clock,
    schedules,
    zone,
    fire: async (schedule, scheduled) => {
      if (schedulesOff.has(schedule.name)) return;
      await fireSchedule({ schedule, scheduled, functions, retryAfterMs, onTrouble });
    },
    settle,
  });

  return {
    apiUrl: api.url,
    awsEndpoint: endpoint,
    ...queuesSeen(engines, clock),
    variablesOf: functions.variablesOf,
    clientFor: (caller) => clientSettings({ caller, endpoint, region }),
    now: () => new Date(clock.now()).toISOString(),
    advance: (to, { every = "occurrence" } = {}) => travel.to(instantFrom(to), every),
    endure: (to) =>
      travel.endure(instantFrom(to), ENDURED_MS, async () => {
        await tried();
        await engines.lookAtQueues();
      }),
    catchUp: travel.catchUp,
    settle,
    crash: (functionName) => functions.behind(functionName).crash(),
    restartReaders: () => {
      for (const reader of readers) reader.restart();
    },
    logs,
    metrics: async () => {
      await engines.lookAtQueues();
      return store;
    },
    alarms: async () => {
      await engines.lookAtQueues();
      return watch.alarms();
    },
    dashboards: () => watch.dashboards,
    calls: ledger.calls,
    controls,
    grantsUsed: () => permissions?.uses() ?? [],
    stop,
  };
};

const instantFrom = (text: string): Instant => {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`"${text}" is no RFC 3339 instant`);
  return instant;
};
