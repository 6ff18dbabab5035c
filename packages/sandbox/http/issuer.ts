import type { RunningSystem } from "@hemvist/local";
import type { Municipality } from "@hemvist/rules";
import { municipalityNamed } from "@hemvist/rules/municipalities";

/** The function that issues reports. */
const issuer = "hemvist-report";

/** What the deployed function has in its settings: whose reports it issues, where the decisions lie, and the key of their bodies. */
export function issuerOf(system: Pick<RunningSystem, "variablesOf">): {
  readonly table: string;
  readonly recordKey: string;
  readonly municipality: Municipality;
} {
  const {
    TABLE_NAME: table = "",
    RECORD_KEY_ID: recordKey = "",
    MUNICIPALITY: code = "",
  } = system.variablesOf(issuer);
  return { table, recordKey, municipality: municipalityNamed(code) };
}
