import { startLocal } from "@hemvist/local";
import { afterAll, describe, expect, inject, it } from "vitest";
import { sample, traineeship } from "../journeys/a-system.ts";
import { hemvistOps, verdictsBy } from "../journeys/hemvist-ops.ts";
import { judgeNamed } from "../judges/judges.ts";
import { judgeable, withoutAction } from "./judgeable.ts";
import { comparable, partiesQueues, play } from "./play.ts";
import { deployed, type Options, type System } from "./system.ts";

const python = judgeNamed("ministack") ?? "";
const templates = inject("templates");

const systems: System[] = [];
afterAll(() => Promise.all(systems.map(({ emulator }) => emulator.stop())));

async function aSystem(options: Partial<Options> = {}): Promise<System> {
  const system = await deployed({ python, templates, ...options });
  systems.push(system);
  return system;
}

describe.skipIf(python === "")("the synthesised templates on an emulator by other people", () => {
  it("deploy unmodified, and bring to each queue and to operations what the local run brings", async () => {
    const local = await startLocal({ templates });
    const here = await play(local);
    await local.settle();
    const system = await aSystem();
    const there = await play(system);

    expect(there.answers).toEqual(here.answers);
    for (const queue of partiesQueues) {
      const expected = await here.mailboxes.opened(queue);
      await there.mailboxes.until(queue, (events) => events.length >= expected.length);
      const came = await there.mailboxes.opened(queue);
      expect([queue, comparable(came)]).toEqual([queue, comparable(expected)]);
    }
    const [locally, deployedly] = [hemvistOps(local, "an-operator"), hemvistOps(system, "test")];
    const verdicts = await verdictsBy(locally);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(await verdictsBy(deployedly)).toEqual(verdicts);
    await local.stop();
  });

  it("let every sample through where each call is judged by its caller's policies", async () => {
    const open = await play(await aSystem());
    const judged = await play(await aSystem({ judgesCalls: true, adapt: judgeable }));

    expect(judged.answers).toEqual(open.answers);
  });

  it.each([
    ["store a decision", "dynamodb:PutItem"],
    ["make a pseudonym", "kms:GenerateMac"],
  ])("come up no more, or take no decision, where no role may %s", async (_what, action) => {
    const adapt = (template: string): string => withoutAction(judgeable(template), action);
    const taken = await aSystem({ judgesCalls: true, adapt }).then(
      async ({ apiUrl }) => (await posted(apiUrl)).status,
      (error: Error) => error.message,
    );

    expect(taken).not.toBe(202);
    expect(String(taken)).toMatch(/^5\d\d$|is ROLLBACK_COMPLETE/);
  });
});

const posted = (apiUrl: string): Promise<Response> =>
  fetch(`${apiUrl}/v1/decisions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: sample(traineeship),
  });
