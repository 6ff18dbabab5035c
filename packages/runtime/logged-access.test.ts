import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { loggedAccess } from "./logged-access.ts";

const lines = logLines();

describe("a logged access", () => {
  it("has its place and its hash in the function's own log, and nothing of the access", async () => {
    const write = () => Promise.resolve({ chain: "sf-centrum/3", sequence: 42, hash: "0a" });
    await loggedAccess({ write })({ purpose: "Anna Svensson" });

    expect(lines().map((line) => JSON.parse(line))).toMatchObject([
      { message: "access logged", chain: "sf-centrum/3", sequence: 42, hash: "0a" },
    ]);
    expect(lines().join()).not.toContain("Svensson");
  });

  it("that could not be written is counted for the alarm, and ends the answer", async () => {
    const write = () => Promise.reject(new Error("S3 said no"));

    await expect(loggedAccess({ write })({})).rejects.toThrow("S3 said no");
    expect(lines().join()).toContain('"AccessesNotLogged":1');
  });
});
