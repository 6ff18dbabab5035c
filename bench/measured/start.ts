import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RunningSystem } from "@hemvist/local";
import { environmentOf } from "../../test/support/deployed.ts";
import { twoClientsBundle } from "../baselines/two-clients-bundle.ts";
import type { Deployed } from "../deployed.ts";
import { ofRounds, type Row } from "../rows.ts";
import { inTurn, ratiosOf, spreadOf } from "../statistics.ts";

const rounds = 35;

interface Contender {
  readonly name: string;
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Each function's start beside that of a plain function with two clients: its bundle loaded in a fresh process. */
export async function start(
  say: (progress: string) => void,
  { functions }: Deployed,
  system: RunningSystem,
): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "two-clients-"));
  try {
    const plain: Contender = {
      name: "two clients",
      bundle: await twoClientsBundle(folder),
      environment: { AWS_REGION: "eu-north-1", AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" },
    };
    const ours = functions.map(({ name, bundle }) => ({
      name,
      bundle,
      environment: environmentOf(system, name),
    }));
    const figures = new Map<string, number[]>([plain, ...ours].map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      say(`start, round ${round + 1} of ${rounds}`);
      for (const contender of inTurn([plain, ...ours], round))
        figures.get(contender.name)?.push(await loaded(contender));
    }
    const beside = figures.get(plain.name) ?? [];
    return ours.map(({ name }) => {
      const its = figures.get(name) ?? [];
      return {
        what: `start of ${name} beside the plain two-client bundle`,
        unit: "×",
        bound: { atMost: 0.8 },
        ...ofRounds(ratiosOf(its, beside)),
        note: `${spreadOf(its).median.toFixed(0)} ms beside ${spreadOf(beside).median.toFixed(0)} ms of processor time`,
        whyNot:
          "What a function loads is in its treemap (`npm run treemap`, [ADR 41](../docs/adr/0041-a-bundle-has-what-its-function-runs.md)). On 2026-11-28 the plain bundle took 15 ms for Node's own modules, 20 to be compiled and 33 to run. receive-decision took 14, 20 and 29, report 14, 24 and 27, operate 14, 33 and 32. Node's own modules are the same for all, and compiling grows with the file. What runs is the clients, the schemas and the municipality's tables, and a request needs them all.",
      };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Loads a bundle as Lambda does, and prints the processor time that this took. */
const load = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write("loaded in " + (user + system) / 1000);
  process.exit();
`;

/** Milliseconds. */
async function loaded({ bundle, environment }: Contender): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", load, bundle], {
    env: { ...environment },
  });
  const [, milliseconds] = /loaded in (\S+)$/.exec(stdout) ?? [];
  if (milliseconds === undefined) throw new Error(`${bundle} was not loaded: ${stdout}`);
  return Number(milliseconds);
}
