import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoItems, kmsClient, kmsSeal } from "@hemvist/adapters";
import { beginReport, type ReportName, type ReportPeriod } from "@hemvist/figures";
import type { RunningSystem } from "@hemvist/local";
import { issuerOf } from "./issuer.ts";

/** The files of a report over what is stored now, by name. */
export async function reportFiles(
  system: Pick<RunningSystem, "clientFor" | "variablesOf">,
  { report, period }: { readonly report: ReportName; readonly period: ReportPeriod },
): Promise<Readonly<Record<string, string>>> {
  const { table, recordKey, municipality } = issuerOf(system);
  const dynamo = new DynamoDBClient(system.clientFor("sandbox"));
  const kms = kmsClient(system.clientFor("sandbox"));
  const seal = kmsSeal(recordKey, kms);
  const begun = beginReport(report, { municipality, period });
  let leftOut = 0;
  for await (const { record } of dynamoItems(table, seal, dynamo)) {
    if (record === undefined) leftOut += 1;
    else begun.add(record);
  }
  dynamo.destroy();
  kms.destroy();
  return Object.fromEntries(begun.issue(leftOut).files.map(({ name, body }) => [name, body]));
}
