import { type CaseRecord, receive, reportProgress } from "@hemvist/casework";
import { contentHash, parsedJson, readDecision, readProgress } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { namesIn, readme, textOf } from "./sample-files.ts";

const at = "2026-11-02T09:00:00Z";

function requestedBy(name: string): CaseRecord {
  const message = parsedJson(textOf(`decisions/${name}`));
  const read = readDecision(message, { receivedOn: at.slice(0, 10), municipality: goteborg });
  if (!read.ok) throw new Error(`${name} cannot be read`);
  const incoming = { decision: read.value, contentHash: contentHash(message), personKey: "pseudonym" };
  const reception = receive(undefined, incoming, { municipality: goteborg, at, causationId: "a-test" });
  if (reception.kind !== "recorded") throw new Error(`${name} is not received`);
  return reception.record;
}

const requested = [
  requestedBy("01-traineeship-with-diet-and-exercise.json"),
  requestedBy("05-coordination-number.json"),
];

function reportedTo(records: readonly CaseRecord[], path: string, receivedAt?: string) {
  const read = readProgress(parsedJson(textOf(path)));
  if (!read.ok) return { faults: read.faults.map(({ code, pointer }) => `${code} ${pointer}`) };
  const record = records.find(({ decisionId }) => read.value.assignmentId.includes(`.${decisionId}.`));
  if (record === undefined) throw new Error(`${path} is about no sample decision`);
  const cause = {
    municipality: goteborg,
    at: receivedAt ?? read.value.occurredAt,
    causationId: read.value.progressId,
  };
  return { record, reported: reportProgress(record, read.value, { cause }) };
}

describe("events/progress", () => {
  it("is taken, report after report", () => {
    let records: readonly CaseRecord[] = requested;
    for (const name of namesIn("progress")) {
      const { record, reported } = reportedTo(records, `progress/${name}`);
      if (reported?.kind !== "recorded") throw new Error(`${name} is not taken`);
      records = records.map((one) => (one === record ? reported.record : one));
    }
    const statuses = records.flatMap(({ assignments }) =>
      assignments.map(({ assignmentId, status }) => [assignmentId, status]),
    );

    expect(Object.fromEntries(statuses)).toEqual({
      "sf-centrum.SFC-2026-004711.1": "completed",
      "sf-centrum.SFC-2026-004711.2": "rejected",
      "sf-hisingen.SFH-2026-001121.1": "failed",
      "sf-hisingen.SFH-2026-001121.2": "requested",
    });
  });
});

describe("events/progress/invalid", () => {
  const names = namesIn("progress/invalid");
  const inReadme = (name: string): string =>
    readme()
      .split("\n")
      .find((line) => line.includes(`](progress/invalid/${name})`))
      ?.split("|")[3]
      ?.trim() ?? "";

  it.each(names.filter((name) => name.startsWith("unreadable-")))("%s", (name) => {
    const { faults = [] } = reportedTo(requested, `progress/invalid/${name}`);

    expect(faults.length).toBeGreaterThan(0);
    expect(inReadme(name)).toBe(faults.map((fault) => `\`${fault}\``).join("<br>"));
    if (faults.length === 1) expect(name).toContain(faults[0]?.split(" ")[0]);
  });

  it.each(names.filter((name) => name.startsWith("refused-")))("%s", (name) => {
    const { reported } = reportedTo(requested, `progress/invalid/${name}`, "2026-11-03T08:15:00Z");

    expect(reported).toMatchObject({
      kind: "refused",
      refusal: { why: name.replace("refused-", "").replace(".json", "") },
    });
    expect(inReadme(name)).toBe(`refused: \`${name.replace("refused-", "").replace(".json", "")}\``);
  });
});
