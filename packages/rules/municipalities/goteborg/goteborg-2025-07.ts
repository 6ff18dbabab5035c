import type { Model } from "../../engine/model.ts";
import { goteborg202401 } from "./goteborg-2024-01.ts";

/** The same model under the new Social Services Act: only the Act that its texts cite is another. */
export const goteborg202507: Model = {
  ...goteborg202401,
  name: "goteborg-2025-07",
  validFrom: "2025-07-01",
  act: "SFS 2025:400",
};
