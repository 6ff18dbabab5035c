import type { Municipality } from "../../engine/municipality.ts";
import { goteborg202401 } from "./goteborg-2024-01.ts";
import { goteborg202507 } from "./goteborg-2025-07.ts";
import { shortNames } from "./parties.ts";

export const goteborg: Municipality = {
  code: "goteborg",
  name: "Göteborgs Stad",
  website: "https://goteborg.se",
  administrationsInText: {
    sv: "Göteborgs fyra socialförvaltningar",
    en: "Göteborg's four social services administrations",
  },
  shortNames,
  urn: "urn:hemvist:goteborg",
  typePrefix: "se.goteborg.hemvist",
  retention: "keep",
  models: [goteborg202401, goteborg202507],
};
