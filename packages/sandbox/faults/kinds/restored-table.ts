import { DynamoDBClient, ScanCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Fault } from "../fault.ts";
import type { Scene } from "../scene.ts";
import { approvedBySecond, incident, keepApproval } from "../steps.ts";

const table = "decisions";

/** A person's script has written something else into each decision. */
async function overwrite({ system }: Scene): Promise<void> {
  const dynamo = new DynamoDBClient(system.clientFor("sandbox"));
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: table }));
  for (const { pk, body } of Items)
    if (pk !== undefined && body !== undefined)
      await dynamo.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { pk },
          UpdateExpression: "SET body = :what, version = version + :one",
          ExpressionAttributeValues: { ":what": { S: "something else" }, ":one": { N: "1" } },
        }),
      );
}

const enable = ({ system: { controls } }: Scene, functionName: string): void => {
  for (const mapping of controls.mappings())
    if (mapping.functionName === functionName) controls.switchMapping(mapping.id, true);
};

export const restoredTable: Fault = {
  name: "restored-table",
  says: {
    sv: "Ett skript har skrivit över varje beslut i tabellen. Den tas tillbaka från en tidigare tidpunkt.",
    en: "A script has overwritten each decision in the table. It is restored from an earlier point in time.",
  },
  provoke: async (scene) => {
    const { system } = scene;
    const items = await system.controls.copyOfTable(table);
    await scene.decide("SFC-2026-000002");
    await system.settle();
    await scene.providerReads();
    await system.settle();
    await overwrite(scene);
    scene.drift(async () => {
      await system.controls.restoreTable(table, items);
      enable(scene, "hemvist-hand-off");
    });
  },
  alarm: "hemvist-hand-off-records-set-aside",
  within: 1,
  runbook: "table-restored",
  ledBy: "stream-behind",
  steps: [
    { run: "for id in $(aws lambda list-event-source-mappings" },
    { run: "API=$(aws apigateway get-rest-apis" },
    { run: "aws apigateway update-stage" },
    { run: "KEY=$(aws dynamodb describe-table" },
    { run: "aws dynamodb restore-table-to-point-in-time" },
    { run: "aws dynamodb wait table-exists" },
    { run: "aws dynamodb update-table" },
    { run: "aws dynamodb update-continuous-backups" },
    { run: "npx cdk import hemvist-records" },
    { run: "npm run deploy -- --stage production" },
    {
      says: {
        sv: "Mottagningen öppnas. SF Centrum skickar om alla beslut sedan dagen före tidpunkten.",
        en: "receive-decision reads again. SF Centrum sends each decision again since the day before that moment.",
      },
      act: async (scene) => {
        enable(scene, "hemvist-receive-decision");
        await scene.decideAllAgain();
      },
    },
    {
      says: {
        sv: "Återrapporteringen öppnas. Kompetenscenter skickar om varje rapport, med samma id.",
        en: "record-progress reads again. Kompetenscenter sends each report again, with the same ids.",
      },
      act: async (scene) => {
        enable(scene, "hemvist-record-progress");
        await scene.reportAllAgain();
      },
    },
    { run: "npm run --silent ops -- dead-letters --queue hand-off", ends: [2], prints: /record-replaced/ },
    { run: "npm run --silent ops -- discard --unreadable --queue hand-off --dry-run" },
    {
      run: "npm run --silent ops -- discard --unreadable --queue hand-off --reason",
      put: () => [incident],
      ends: [2],
      keep: keepApproval,
    },
    approvedBySecond,
  ],
};
