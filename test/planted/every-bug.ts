import type { Bug } from "./bug.ts";
import { batches } from "./bugs/batches.ts";
import { casework } from "./bugs/casework.ts";
import { figures } from "./bugs/figures.ts";
import { followUp } from "./bugs/follow-up.ts";
import { infrastructure } from "./bugs/infrastructure.ts";
import { measuring } from "./bugs/measuring.ts";
import { outside } from "./bugs/outside.ts";
import { receiving } from "./bugs/receiving.ts";
import { rules } from "./bugs/rules.ts";
import { secrecy } from "./bugs/secrecy.ts";
import { sending } from "./bugs/sending.ts";
import { storing } from "./bugs/storing.ts";

export const everyBug: readonly Bug[] = [
  ...receiving,
  ...batches,
  ...storing,
  ...sending,
  ...casework,
  ...followUp,
  ...rules,
  ...secrecy,
  ...figures,
  ...outside,
  ...infrastructure,
  ...measuring,
];
