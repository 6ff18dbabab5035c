import { hashedPseudonyms } from "../support/hashed-pseudonyms.ts";
import { pseudonymsContract } from "./pseudonyms-contract.ts";

// The same contract is kept by KMS's: packages/adapters/kms-pseudonyms.test.ts.
pseudonymsContract("pseudonyms by a key in memory", hashedPseudonyms());
