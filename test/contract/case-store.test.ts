import { memoryCases } from "../support/memory-cases.ts";
import { caseStoreContract } from "./case-store-contract.ts";

caseStoreContract("in memory", () =>
  Promise.resolve({ cases: memoryCases(), close: () => Promise.resolve() }),
);
