import type { SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { asDocumented } from "./behaviour.ts";
import type { Parts } from "./engines.ts";
import { sections } from "./sections.ts";
import type { TableCalls } from "./table-probe.ts";

const nothing = () => Promise.resolve();
const never = (): Promise<undefined> => Promise.resolve(undefined);
const none = (): Promise<readonly never[]> => Promise.resolve([]);

const table = (): Promise<TableCalls> =>
  Promise.resolve({
    put: () => Promise.resolve("written"),
    find: never,
    due: none,
    duePages: none,
    scanPages: none,
    putMany: never,
    remove: nothing,
  });

/** They take everything, and do nothing with it. */
const inert: Omit<Parts, "troubles"> = {
  tables: { simulated: table },
  tableCalls: { simulated: table },
  streams: {
    simulated: () =>
      Promise.resolve({
        put: () => Promise.resolve("written"),
        remove: nothing,
        read: none,
        hoursGoBy: nothing,
      }),
  },
  streamSources: {
    simulated: () =>
      Promise.resolve({ write: () => {}, rest: nothing, batches: [], setAside: [], mostAtOnce: () => 0 }),
  },
  queues: {
    simulated: () =>
      Promise.resolve({
        send: () => Promise.resolve("m1"),
        receive: none,
        delete: nothing,
        untilVisible: nothing,
        fiveMinutes: nothing,
        dead: none,
        redrive: nothing,
        now: Date.now,
      }),
  },
  queueSources: {
    simulated: () =>
      Promise.resolve({
        send: nothing,
        rest: nothing,
        batches: [],
        mostAtOnce: () => 0,
        isGroupShared: () => false,
      }),
  },
  waysOut: {
    simulated: () =>
      Promise.resolve({
        client: { send: () => Promise.resolve({}) } as unknown as SQSClient,
        url: "",
        arrived: none,
      }),
  },
  schedules: { simulated: none },
  answers: { simulated: () => Promise.resolve({ isTaken: () => Promise.resolve(true) }) },
};

// What may befall a call has an engine of its own.
const asked = sections.filter(({ title }) => title !== "Trouble with any call");

describe.each(asked)("$title: an engine that does nothing does not show that", ({ rows }) => {
  it.each(rows)("$says", async ({ ask }) => {
    const found = await ask({ ...inert, troubles: {} }, "simulated").catch((error: unknown) => String(error));

    expect(found).not.toBe(asDocumented);
  });
});
