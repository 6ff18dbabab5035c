import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSystem, monday } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const ops = hemvistOps(system, "an-operator");
const day = monday.slice(0, 10);

let folder = "";
const sentList = () => join(folder, "sent.jsonl");
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hemvist-sent-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a day's books", () => {
  it("balance, by the records and by the sender", async () => {
    const { employmentServiceConsultation: _left, ...unconsulted } = JSON.parse(
      sample(traineeship, { decisionId: "RETURNED" }),
    );
    await centrum.send("decisions-sf-centrum", sample(traineeship));
    await centrum.send("decisions-sf-centrum", JSON.stringify(unconsulted));
    const unreadable = await centrum.send("decisions-sf-centrum", "{ not json");
    await system.settle();
    const line = (more: object) =>
      JSON.stringify({ administration: "sf-centrum", sentAt: monday, revision: 1, ...more });
    await writeFile(
      sentList(),
      [
        line({ decisionId: "SFC-2026-004711" }),
        line({ decisionId: "SFC-2026-004711" }),
        line({ decisionId: "RETURNED" }),
        line({ messageId: unreadable }),
      ].join("\n"),
    );

    const byRecords = await ops("reconcile", "--day", day, "--json");
    const bySenders = await ops("reconcile", "--day", day, "--sent", sentList(), "--json");

    expect([byRecords.status, bySenders.status]).toEqual([0, 0]);
    expect(byRecords.json()).toMatchObject({
      balances: true,
      incoming: [{ cameIn: 3, assigned: 1, returned: 1, unreadable: 1, missing: 0 }],
      outgoing: [{ party: "kompetenscenter", toBeSent: 2, sent: 2, missing: 0 }],
    });
    expect(bySenders.json()).toMatchObject({
      balances: true,
      incoming: [{ cameIn: 4, assigned: 2, returned: 1, unreadable: 1, missing: 0 }],
    });
  });

  it("do not balance with a message that was sent and lies nowhere: it is named, and the exit status is not 0", async () => {
    const line = { administration: "sf-centrum", sentAt: monday, decisionId: "LOST", revision: 1 };
    await writeFile(sentList(), JSON.stringify(line));

    const { status, out } = await ops("reconcile", "--day", day, "--sent", sentList());

    expect(status).toBe(2);
    expect(out).toContain("sf-centrum.LOST  revision 1  sent-and-not-here");
  });

  it("are read without changing anything", async () => {
    await ops("reconcile", "--day", day);

    const callsOf = (caller: string) => Object.keys(system.calls()[caller] ?? {}).sort();
    expect(callsOf("an-operator")).toEqual(["Lambda.GetFunctionUrlConfig", "Lambda.InvokeFunctionUrl"]);
    expect(callsOf("hemvist-operate").filter((call) => call !== "KMS.GenerateMac")).toEqual([
      "DynamoDB.Query",
      "DynamoDB.Scan",
      "SQS.ChangeMessageVisibilityBatch",
      "SQS.GetQueueAttributes",
      "SQS.GetQueueUrl",
      "SQS.ReceiveMessage",
    ]);
    expect(await system.depth("decisions-sf-centrum-dlq")).toBe(1);
    expect(await system.peek("decisions-sf-centrum-dlq")).toHaveLength(1);
  });

  it("are not opened without a day that is one", async () => {
    expect(await ops("reconcile")).toMatchObject({
      status: 1,
      error: expect.stringContaining("Which days?"),
    });
    expect(await ops("reconcile", "--day", "Monday")).toMatchObject({ status: 1 });
    expect(await ops("reconcile", "--dya", day)).toMatchObject({ status: 1 });
    expect(await ops("recon")).toMatchObject({
      status: 1,
      error: expect.stringContaining("no command recon"),
    });
  });
});
