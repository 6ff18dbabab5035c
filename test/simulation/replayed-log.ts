import type { SQSClient } from "@aws-sdk/client-sqs";
import { type CaseRecord, followUp } from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import type { Command } from "./ledger.ts";
import { asBothKnowIt } from "./next-code.ts";
import { plainPseudonyms } from "./plain-pseudonyms.ts";
import { seeded } from "./seeded.ts";
import { simulatedStore } from "./simulated-store.ts";
import { realParts, receiveMessage, recordMessage, type Ways } from "./wiring.ts";

/**
 * Does again, on an empty table, all that was asked for of one decision, each thing three times over.
 * @returns whether that leads to the very same record
 */
export async function isSameReplayed(record: CaseRecord, commands: readonly Command[]): Promise<boolean> {
  const store = simulatedStore({ chance: seeded("replay"), onWritten: () => {} });
  const soon = <T>(act: () => T): Promise<T> => Promise.resolve().then(act);
  const ways: Ways = {
    cases: {
      find: (key) => soon(() => store.find(key)),
      save: (version) => soon(() => store.save(version)),
      due: () => Promise.resolve([]),
      ofPerson: () => Promise.resolve([]),
      ofCaseNumber: () => Promise.resolve([]),
    },
    pseudonyms: plainPseudonyms,
    sqs: { send: () => Promise.resolve({}) } as unknown as SQSClient,
  };
  for (const command of commands) {
    for (let time = 0; time < 3; time += 1) await again(command, { record, ways });
  }
  const replayed = await ways.cases.find(record);
  return replayed !== undefined && canonicalJson(replayed) === canonicalJson(asBothKnowIt(record));
}

async function again(
  command: Command,
  { record, ways }: { record: CaseRecord; ways: Ways },
): Promise<unknown> {
  if (command.on === "schedule") {
    const current = await ways.cases.find(record);
    const next = current && followUp(current, command.now);
    return next && ways.cases.save(next);
  }
  const { message } = command;
  return message.queue.startsWith("decisions-")
    ? receiveMessage(message, ways, realParts)
    : recordMessage(message, ways);
}
