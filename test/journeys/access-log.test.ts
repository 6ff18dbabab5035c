import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { placeOf, readEntry } from "../../packages/adapters/access-log/entry.ts";
import { kmsClient } from "../../packages/adapters/kms-client.ts";
import { kmsSeal } from "../../packages/adapters/seal.ts";
import { aSystem } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { journalOf } from "./journal.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const anna = hemvistOps(system, "anna");
const s3 = new S3Client({ ...system.clientFor("a-tester"), forcePathStyle: true });
const Bucket = "hemvist-access-log-000000000000";
const seal = kmsSeal("alias/hemvist-record", kmsClient(system.clientFor("a-tester")));
const decision = "/v1/decisions/sf-centrum/SFC-2026-004711";

async function lying(): Promise<readonly { readonly Key: string; readonly text: string }[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  return Promise.all(
    Contents.map(async ({ Key = "" }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return { Key, text: (await Body?.transformToString()) ?? "" };
    }),
  );
}

/** What the log has of a party, oldest first, opened as hemvist opens it. */
async function accessesOf(party: string): Promise<readonly unknown[]> {
  const entries = (await lying())
    .filter(({ Key }) => Key.startsWith(`${party}/`))
    .map(({ text }) => readEntry(text) ?? expect.fail("no entry"))
    .toSorted((one, other) => one.sequence - other.sequence);
  return Promise.all(
    entries.map(async (entry) =>
      JSON.parse(await seal.open(Buffer.from(entry.body, "base64"), placeOf(entry))),
    ),
  );
}

