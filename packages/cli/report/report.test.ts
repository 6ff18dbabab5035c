import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "hemvist-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const main = join(import.meta.dirname, "../main.ts");
const events = join(import.meta.dirname, "../../../events");

function report(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "report", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Every file under a folder, with its bytes. */
const written = (out: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(join(folder, out).length + 1), readFileSync(path, "utf8")]),
  );

/** The samples, to be changed at will. */
function copiedEvents(name: string): string {
  const copy = join(folder, name);
  for (const kind of ["decisions", "progress"])
    cpSync(join(events, kind), join(copy, kind), { recursive: true });
  return copy;
}

const everything = [
  ["--quarter", "2026Q3"],
  ["--week-40", "2026"],
  ["--equality", "2026Q3"],
  ["--agenda", "2026-10"],
].flat();

describe("npm run report", () => {
  it("writes the files of each report that is asked for, and says which", () => {
    const { status, stdout } = report(...everything, "--from", "synthetic:150", "--out", "one");

    expect(status).toBe(0);
    expect([...written("one").keys()].filter((path) => path.endsWith("issued.json"))).toEqual([
      "MADE-UP/agenda/2026-10/2026-10-31T230000Z/MADE-UP-issued.json",
      "MADE-UP/equality/2026Q3/2026-09-30T220000Z/MADE-UP-issued.json",
      "MADE-UP/need-and-volume/2026Q3/2026-09-30T220000Z/MADE-UP-issued.json",
      "MADE-UP/not-carried-out/2026Q3/2026-09-30T220000Z/MADE-UP-issued.json",
      "MADE-UP/week-40/2026W40/2026-10-04T220000Z/MADE-UP-issued.json",
    ]);
    expect(stdout).toContain("one/MADE-UP/week-40/2026W40/2026-10-04T220000Z: skriven, märkt som påhittad");
  });

  it("can be taken for an issued one by no file: each says in its name and in its content that it is made up", () => {
    const files = [...written("one")];

    expect(files.length).toBeGreaterThan(15);
    for (const [path, text] of files) {
      expect(path).toMatch(/\/MADE-UP-[a-z-]+\.(csv|json|md|svg)$/);
      expect(text).toContain("PÅHITTAT: räknat på exempel");
      expect(text).toContain("MADE UP: counted from samples");
    }
  });

  it("gives the same bytes when it runs again, and leaves what stands", () => {
    const before = written("one");
    const again = report(...everything, "--from", "synthetic:150", "--out", "one");
    report(...everything, "--from", "synthetic:150", "--out", "two");

    expect(again).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("written before with the same content"),
    });
    expect(written("one")).toEqual(before);
    expect(written("two")).toEqual(before);
  });

  it("does not change one that stands when a decision has changed since, and says so in both languages", () => {
    const from = copiedEvents("changed");
    const args = ["--quarter", "2026Q4", "--from", from, "--out", "three"];
    expect(report(...args).status).toBe(0);
    const before = written("three");
    const path = join(from, "decisions", "15-basic-under-the-old-act.json");
    const decision = JSON.parse(readFileSync(path, "utf8")) as object;
    writeFileSync(path, JSON.stringify({ ...decision, decidedOn: "2025-05-21" }));

    const { status, stdout } = report(...args);

    expect(status).toBe(2);
    expect(stdout).toContain("redan skriven med annat innehåll. Den ändras inte");
    expect(stdout).toContain("written before with other content. It is not changed");
    expect(written("three")).toEqual(before);
  });

  it("names what is not carried out, from the sample messages, and no person", () => {
    const text = [...written("three").values()].join("\n");

    expect(text).toContain("SFH-2025-000914");
    expect(text).not.toMatch(/\b(1|2)\d{3}(0|1)\d[0-8]\d-?\d{4}\b/);
    expect(text).not.toContain("Sample");
  });

  it("takes what reached hemvist late as late, where the file is an event with a time", () => {
    const from = copiedEvents("late");
    const assignmentId = "sf-nordost.SFN-2026-002210.1";
    const reported = (number: number, time: string, progress: object) =>
      writeFileSync(
        join(from, "progress", `9${number}.json`),
        JSON.stringify({
          specversion: "1.0",
          type: "se.goteborg.hemvist.progress.reported.v1",
          time,
          data: { progressId: `00000000-0000-4000-8000-00000000000${number}`, assignmentId, ...progress },
        }),
      );
    const begun = { status: "in-progress", occurredAt: "2027-03-22T08:00:00Z" };
    const accepted = {
      status: "accepted",
      occurredAt: "2026-11-10T08:00:00Z",
      expectedStartOn: "2026-11-20",
    };
    reported(1, "2026-11-10T08:00:00Z", accepted);
    reported(2, "2027-04-05T08:00:00Z", begun);
    report("--quarter", "2027Q1", "--from", from, "--out", "five");
    report("--quarter", "2027Q2", "--from", from, "--out", "five");
    const lines = [...written("five")]
      .filter(([path]) => path.includes("not-carried-out") && path.endsWith("decisions.csv"))
      .map(([, text]) => text.split("\r\n").find((line) => line.includes("bruk/beroende")));

    expect(lines).toEqual([
      expect.stringMatching(/,34:1 st 1,2026-11-02,sol-11-1,11 kap. 1 § SoL \(2025:400\),.*,,,,149$/),
      expect.stringMatching(/,34:2,2026-11-02,.*,2027-03-22,,,140$/),
    ]);
  });

  it("says which files it could not read, and counts nothing of them", () => {
    const from = copiedEvents("unreadable");
    writeFileSync(join(from, "decisions", "99-half.json"), "{");

    const { status, stderr } = report("--agenda", "2026-11", "--from", from, "--out", "four");

    expect(status).toBe(0);
    expect(stderr).toContain(
      `Not counted, since the message cannot be read: ${join(from, "decisions", "99-half.json")}`,
    );
  });

  it("reads the same messages from standard input, one a line, and gives the same figures", () => {
    const args = ["--quarter", "2026Q4", "--out"];
    const lines = ["decisions", "progress"].flatMap((kind) =>
      readdirSync(join(events, kind))
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => JSON.stringify(JSON.parse(readFileSync(join(events, kind, name), "utf8")))),
    );
    const input = `${lines.join("\n")}\n{"half": \n`;
    const fromFolder = report(...args, "folder", "--from", events);
    const fromInput = spawnSync(process.execPath, [main, "report", ...args, "input", "--from", "-"], {
      cwd: folder,
      encoding: "utf8",
      input,
    });

    expect([fromFolder.status, fromInput.status]).toEqual([0, 0]);
    expect(fromInput.stderr).toContain(
      `Not counted, since the message cannot be read: -:${lines.length + 1}`,
    );
    expect(written("input")).toEqual(written("folder"));
  });

  it("writes nothing where one of the reports is refused", () => {
    const { status } = report("--week-40", "2026", "--quarter", "2026Q7", "--out", "none");

    expect(status).toBe(1);
    expect(readdirSync(folder)).not.toContain("none");
  });
});
