#!/usr/bin/env node
import { hemvistFor } from "./hemvist.ts";
import { commonFlags } from "./voice/common-flags.ts";
import { languageIn, runTyped } from "./voice/parser.ts";
import { endWhereOutputEnds, runOn, terminalOn } from "./voice/terminal.ts";

const args = process.argv.slice(2);
const terminal = terminalOn(process, { language: languageIn(args) });
endWhereOutputEnds(process, terminal);
process.exitCode = await runOn(terminal, async () =>
  runTyped(await hemvistFor(args), args, { terminal, common: commonFlags }),
);
