import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { context } from "../../test/support/a-request.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { log } from "./log.ts";
import { count } from "./measure.ts";
import { selfChecking } from "./self-check.ts";

const logged = logLines();
beforeEach(() => {
  vi.stubEnv("MUNICIPALITY", "goteborg");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const named = (name: string): Error => Object.assign(new Error("decisions said 18900118-9803"), { name });
const found = () => Promise.resolve(undefined);
const failing = (name: string) => () => Promise.reject(named(name));

const marks = { learn: () => Promise.resolve(), of: (id: string) => `mark of ${id}` };

const aFunction = (decisions: () => Promise<unknown>) => {
  const handler = vi.fn((event: { readonly work?: string }) => Promise.resolve(`did ${event.work}`));
  const reads = { TABLE_NAME: { decisions, due: found }, KEY_ID: { pseudonym: found } };
  return { handler, call: selfChecking({ settings: { TABLE_NAME: "", KEY_ID: "" }, reads, marks, handler }) };
};

describe("a function that is called", () => {
  it("with work does it, and reads nothing for its own sake", async () => {
    const decisions = vi.fn(found);
    const { call } = aFunction(decisions);

    expect(await call({ work: "this" }, context)).toBe("did this");
    expect(decisions).not.toHaveBeenCalled();
  });

  it.each([["nothing"], [undefined], [null]])("with nothing (%j) checks itself instead", async (given) => {
    const { call, handler } = aFunction(found);
    // What the deployment calls with is no event of the function's own.
    const nothing = (given === "nothing" ? {} : given) as { readonly work?: string };

    expect(await call(nothing, context)).toEqual({
      selfCheck: "passed",
      reads: ["TABLE_NAME.decisions", "TABLE_NAME.due", "KEY_ID.pseudonym"],
    });
    expect(handler).not.toHaveBeenCalled();
    expect(logged().map((line) => JSON.parse(line))).toMatchObject([{ message: "self-check passed" }]);
  });

  it("names the invocation in each of its log lines, so that an alarm leads to them", async () => {
    const work = () => Promise.resolve(log.info("worked"));
    const call = selfChecking({ settings: {}, reads: {}, marks, handler: work });
    await call({ work: "this" }, context);
    await call({ work: "this" }, { ...context, awsRequestId: "invocation-2" });

    expect(logged().map((line) => JSON.parse(line))).toMatchObject([
      { message: "worked", function_request_id: "invocation-1" },
      { message: "worked", function_request_id: "invocation-2" },
    ]);
  });
});

describe("an error that leaves a function", () => {
  it.each([
    ["an error", named("NoRoom"), "NoRoom"],
    ["what is no error", "18900118-9803", "string"],
  ])("has the name of %s and no text, and the log has where it arose", async (_what, thrown, name) => {
    const handler = () => Promise.reject(thrown);
    const call = selfChecking({ settings: {}, reads: {}, marks, handler });

    const error = await call({ work: "this" }, context).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ name, message: "" });
    expect(String((error as Error).stack)).not.toContain("9803");
    expect(logged().map((line) => JSON.parse(line))).toMatchObject([{ message: "run failed", error: name }]);
  });
});

it.each([
  ["has ended", () => Promise.resolve()],
  ["has failed", () => Promise.reject(new Error("out"))],
])("writes what a run has counted when it %s", async (_what, end) => {
  const handler = () => {
    count("QueuesRefused");
    return end();
  };
  await selfChecking({ settings: {}, reads: {}, marks, handler })({ work: "this" }, context).catch(() => {});

  // Not by logged(), which writes what was counted by itself.
  expect(vi.mocked(process.stdout.write).mock.calls.join()).toContain('"QueuesRefused":1');
});

it("has learnt the key of the marks before it does its work", async () => {
  let isLearnt = false;
  const learning = {
    learn: async () => {
      await Promise.resolve();
      isLearnt = true;
    },
    of: () => (isLearnt ? "mark" : undefined),
  };
  const work = () => Promise.resolve(log.info("worked", { decision: "sf-centrum.Anna" }));
  await selfChecking({ settings: {}, reads: {}, marks: learning, handler: work })({ work: "this" }, context);

  expect(JSON.parse(logged().at(-1) ?? "{}")).toMatchObject({ decision: "sf-centrum.~mark" });
});

describe("a self-check", () => {
  it("fails with the setting that leads nowhere and the kind of error, and without the error's text", async () => {
    const { call } = aFunction(failing("ResourceNotFoundException"));

    await expect(call({}, context)).rejects.toThrow(
      expect.objectContaining({
        name: "SelfCheckFailed",
        message: "Settings that lead nowhere: TABLE_NAME.decisions (ResourceNotFoundException)",
      }),
    );
    expect(logged()).toEqual([]);
  });

  it("names whatever is thrown that is no error by its type alone", async () => {
    const { call } = aFunction(vi.fn().mockRejectedValue("18900118-9803"));

    await expect(call({}, context)).rejects.toThrow(/: TABLE_NAME.decisions \(string\)$/);
  });

  it("waits for a permission that was just given", async () => {
    vi.useFakeTimers();
    const decisions = vi
      .fn<() => Promise<unknown>>(found)
      .mockRejectedValueOnce(named("AccessDeniedException"))
      .mockRejectedValueOnce(named("AccessDenied"));
    const passed = aFunction(decisions).call({}, context);
    await vi.advanceTimersByTimeAsync(4000);

    expect(await passed).toMatchObject({ selfCheck: "passed" });
    expect(decisions).toHaveBeenCalledTimes(3);
  });

  it("does not wait for one that never comes", async () => {
    vi.useFakeTimers();
    const passed = aFunction(failing("AccessDeniedException")).call({}, context);
    const failed = expect(passed).rejects.toThrow("TABLE_NAME.decisions (AccessDeniedException)");
    await vi.advanceTimersByTimeAsync(10_000);

    await failed;
  });
});

describe("an operator who asks a function how it is", () => {
  // What the doctor calls with is no event of the function's own.
  const question = { selfCheck: "tell" } as { readonly work?: string };

  it("gets each check by its name, those that failed with the kind of error, and no error that an alarm counts", async () => {
    const { call, handler } = aFunction(failing("ResourceNotFoundException"));

    expect(await call(question, context)).toEqual({
      selfCheck: "told",
      checks: [
        { name: "TABLE_NAME.decisions", error: "ResourceNotFoundException" },
        { name: "TABLE_NAME.due" },
        { name: "KEY_ID.pseudonym" },
      ],
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it("asks in no other form", async () => {
    const { call } = aFunction(found);

    expect(await call({ selfCheck: "please", work: "this" } as { readonly work?: string }, context)).toBe(
      "did this",
    );
  });
});
