import { decisionsTable } from "../support/engines/decisions-table.ts";
import { openDynalite, openDynamoDbLocal } from "../support/engines/dynamo-engines.ts";
import { whyNoDynamoDbLocal } from "../support/engines/dynamodb-local.ts";
import { openSqs } from "../support/engines/sqs-engine.ts";
import { openAmazonStream } from "./amazon-stream.ts";
import type { OpenAnswer } from "./answer-behaviours.ts";
import type { EngineName } from "./behaviour.ts";
import { dynamoTable } from "./dynamo-table.ts";
import { openFauxqsQueue, openFauxqsWayOut } from "./fauxqs-messages.ts";
import { openLocalAnswer } from "./local-answers.ts";
import { openLocalStreamSource } from "./local-changes.ts";
import { openLocalQueue, openLocalQueueSource, openLocalWayOut } from "./local-messages.ts";
import { openLocalStream, openLocalTable } from "./local-tables.ts";
import type { OpenQueue, OpenQueueSource } from "./queue-probe.ts";
import type { OpenSchedule } from "./schedule-probe.ts";
import { openLocalSchedule, openSimulatedSchedule } from "./schedules.ts";
import { openSimulatedStream, openSimulatedStreamSource } from "./simulated-changes.ts";
import { openSimulatedQueue, openSimulatedQueueSource } from "./simulated-messages.ts";
import { openSimulatedTable } from "./simulated-table.ts";
import { openSimulatedWayOut } from "./simulated-way-out.ts";
import type { OpenStream, OpenStreamSource } from "./stream-probe.ts";
import type { OpenTable, OpenTableCalls } from "./table-probe.ts";
import { type OpenTrouble, openTrouble } from "./trouble-behaviours.ts";
import type { OpenWayOut } from "./way-out.ts";

type Opens<Open> = Readonly<Partial<Record<EngineName, Open>>>;

/** How to open a fresh part of each engine that has it. */
export interface Parts {
  readonly tables: Opens<OpenTable>;
  readonly tableCalls: Opens<OpenTableCalls>;
  readonly streams: Opens<OpenStream>;
  readonly streamSources: Opens<OpenStreamSource>;
  readonly queues: Opens<OpenQueue>;
  readonly queueSources: Opens<OpenQueueSource>;
  readonly waysOut: Opens<OpenWayOut>;
  readonly schedules: Opens<OpenSchedule>;
  readonly troubles: Opens<OpenTrouble>;
  readonly answers: Opens<OpenAnswer>;
}

export interface Engines {
  readonly parts: Parts;
  /** Why an engine is not here. */
  readonly absent: ReadonlyMap<EngineName, string>;
  readonly stop: () => Promise<void>;
}

/** Starts every engine that runs on this machine. */
export async function startEngines(): Promise<Engines> {
  const stops: (() => Promise<void>)[] = [];
  const atEnd = (stop: () => Promise<void>): void => void stops.push(stop);
  const shape = decisionsTable();
  const { StreamSpecification: _noStreams, ...streamless } = shape;

  const dynalite = await openDynalite();
  const fauxqs = await openSqs();
  const whyNot = whyNoDynamoDbLocal();
  const amazon = whyNot === undefined ? await openDynamoDbLocal() : undefined;
  for (const engine of [dynalite, fauxqs, amazon]) if (engine) atEnd(engine.stop);

  const ofAll: Opens<OpenTableCalls> = {
    bare: () => dynamoTable(dynalite.client, { shape: streamless }),
    local: openLocalTable(shape, atEnd),
    ...(amazon ? { amazon: () => dynamoTable(amazon.client, { shape }) } : {}),
  };
  return {
    absent: new Map(whyNot === undefined ? [] : [["amazon", whyNot]]),
    stop: async () => {
      for (const stop of stops.splice(0).toReversed()) await stop();
    },
    parts: {
      tables: { simulated: openSimulatedTable, ...ofAll },
      tableCalls: ofAll,
      streams: {
        simulated: openSimulatedStream,
        local: openLocalStream(shape, atEnd),
        ...(amazon ? { amazon: openAmazonStream(amazon, shape) } : {}),
      },
      streamSources: { simulated: openSimulatedStreamSource, local: openLocalStreamSource },
      queues: {
        simulated: openSimulatedQueue,
        bare: openFauxqsQueue(fauxqs.client),
        local: openLocalQueue(atEnd),
      },
      queueSources: { simulated: openSimulatedQueueSource, local: openLocalQueueSource(atEnd) },
      waysOut: {
        simulated: openSimulatedWayOut,
        bare: openFauxqsWayOut(fauxqs.client),
        local: openLocalWayOut(atEnd),
      },
      schedules: { simulated: openSimulatedSchedule, local: openLocalSchedule },
      troubles: { simulated: openTrouble },
      answers: { local: openLocalAnswer(atEnd) },
    },
  };
}
