import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, describe, expect, inject, it } from "vitest";
import { judgeNamed } from "../judges/judges.ts";
import { bootstrapped, createStack, type Deployment, deleteStack, root } from "./deploy.ts";
import { type Emulator, startMinistack } from "./ministack.ts";

const python = judgeNamed("ministack") ?? "";
const templates = inject("templates");

const emulators: Emulator[] = [];
afterAll(() => Promise.all(emulators.map(({ stop }) => stop())));

async function anAccount(): Promise<Deployment> {
  const emulator = await startMinistack(python, { judgesCalls: false });
  emulators.push(emulator);
  const { endpoint } = emulator;
  await bootstrapped(endpoint);
  return { endpoint, python, templates };
}

/** As a mistyped table: each function checks itself as it is deployed, and fails. */
const leadingNowhere = (template: string): string =>
  JSON.stringify(JSON.parse(template), (name, value: unknown) =>
    name === "TABLE_NAME" ? "no-such-table" : value,
  );

/** What was standing before: `Retain` keeps a resource even if its first creation is rolled back. */
const withPlainRetain = (template: string): string =>
  template.replaceAll('"RetainExceptOnCreate"', '"Retain"');

/** What a first deployment that fails leaves standing, and how the same goes once more without the mistake. */
async function failedFirst(spoil: (template: string) => string) {
  const account = await anAccount();
  const { endpoint } = account;
  await createStack("hemvist-records", account);
  await createStack("hemvist-identity", account);
  const { status, kept } = await createStack("hemvist-handoff", { ...account, adapt: spoil });
  const sqs = new SQSClient({ endpoint, region: "eu-north-1", credentials: root });
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  await deleteStack("hemvist-handoff", account);
  const { status: again } = await createStack("hemvist-handoff", account);
  return { status, kept: kept.length, queues: QueueUrls.length, again };
}

describe.skipIf(python === "")("a first deployment that fails", () => {
  it("leaves nothing, and the next one succeeds", async () => {
    expect(await failedFirst(leadingNowhere)).toEqual({
      status: "ROLLBACK_COMPLETE",
      kept: 0,
      queues: 0,
      again: "CREATE_COMPLETE",
    });
  });

  it("would leave queues, keys and logs with plain Retain", async () => {
    const { kept, queues } = await failedFirst((template) => withPlainRetain(leadingNowhere(template)));

    expect(kept).toBeGreaterThan(queues);
    expect(queues).toBeGreaterThan(0);
  });
});
