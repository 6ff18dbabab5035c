import { describe, expect, it } from "vitest";
import { Refusal } from "./refusal.ts";
import { runOn, terminalOn } from "./terminal.ts";

/** A stream that notes what is written to it. */
function noting(columns?: number) {
  const written: string[] = [];
  const stream = {
    isTTY: columns !== undefined,
    columns,
    write(text: string) {
      written.push(text);
      return true;
    },
  } as unknown as NodeJS.WriteStream;
  return { stream, text: () => written.join("") };
}

const counting = { sv: "Räknar …", en: "Counting …" };

function onA(columns?: number) {
  const [stdout, stderr] = [noting(columns), noting(columns)];
  const terminal = terminalOn({ stdout: stdout.stream, stderr: stderr.stream }, { language: "en" });
  return { terminal, stdout, stderr };
}

describe("a terminal", () => {
  it("shows how far a command has come, and leaves nothing of it", () => {
    const { terminal, stdout, stderr } = onA(40);

    terminal.progress(counting);
    terminal.out("Done.");

    expect(stderr.text()).toBe("\r\u001B[2KCounting …\r\u001B[2K");
    expect(stdout.text()).toBe("Done.\n");
  });

  it("gets text that fits, but lines for a machine as they are", () => {
    const { terminal, stdout, stderr } = onA(20);

    terminal.out("one two three four five");
    terminal.line('{"one":"two three four five"}');
    terminal.note({ sv: "", en: "six seven eight nine ten" });

    expect(stdout.text()).toBe('one two three four\nfive\n{"one":"two three four five"}\n');
    expect(stderr.text()).toBe("six seven eight nine\nten\n");
  });
});

describe("a file or a pipe", () => {
  it("gets no progress, and no broken lines", () => {
    const { terminal, stdout, stderr } = onA();
    const long = "word ".repeat(100).trim();

    terminal.progress(counting);
    terminal.out(long);

    expect(stderr.text()).toBe("");
    expect(stdout.text()).toBe(`${long}\n`);
  });
});

describe("a command that cannot run", () => {
  it.each([
    ["says its sentence", new Refusal({ sv: "Nej.", en: "No." }), "No.\n"],
    [
      "says only the name of an error that was not foreseen, since its text may quote what was read",
      new TypeError("18900118-9803 is not a function"),
      "This is a fault in hemvist (TypeError). Report it with the command that you typed.\n",
    ],
  ])("%s", async (_what, error, expected) => {
    const { terminal, stdout, stderr } = onA();

    expect(await runOn(terminal, () => Promise.reject(error))).toBe(1);
    expect([stdout.text(), stderr.text()]).toEqual(["", expected]);
  });
});
