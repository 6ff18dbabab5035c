import type { RunningSystem } from "@hemvist/local";
import type { Municipality } from "@hemvist/rules";
import { municipalityNamed } from "@hemvist/rules/municipalities";

/** The function that issues reports. */
const issuer = "hemvist-report";

/** What the deployed function has in its settings: whose reports it issues, and where the decisions lie. */
export function issuerOf(system: Pick<RunningSystem, "variablesOf">): {
  readonly table: string;
  readonly municipality: Municipality;
} {
  const { TABLE_NAME: table = "", MUNICIPALITY: code = "" } = system.variablesOf(issuer);
  return { table, municipality: municipalityNamed(code) };
}
