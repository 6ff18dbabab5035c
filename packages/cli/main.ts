#!/usr/bin/env node
import { ops } from "./ops/ops.ts";

const print = (stream: NodeJS.WriteStream) => (text: string) => {
  stream.write(`${text}\n`);
};

const [group, ...args] = process.argv.slice(2);
const output = { out: print(process.stdout), error: print(process.stderr) };
if (group === "ops") process.exitCode = await ops(args, output);
else {
  output.error("hemvist ops <command>; hemvist ops --help");
  process.exitCode = 1;
}