describe("the access log of the running system", () => {
  it("has each read and each search, also those that showed nothing, and no name or number", async () => {
    await centrum.send("decisions-sf-centrum", sample(traineeship));
    await system.settle();
    await system.get(decision);
    await system.get("/v1/decisions/sf-centrum/NONE");
    await search("18900118-9803");
    await search("18930481-9833");
    const [read, none, found, missed, ...others] = await accessesOf("sf-centrum");

    expect(others).toEqual([]);
    expect(read).toMatchObject({
      party: "sf-centrum",
      act: "read-decision",
      asked: "sf-centrum.SFC-2026-004711",
      persons: [expect.any(String)],
      shown: 1,
    });
    expect(none).toMatchObject({ asked: "sf-centrum.NONE", persons: [], shown: 0 });
    expect(found).toMatchObject({ act: "search-person", purpose: "uppföljning", shown: 2 });
    expect(missed).toMatchObject({ act: "search-person", persons: [], shown: 0 });
    expect(JSON.stringify(await lying())).not.toMatch(/18900118|9803|18930481|SFC-2026|Sample|uppf/);
  });

  it("has an operator's view with its reason", async () => {
    await anna("view", "--party", "sf-centrum", "--reason", "INC-1", "--json");

    expect(await accessesOf("operations")).toMatchObject([
      { operator: "anna", act: "view", asked: "sf-centrum", purpose: "INC-1", persons: [expect.any(String)] },
    ]);
  });

  it("is as it was written, as long as no entry is touched", async () => {
    const { status, json } = await anna("audit", "verify", "--json");

    expect([status, json()]).toEqual([0, { entries: 5, faulty: 0, faults: [] }]);
  });

  it("shows an entry to the person who checks the log, and the journal has it", async () => {
    const searched = (await lying())
      .map(({ text }) => readEntry(text) ?? expect.fail("no entry"))
      .find(({ chain, sequence }) => chain.startsWith("sf-centrum/") && sequence === 3);
    const { chain = "", day = "", sequence = 0 } = searched ?? {};
    const name = `${chain}/${day}/${sequence}`;
    const { status, out } = await anna("audit", "show", name, "--reason", "INC-2", "--lang", "en");

    expect(status).toBe(0);
    expect(out).toMatch(/who: sf-centrum\nwhat: search-person: identity-number:\S+\nwhy: uppföljning\n/);
    expect(out).not.toMatch(/18900118|Sample/);
    expect(await journalOf(system)).toContainEqual(
      expect.objectContaining({
        command: "audit show",
        phase: "done",
        reason: "INC-2",
        what: { entry: name },
      }),
    );
    expect((await anna("audit", "show", "sf-centrum/3/2026-11-02/99", "--reason", "INC-2")).error).toContain(
      "There is no entry sf-centrum/3/2026-11-02/99 that opens",
    );
  });

  it("answers a person who asks who has looked at their data, and searched for them, by their number", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "hemvist-")), "number");
    await writeFile(file, "900118+9803\n");
    const asked = await anna("audit", "person", "--number-from", file, "--reason", "INC-3", "--json");
    const { accesses } = asked.json() as { readonly accesses: readonly { readonly act: string }[] };

    // On a quick machine all three are of one second, and none of them comes first.
    expect(accesses.toSorted((one, other) => (one.act < other.act ? -1 : 1))).toMatchObject([
      { party: "sf-centrum", act: "read-decision", asked: "sf-centrum.SFC-2026-004711", shown: 1 },
      { party: "sf-centrum", act: "search-person", purpose: "uppföljning", shown: 2 },
      { party: "operations", operator: "anna", act: "view", purpose: "INC-1" },
    ]);
    expect(asked.json()).toMatchObject({ faulty: 0, entries: 5 });
    expect(await accessesOf("operations")).toContainEqual(
      expect.objectContaining({ operator: "anna", act: "audit-person", purpose: "INC-3", shown: 3 }),
    );
    const onRecord = (await journalOf(system)).filter(({ command }) => command === "audit person");
    expect(onRecord.map(({ phase, reason }) => [phase, reason])).toEqual([
      ["intended", "INC-3"],
      ["done", "INC-3"],
    ]);
    expect(JSON.stringify([asked.out, onRecord, await lying()])).not.toMatch(/900118|9803|Sample/);
  });

  it("answers a person who was searched for and has no decision", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "hemvist-")), "number");
    await writeFile(file, "18930481-9833");
    const { json, out } = await anna("audit", "person", "--number-from", file, "--reason", "INC-4", "--json");

    expect(json()).toMatchObject({ accesses: [{ act: "search-person", purpose: "uppföljning", shown: 0 }] });
    expect(out).not.toMatch(/930481/);
  });

  it("answers a person by one of their decisions, where hemvist has no number", async () => {
    const about = ["--person-of", "sf-centrum.SFC-2026-004711", "--reason", "INC-5"];
    const { status, out } = await anna("audit", "person", ...about, "--lang", "en");

    expect(status).toBe(0);
    expect(out).toMatch(/accesses to the person's data, among \d+ entries of the log\.\nEverything is as it/);
    expect(out).toMatch(/sf-centrum +search-person +uppföljning +2 +sf-centrum\/\d\//);
    expect(
      (await anna("audit", "person", "--person-of", "sf-centrum.NONE", "--reason", "INC-5")).status,
    ).toBe(1);
  });

  it("shows an entry that was changed, and says where", async () => {
    const [first = expect.fail("nothing lies there")] = (await lying())
      .filter(({ Key }) => Key.startsWith("sf-centrum/"))
      .toReversed();
    const { chain, day } = readEntry(first.text) ?? expect.fail("no entry");
    const Body = first.text.replace(/"body":"./, '"body":"_');
    await s3.send(new PutObjectCommand({ Bucket, Key: first.Key, Body }));
    const { status, out } = await anna("audit", "verify", "--party", "sf-centrum", "--lang", "en");

    expect(status).toBe(2);
    expect(out).toContain(`! ${chain}  ${day}  entry 1  changed: is not what hemvist wrote`);
    expect(out).toContain("The log is not untouched: 1 faults.");
    expect((await anna("audit", "verify", "--party", "operations")).status).toBe(0);
    expect((await anna("audit", "verify", "--day", day, "--json")).json()).toMatchObject({ faulty: 1 });
  });
});

async function search(identityNumber: string): Promise<void> {
  const asked = { identityNumber, purpose: "uppföljning" };
  expect((await centrum.post("/v1/person-searches", JSON.stringify(asked))).status).toBe(200);
}
