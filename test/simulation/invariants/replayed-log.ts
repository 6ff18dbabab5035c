import type { SQSClient } from "@aws-sdk/client-sqs";
import { type CaseRecord, followUp } from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { isOf, type Municipality } from "@hemvist/rules";
import { noSignatures } from "../../support/no-signatures.ts";
import { asBothKnowIt } from "../faults/next-code.ts";
import { plainPseudonyms } from "../platform/plain-pseudonyms.ts";
import { simulatedStore } from "../platform/table.ts";
import { type Dependencies, realParts, receiveMessage, recordMessage } from "../platform/wiring.ts";
import { type Seeded, seeded } from "../world/seeded.ts";
import type { Command } from "./ledger.ts";
import { anotherLegalOrder, essenceOf } from "./legal-orders.ts";

/**
 * Does again, on an empty table, all that was asked for of one decision, each thing three times over, and then in
 * another legal order.
 * @returns whether that leads to the very same record, and to one that differs by its order only
 */
export async function isSameReplayed(
  record: CaseRecord,
  commands: readonly Command[],
  { municipality, chance }: { readonly municipality: Municipality; readonly chance: Seeded },
): Promise<boolean> {
  const known = asBothKnowIt(record);
  const thrice = await replayed(record, { municipality, commands, times: 3 });
  if (thrice === undefined || canonicalJson(thrice) !== canonicalJson(known)) return false;
  const reordered = await replayed(record, {
    municipality,
    commands: anotherLegalOrder(commands, chance),
    times: 1,
  });
  return reordered !== undefined && essenceOf(reordered) === essenceOf(known);
}

async function replayed(
  record: CaseRecord,
  {
    municipality,
    commands,
    times,
  }: { readonly municipality: Municipality; readonly commands: readonly Command[]; readonly times: number },
): Promise<CaseRecord | undefined> {
  const store = simulatedStore({ hasManyShapes: false, chance: seeded("replay"), onWritten: () => {} });
  const soon = <T>(act: () => T): Promise<T> => Promise.resolve().then(act);
  const dependencies: Dependencies = {
    municipality,
    cases: {
      find: (key) => soon(() => store.find(key)),
      save: (version) => soon(() => store.save(version)),
      due: () => Promise.resolve([]),
      ofPerson: () => Promise.resolve([]),
      ofCase: () => Promise.resolve([]),
    },
    pseudonyms: plainPseudonyms,
    sqs: { send: () => Promise.resolve({}) } as unknown as SQSClient,
    signer: noSignatures,
  };
  try {
    for (const command of commands) {
      for (let time = 0; time < times; time += 1) await again(command, { record, dependencies });
    }
  } catch {
    // It brought about a version once, and now it cannot even be done.
    return undefined;
  }
  return dependencies.cases.find(record);
}

async function again(
  command: Command,
  { record, dependencies }: { record: CaseRecord; dependencies: Dependencies },
): Promise<unknown> {
  if (command.on === "schedule") {
    const current = await dependencies.cases.find(record);
    const next = current && followUp(current, { at: command.now, municipality: dependencies.municipality });
    return next && dependencies.cases.save(next);
  }
  const { message } = command;
  return isOf("decisions", message.queue)
    ? receiveMessage(message, dependencies, realParts)
    : recordMessage(message, dependencies);
}
