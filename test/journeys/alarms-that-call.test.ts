import { describe, expect, it } from "vitest";
import { aSystem, monday, sample, traineeship } from "./a-system.ts";

type System = Awaited<ReturnType<typeof aSystem>>;

/** When an alarm sent, and what: ALARM, or OK when it was over. Its first OK, on a new stage, is left out. */
const sentBy = async (system: System, name: string): Promise<readonly string[]> => {
  const found = (await system.alarms()).find(({ alarm }) => alarm.name === name);
  if (found === undefined) throw new Error(`there is no alarm ${name}`);
  const sent = found.changes.flatMap(({ state, actedAt }) =>
    actedAt === undefined ? [] : [`${state} ${new Date(actedAt).toISOString().slice(0, 13)}`],
  );
  const first = sent.findIndex((one) => one.startsWith("ALARM"));
  return first < 0 ? [] : sent.slice(first);
};

describe("an administration that has sent a decision, and then none", async () => {
  const system = await aSystem();
  const centrum = system.party("sf-centrum");
  await centrum.send("decisions-sf-centrum", sample(traineeship));
  await system.settle();

  it("is noticed after two working days, and the alarm is over when it sends again", async () => {
    await system.advance("2026-11-04T16:30:00Z");
    expect(await sentBy(system, "hemvist-sf-centrum-sends-nothing")).toEqual([
      expect.stringMatching(/^ALARM 2026-11-04T1[0-2]$/),
    ]);

    await centrum.post("/v1/decisions", sample(traineeship, { decisionId: "SFC-2026-2" }));
    await system.advance("2026-11-05T10:00:00Z");

    expect((await sentBy(system, "hemvist-sf-centrum-sends-nothing")).at(-1)).toMatch(
      /^OK 2026-11-05T0[7-9]$/,
    );
  });

  it("is not one that has never sent any", async () => {
    expect(await sentBy(system, "hemvist-sf-nordost-sends-nothing")).not.toContainEqual(
      expect.stringMatching(/^ALARM/),
    );
  });
});

describe("a provider that stops reading on a Friday", async () => {
  const system = await aSystem({ startsAt: "2026-11-06T14:00:00Z" });
  await system.party("sf-centrum").send("decisions-sf-centrum", sample(traineeship));
  await system.settle();

  it("is noticed after two working days: a weekend is none", async () => {
    await system.advance("2026-11-11T12:00:00Z");

    // After three days it is Monday afternoon. The second working day ends on Tuesday at five.
    expect(await sentBy(system, "hemvist-kompetenscenter-reads-nothing")).toEqual([
      expect.stringMatching(/^ALARM 2026-11-10T1[5-7]$/),
    ]);
  });
});

describe("the stream switched off", async () => {
  const system = await aSystem({ startsAt: "2026-11-06T14:00:00Z" });
  await system.advance("2026-11-06T15:30:00Z");
  const stream = system.controls.mappings().find(({ functionName }) => functionName === "hemvist-hand-off");
  const id = stream?.id ?? "";

  it("calls on a Friday night, because the stream forgets before Monday, and says when it is over", async () => {
    system.controls.switchMapping(id, false);
    await system.advance("2026-11-07T08:00:00Z");
    expect(await sentBy(system, "hemvist-hand-off-stopped")).toEqual([
      expect.stringMatching(/^ALARM 2026-11-0(6T2\d|7T0\d)$/),
    ]);

    system.controls.switchMapping(id, true);
    await system.advance("2026-11-07T12:00:00Z");
    expect((await sentBy(system, "hemvist-hand-off-stopped")).at(-1)).toMatch(/^OK 2026-11-07T/);
  });
});

describe("a function that fails at night", async () => {
  const system = await aSystem({ startsAt: monday });
  const sent = (decisionId: string) =>
    system.party("sf-centrum").send("decisions-sf-centrum", sample(traineeship, { decisionId }));
  await system.advance("2026-11-02T17:30:00Z");

  it("calls no one at night, and once at eight, for all its alarms", async () => {
    await system.controls.configure("hemvist-receive-decision", { MUNICIPALITY: "nowhere" });
    await sent("SFC-2026-1");
    await system.endure("2026-11-03T06:40:00Z");
    expect(await sentBy(system, "hemvist-fails")).toEqual([]);

    await sent("SFC-2026-2");
    await system.endure("2026-11-03T07:30:00Z");

    expect(await sentBy(system, "hemvist-fails")).toEqual(["ALARM 2026-11-03T07"]);
    const went = (await system.alarms()).find(
      ({ alarm }) => alarm.name === "hemvist-receive-decision-errors",
    );
    expect(went?.changes.map(({ state }) => state)).toContain("ALARM");
  });
});
