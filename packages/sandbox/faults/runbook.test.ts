import { describe, expect, it } from "vitest";
import { commandThat, wholeCommands } from "./runbook.ts";

describe("the commands of a runbook's block", () => {
  it.each([
    ["one a line", "one a\ntwo b\n", ["one a", "two b"]],
    ["a line that goes on", "one \\\n  a\ntwo", ["one \\\n  a", "two"]],
    ["an open quote", "one --query 'a\n  b'\ntwo", ["one --query 'a\n  b'", "two"]],
    ["a pipe", "one |\n  two\nthree", ["one |\n  two", "three"]],
    ["a loop", "for a in b; do\n  c\ndone\nd", ["for a in b; do\n  c\ndone", "d"]],
  ])("are whole: %s", (_which, block, expected) => {
    expect(wholeCommands(block)).toEqual(expected);
  });
});

describe("a command of a runbook", () => {
  it("is found by how it begins, with its examples replaced", () => {
    const command = commandThat("dead-letters", "npm run --silent ops -- redrive --reason", [
      ["INC-1234", "INC-9"],
    ]);

    expect(command).toBe('npm run --silent ops -- redrive --reason "INC-9"');
  });

  it("is the one that is exactly so, before one that goes on", () => {
    expect(commandThat("deployment-failed", "npm run deploy -- --stage production")).not.toContain("--back");
  });

  it("must stand there, and show what is replaced", () => {
    expect(() => commandThat("dead-letters", "aws sqs purge-queue")).toThrow(/has no command that begins/);
    expect(() =>
      commandThat("dead-letters", "npm run --silent ops -- dead-letters", [["nothing", "x"]]),
    ).toThrow(/does not show nothing/);
  });
});
