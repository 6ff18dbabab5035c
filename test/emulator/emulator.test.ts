import { GetFunctionUrlConfigCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { startLocal } from "@hemvist/local";
import { afterAll, describe, expect, inject, it, vi } from "vitest";
import { partyOf } from "../../packages/sandbox/parties/parties.ts";
import { hemvistOps, type Ops, verdictsBy } from "../journeys/hemvist-ops.ts";
import { sample, traineeship } from "../journeys/sample.ts";
import { judgeNamed } from "../judges/judges.ts";
import { judgeable, withoutAction } from "./judgeable.ts";
import { comparable, partiesQueues, play } from "./play.ts";
import { type SignedCallers, signedCallers } from "./signed-callers.ts";
import { deployed, type Options, type System } from "./system.ts";

const python = judgeNamed("ministack") ?? "";
const templates = inject("templates");

const systems: System[] = [];
const fronts: SignedCallers[] = [];
afterAll(async () => {
  await Promise.all(fronts.map(({ stop }) => stop()));
  await Promise.all(systems.map(({ emulator }) => emulator.stop()));
});

async function aSystem(options: Partial<Options> = {}): Promise<System> {
  const system = await deployed({ python, templates, ...options });
  systems.push(system);
  return system;
}

/** `hemvist ops` of an operator of a deployed system. */
async function operatorOf(system: System): Promise<Ops> {
  const front = await signedCallers(system);
  fronts.push(front);
  return hemvistOps({ clientFor: () => ({ ...system.clientFor("test"), endpoint: front.endpoint }) }, "test");
}

describe.skipIf(python === "")("the synthesised templates on an emulator by other people", () => {
  it("deploy, and bring to each queue and to operations what the local run brings", async () => {
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
    const verdicts = await verdictsBy(hemvistOps(local, "an-operator"));
    expect(verdicts.length).toBeGreaterThan(0);
    expect(await verdictsBy(await operatorOf(system))).toEqual(verdicts);
    await local.stop();
  });

  it("let every sample through where each call is judged by its caller's policies", async () => {
    const [open, judged] = [await aSystem(), await aSystem({ judgesCalls: true, adapt: judgeable })];
    const { answers } = await play(open);
    expect((await play(judged)).answers).toEqual(answers);

    const verdicts = await verdictsBy(await operatorOf(open));
    const operator = await operatorOf(judged);
    await vi.waitUntil(async () => (await verdictsBy(operator)).length >= verdicts.length, patience);
    expect(await verdictsBy(operator)).toEqual(verdicts);
    expect(await unsigned(judged)).toBe(403);
  });

  it.each([
    ["store a decision", "dynamodb:PutItem"],
    ["make a pseudonym", "kms:GenerateMac"],
  ])("come up no more, or take no decision, where no role may %s", async (_what, action) => {
    const adapt = (template: string): string => withoutAction(judgeable(template), action);
    const taken = await aSystem({ judgesCalls: true, adapt }).then(
      async (system) => (await posted(system)).status,
      (error: Error) => error.message,
    );

    expect(taken).not.toBe(202);
    expect(String(taken)).toMatch(/^5\d\d$|is ROLLBACK_COMPLETE/);
  });
});

/** Ends only what hangs. */
const patience = { timeout: 300_000, interval: 500 };

/** What the URL of `operate` answers to a request that no AWS identity has signed. */
async function unsigned(system: System): Promise<number> {
  const settings = system.clientFor("test");
  const { FunctionUrl = "" } = await new LambdaClient(settings).send(
    new GetFunctionUrlConfigCommand({ FunctionName: "hemvist-operate", Qualifier: "live" }),
  );
  const [id] = new URL(FunctionUrl).hostname.split(".");
  const at = `${settings.endpoint}/_aws/lambda-url/${id}/dead-letters`;
  return (await fetch(at, { method: "POST", body: "{}" })).status;
}

const posted = (system: System) =>
  partyOf(system, "sf-centrum", system.oauthClientOf("sf-centrum")).post(
    "/v1/decisions",
    sample(traineeship),
  );
