import {
  commonFlags,
  endWhereOutputEnds,
  interrupted,
  languageIn,
  runOn,
  runTyped,
  terminalOn,
} from "@hemvist/cli/voice";
import { npmStart } from "./start/npm-start.ts";

const args = process.argv.slice(2);
const terminal = terminalOn(process, { language: languageIn(args) });
endWhereOutputEnds(process, terminal);
const status = await runOn(terminal, () => runTyped(npmStart, args, { terminal, common: commonFlags }));
process.exitCode = status;
// What was being played may still wait for an answer, and everything else has been put away.
if (status === interrupted) process.exit();
