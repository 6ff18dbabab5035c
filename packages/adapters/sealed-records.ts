import type { CaseStore } from "@hemvist/casework";
import { kmsDerivedKeys } from "./derived-keys.ts";
import { dynamoCases } from "./dynamo-cases.ts";
import { dynamoHeard } from "./dynamo-heard.ts";
import { idMarks } from "./id-marks.ts";
import { sealedWith } from "./seal.ts";
import { caseReads, sealRead } from "./self-check-reads.ts";

/** Where the decisions lie, as every function has it in its settings. */
interface Where {
  readonly TABLE_NAME: string;
  readonly RECORD_KEY_ID: string;
}

/** The seal of records' bodies and the marks of their ids, by one key. */
export function byRecordKey(keyId: string) {
  const keyOf = kmsDerivedKeys(keyId, "records");
  return { seal: sealedWith(keyOf), marks: idMarks(keyOf) };
}

/**
 * The records, the seal of their bodies, the marks of their ids, and what a self-check reads of the two settings.
 * `lookUps` is for a function that finds decisions by their person too. `heard` says when the newest decisions came.
 */
export function sealedRecords(
  { TABLE_NAME, RECORD_KEY_ID }: Where,
  onWritten?: (decision: string, taken: number) => void,
) {
  const { seal, marks } = byRecordKey(RECORD_KEY_ID);
  const cases: CaseStore = dynamoCases(TABLE_NAME, seal, onWritten ? { onWritten } : {});
  const { due: _, ...lookUps } = caseReads(cases);
  const { decisions } = lookUps;
  const reads = { TABLE_NAME: { decisions }, RECORD_KEY_ID: { seal: sealRead(seal) } };
  return { cases, seal, marks, reads, lookUps, heard: dynamoHeard(TABLE_NAME) };
}
