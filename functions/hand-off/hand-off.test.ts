import type { CaseRecord, Message } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { recordingOutlet } from "../../test/support/recording-outlet.ts";
import { handOff, type Version } from "./hand-off.ts";

const first = received();
const second = received(aDecision({ revision: 2, validTo: "2027-10-08" }), { after: first });
const other = received(aDecision({ decisionId: "SFC-2" }));

const version = ({ decisionId, outbox, version: number }: CaseRecord): Version => ({
  sequenceNumber: `${decisionId} ${number}`,
  decision: decisionId,
  outbox: () => outbox,
});
const unreadable = (record: CaseRecord): Version => ({
  ...version(record),
  outbox: () => {
    throw new Error("not a record");
  },
});
const ids = (messages: readonly Message[]) => messages.map(({ event }) => event.id);

function handing(outlet = recordingOutlet(), ...records: readonly CaseRecord[]) {
  const failures: string[] = [];
  const run = handOff({
    cases: memoryCases(...records),
    outlet,
    onUnreadable: ({ decision }) => failures.push(decision),
  });
  return { run, outlet, failures };
}

describe("handing off", () => {
  it("sends every message of every version, in order within each decision", async () => {
    const { run, outlet } = handing();
    const { failedFrom } = await run([version(first), version(other), version(second)]);

    expect(failedFrom).toBeUndefined();
    expect(ids(outlet.accepted)).toEqual([...ids(first.outbox), ...ids(other.outbox), ...ids(second.outbox)]);
  });

  it("goes on again from the first version of which something was refused, and holds back only its decision", async () => {
    const refused = first.outbox[1]?.event.id ?? "";
    const { run, outlet } = handing(recordingOutlet(refused));
    const { failedFrom } = await run([version(first), version(other), version(second)]);

    expect(failedFrom).toBe("SFC-2026-004711 1");
    expect(ids(outlet.accepted)).toEqual(expect.arrayContaining(ids(other.outbox)));
    expect(ids(outlet.accepted)).not.toContain(refused);
  });

  it("leaves a version that cannot be read to the platform, and its decision's later ones with it", async () => {
    const { run, outlet, failures } = handing();
    const { failedFrom } = await run([unreadable(first), version(other), version(second)]);

    expect(failedFrom).toBe("SFC-2026-004711 1");
    expect(ids(outlet.accepted)).toEqual(ids(other.outbox));
    expect(failures).toEqual(["SFC-2026-004711"]);
  });
});

describe("a message with an identity in it", () => {
  const person = { protectedIdentity: true, reference: "REF-7" } as const;
  const marked = received(aDecision({ revision: 2, person }), { after: first });

  it("goes without number and name when the decision has been marked since it was written", async () => {
    const { run, outlet } = handing(recordingOutlet(), marked);
    await run([version(first)]);

    expect(JSON.stringify(outlet.accepted)).not.toContain("189001189803");
    expect(outlet.accepted[0]?.event.data["person"]).toEqual(person);
    expect(ids(outlet.accepted)).toEqual(ids(first.outbox));
  });

  it("goes as it is when it has not", async () => {
    const { run, outlet } = handing(recordingOutlet(), first);
    await run([version(first)]);

    expect(outlet.accepted).toEqual(first.outbox);
  });
});
