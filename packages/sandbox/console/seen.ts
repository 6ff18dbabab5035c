import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import type { CaseRecord, Instant } from "@hemvist/casework";
import type { AlarmHistory, RunningSystem } from "@hemvist/local";
import * as z from "zod";
import { storedRecords } from "../http/stored-records.ts";
import { atMostEach } from "./at-most-each.ts";

/** What the console reads of the running system. */
export interface Seen {
  readonly records: () => Promise<readonly CaseRecord[]>;
  /** When each assignment was first put on its provider's queue. */
  readonly deliveredAt: () => Promise<ReadonlyMap<string, Instant>>;
  readonly alarms: () => Promise<readonly AlarmHistory[]>;
}

/** Real milliseconds. */
const readAtMostEach = 500;
/** Each alarm is judged from the start of the run. */
const judgedAtMostEach = 3_000;

export const seenOf = (system: Pick<RunningSystem, "alarms" | "clientFor" | "variablesOf">): Seen => ({
  records: atMostEach(readAtMostEach, async () => {
    const records: CaseRecord[] = [];
    for await (const { record } of storedRecords(system)) if (record !== undefined) records.push(record);
    return records;
  }),
  alarms: atMostEach(judgedAtMostEach, () => system.alarms()),
  deliveredAt: atMostEach(readAtMostEach, () => receiptsIn(system)),
});

const receipt = z.object({
  place: z.object({ S: z.string() }),
  requests: z.object({ SS: z.array(z.string()) }),
});

/** What hand-off remembers of each decision: which assignments it requested, and when. */
async function receiptsIn(
  system: Pick<RunningSystem, "clientFor" | "variablesOf">,
): Promise<ReadonlyMap<string, Instant>> {
  const { SENT_TABLE_NAME } = system.variablesOf("hemvist-hand-off");
  const client = new DynamoDBClient(system.clientFor("sandbox"));
  const first = new Map<string, Instant>();
  try {
    for await (const { Items = [] } of paginateScan({ client }, { TableName: SENT_TABLE_NAME })) {
      for (const item of Items) {
        const { data } = receipt.safeParse(item);
        // A place begins with the instant.
        const sentAt = data?.place.S.split(" ")[0] ?? "";
        for (const assignment of data?.requests.SS ?? [])
          if (sentAt < (first.get(assignment) ?? "~")) first.set(assignment, sentAt);
      }
    }
  } finally {
    client.destroy();
  }
  return first;
}
