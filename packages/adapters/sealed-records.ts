import type { CaseStore } from "@hemvist/casework";
import { dynamoCases } from "./dynamo-cases.ts";
import { kmsSeal, type Seal } from "./seal.ts";

/** Where the decisions lie, as every function has it in its settings. */
interface Where {
  readonly TABLE_NAME: string;
  readonly RECORD_KEY_ID: string;
}

/** The records, and the seal of their bodies. */
export function sealedRecords(
  { TABLE_NAME, RECORD_KEY_ID }: Where,
  onWritten?: (decision: string, taken: number) => void,
): {
  readonly cases: CaseStore;
  readonly seal: Seal;
} {
  const seal = kmsSeal(RECORD_KEY_ID);
  return { cases: dynamoCases(TABLE_NAME, seal, onWritten ? { onWritten } : {}), seal };
}
