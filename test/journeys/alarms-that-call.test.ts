import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";

// One run of eleven days. One thing after another goes wrong in it, and the alarms are judged once, at its end. What an
// alarm has sent at some hour does not depend on what comes later.

const system = await aSystem();
const [centrum, kompetenscenter] = [system.party("sf-centrum"), system.party("kompetenscenter")];
const decision = (decisionId: string): string => sample(traineeship, { decisionId });
const sendDecision = (id: string) => centrum.send("decisions-sf-centrum", decision(id));
const providerReads = () => kompetenscenter.take("assignments-kompetenscenter.fifo");

// From Monday to Wednesday an administration sends nothing more.
await sendDecision("SFC-2026-1");
await system.settle();
await system.advance("2026-11-04T16:30:00Z");
await centrum.post("/v1/decisions", decision("SFC-2026-2"));
await system.settle();
await providerReads();

// From Friday on, a provider reads nothing more.
await system.advance("2026-11-06T14:00:00Z");
await providerReads();
await sendDecision("SFC-2026-3");
await system.settle();

// From Friday afternoon to Saturday morning, the stream is off.
await system.advance("2026-11-06T15:30:00Z");
const stream =
  system.controls.mappings().find(({ functionName }) => functionName === "hemvist-hand-off")?.id ?? "";
system.controls.switchMapping(stream, false);
await system.advance("2026-11-07T08:00:00Z");
system.controls.switchMapping(stream, true);

// From Wednesday evening on, a function fails.
await system.advance("2026-11-11T17:30:00Z");
await system.controls.configure("hemvist-receive-decision", { MUNICIPALITY: "nowhere" });
await sendDecision("SFC-2026-4");
await system.endure("2026-11-12T06:40:00Z");
await sendDecision("SFC-2026-5");
await system.endure("2026-11-12T07:30:00Z");

const alarms = await system.alarms();

function changesOf(name: string) {
  const found = alarms.find(({ alarm }) => alarm.name === name);
  if (found === undefined) throw new Error(`there is no alarm ${name}`);
  return found.changes;
}

/** When an alarm sent, and what: ALARM, or OK when it was over. Its first OK, on a new stage, is left out. */
function sentBy(name: string, until = system.now()): readonly string[] {
  const sent = changesOf(name).flatMap(({ state, actedAt }) =>
    actedAt === undefined || actedAt > Date.parse(until)
      ? []
      : [`${state} ${new Date(actedAt).toISOString().slice(0, 13)}`],
  );
  const first = sent.findIndex((one) => one.startsWith("ALARM"));
  return first < 0 ? [] : sent.slice(first);
}

describe("an administration that has sent a decision, and then none", () => {
  it("is noticed after two working days, and the alarm is over when it sends again", () => {
    expect(sentBy("hemvist-sf-centrum-sends-nothing", "2026-11-05T10:00:00Z")).toEqual([
      expect.stringMatching(/^ALARM 2026-11-04T1[0-2]$/),
      expect.stringMatching(/^OK 2026-11-05T0[7-9]$/),
    ]);
  });

  it("is not one that has never sent any", () => {
    expect(sentBy("hemvist-sf-nordost-sends-nothing")).toEqual([]);
  });
});

describe("a provider that stops reading on a Friday", () => {
  it("is noticed after two working days: a weekend is none", () => {
    // After three days it is Monday afternoon. The second working day ends on Tuesday at five.
    expect(sentBy("hemvist-kompetenscenter-reads-nothing", "2026-11-11T12:00:00Z")).toEqual([
      expect.stringMatching(/^ALARM 2026-11-10T1[5-7]$/),
    ]);
  });
});

describe("the stream switched off", () => {
  it("calls on a Friday night, because the stream forgets before Monday, and says when it is over", () => {
    expect(sentBy("hemvist-hand-off-stopped")).toEqual([
      expect.stringMatching(/^ALARM 2026-11-0(6T2\d|7T0[0-7])$/),
      expect.stringMatching(/^OK 2026-11-07T(0[89]|1[01])$/),
    ]);
  });
});

describe("a function that fails at night", () => {
  it("sends no alarm at night, and one at eight for all its alarms", () => {
    expect(sentBy("hemvist-fails")).toEqual(["ALARM 2026-11-12T07"]);
    expect(changesOf("hemvist-receive-decision-errors").map(({ state }) => state)).toContain("ALARM");
  });
});
