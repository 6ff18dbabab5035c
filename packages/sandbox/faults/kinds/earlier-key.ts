import { DynamoDBClient, ScanCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { kmsClient, kmsDerivedKeys, sealedWith } from "@hemvist/adapters";
import { issuerOf } from "../../http/issuer.ts";
import type { Fault } from "../fault.ts";
import type { Scene } from "../scene.ts";
import { incident } from "../steps.ts";

/** Each decision is sealed as the generation before the first would have sealed it. */
async function sealWithEarlierKey({ system }: Scene): Promise<void> {
  const { table: TableName, recordKey } = issuerOf(system);
  const dynamo = new DynamoDBClient(system.clientFor("sandbox"));
  const keys = kmsDerivedKeys(recordKey, "records", kmsClient(system.clientFor("sandbox")));
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName }));
  for (const { pk, version, body } of Items) {
    if (pk?.S === undefined || body?.B === undefined) continue;
    const place = { pk: pk.S, version: Number(version?.N) };
    const text = await sealedWith(keys).open(body.B, place);
    const earlier = await sealedWith(keys, 0).close(text, place);
    await dynamo.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk },
        UpdateExpression: "SET body = :earlier",
        ExpressionAttributeValues: { ":earlier": { B: earlier } },
      }),
    );
  }
}

export const earlierKey: Fault = {
  name: "earlier-key",
  says: {
    sv: "Nyckeln för de lagrade besluten har en ny generation. Besluten är förseglade med den förra.",
    en: "The key of the stored decisions has a new generation. The decisions are sealed with the former one.",
  },
  provoke: async (scene) => {
    await scene.decide("SFC-2026-000002");
    await scene.system.settle();
    await sealWithEarlierKey(scene);
    await scene.system.settle();
  },
  told: {
    sv: "De som ansvarar för säkerheten vill att ingen post har den förra nyckeln.",
    en: "The people who answer for security want no record to have the former key.",
  },
  runbook: "reseal",
  steps: [
    { run: "npm run --silent ops -- reseal", put: () => [incident], prints: /\b2 / },
    { run: "npm run --silent ops -- reseal", put: () => [incident], prints: /\b0 / },
  ],
};
