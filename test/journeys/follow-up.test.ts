import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const id = "sf-centrum.SFC-2026-004711.1";

const due = async () =>
  (await centrum.take("inbox-sf-centrum.fifo"))
    .filter(({ type }) => type.endsWith("follow-up.due.v1"))
    .map(({ time, data }) => [time, data["kind"], data["level"]]);

await centrum.post("/v1/decisions", sample(traineeship, onlyTraineeship()));
await system.settle();
const [original] = await kompetenscenter.take("assignments-kompetenscenter.fifo");

function onlyTraineeship() {
  const decision = JSON.parse(sample(traineeship)) as { interventions: object[]; workPlan: object };
  const {
    nextFollowUpOn: _next,
    followUpEveryWeeks: _every,
    ...workPlan
  } = decision.workPlan as Record<string, unknown>;
  return { interventions: decision.interventions.slice(0, 1), workPlan };
}

describe("an assignment without an acknowledgement", () => {
  it("comes again the next working morning, with the same id", async () => {
    await system.advance("2026-11-03T08:30:00Z");
    const [again, ...more] = await kompetenscenter.take("assignments-kompetenscenter.fifo");

    expect(more).toEqual([]);
    expect(again?.time).toBe("2026-11-03T07:00:00Z");
    expect(again?.data).toEqual(original?.data);
  });

  it("goes to SF, then for the operative group, then for SoB, on working mornings", async () => {
    await system.advance("2026-11-17T08:30:00Z");

    expect(await due()).toEqual([
      ["2026-11-06T07:00:00Z", "not-acknowledged", "sf"],
      ["2026-11-11T07:00:00Z", "not-acknowledged", "operative-group"],
      ["2026-11-16T07:00:00Z", "not-acknowledged", "sob"],
    ]);
  });

  it("is left alone once it is acknowledged", async () => {
    await kompetenscenter.post(
      `/v1/assignments/${id}/progress`,
      report(id, "accepted", { expectedStartOn: "2026-11-23", occurredAt: "2026-11-17T08:00:00Z" }),
    );
    await kompetenscenter.post(
      `/v1/assignments/${id}/progress`,
      report(id, "in-progress", { occurredAt: "2026-11-17T08:10:00Z" }),
    );
    await system.settle();
    await system.advance("2027-01-31T12:00:00Z", { every: "day" });

    expect(await due()).toEqual([]);
  });

  it("costs nothing while nothing is due: a run without work reads its shards, and its heartbeat is all it writes", async () => {
    const runs = () => system.logs.filter(({ line }) => line.includes('"message":"follow-up run"')).length;
    const written = (calls: typeof before) => calls?.["DynamoDB.PutItem"]?.count ?? 0;
    const read = (calls: typeof before) => calls?.["DynamoDB.GetItem"]?.count ?? 0;
    const atWork = () => system.logs.filter(({ line }) => line.includes('"OutsideOfficeHours":0')).length;
    const [before, runsBefore, atWorkBefore] = [system.calls()["hemvist-follow-up"], runs(), atWork()];
    await system.advance("2027-02-01T12:00:00Z");
    const after = system.calls()["hemvist-follow-up"];

    expect(written(after) - written(before)).toBe(runs() - runsBefore);
    // In office hours it asks when each administration's newest decision came.
    expect(read(after) - read(before)).toBe(4 * (atWork() - atWorkBefore));
    expect(after?.["DynamoDB.Query"]?.count).toBeGreaterThan(before?.["DynamoDB.Query"]?.count ?? 0);
  });

  it("hand-off has something every hour, so that its silence is trouble", async () => {
    const runs = () => system.logs.filter(({ line }) => line.includes('"MessagesHandedOff":0')).length;
    const before = runs();
    await system.advance("2027-02-01T15:00:00Z");

    expect(runs() - before).toBe(3);
  });
});
