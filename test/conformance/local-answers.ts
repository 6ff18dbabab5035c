import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFunction } from "../../packages/local/functions/local-function.ts";
import type { OpenAnswer } from "./answer-behaviours.ts";

/** Answers with as many bytes as it is asked for: the quotes around the text are two of them. */
const code = 'export const handler = async ({ bytes }) => "x".repeat(bytes - 2);\n';

/** A function of the local run, in a thread of its own. */
export const openLocalAnswer =
  (atEnd: (stop: () => Promise<void>) => void): OpenAnswer =>
  async () => {
    const directory = await mkdtemp(join(tmpdir(), "answers-"));
    await writeFile(join(directory, "index.mjs"), code);
    const answering = startFunction({
      setting: {
        functionName: "answers",
        functionArn: "answers",
        directory,
        handler: "index.handler",
        memoryMb: 256,
        timeoutMs: 60_000,
      },
      environment: {},
      now: Date.now,
      onLine: () => {},
      onInvoked: () => {},
      onTrouble: () => {},
    });
    atEnd(async () => {
      await answering.stop();
      await rm(directory, { recursive: true, force: true });
    });
    return {
      isTaken: async (bytes) => (await answering.invoke({ bytes })).succeeded,
    };
  };
