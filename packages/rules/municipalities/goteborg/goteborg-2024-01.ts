import type { Model } from "../../engine/model.ts";
import { agreements } from "./agreements.ts";
import { providers, services } from "./catalogue.ts";
import { intervals } from "./intervals.ts";
import { matrix } from "./matrix.ts";
import { administrations, parties, sides } from "./parties.ts";
import { rules } from "./rules.ts";

/** The first model, from the date of the final report that made it. Its texts cite the old Act. */
export const goteborg202401: Model = {
  name: "goteborg-2024-01",
  municipality: "goteborg",
  validFrom: "2024-01-12",
  act: "SFS 2001:453",
  administrations,
  parties,
  sides,
  subAreas: matrix,
  providers,
  services,
  agreements,
  intervals,
  rules,
};
