import { plainPseudonyms } from "../simulation/platform/plain-pseudonyms.ts";
import { hashedPseudonyms } from "../support/hashed-pseudonyms.ts";
import { hidingContract, pseudonymsContract } from "./pseudonyms-contract.ts";

// The same contracts are kept by KMS's: packages/adapters/kms-pseudonyms.test.ts.
pseudonymsContract("pseudonyms by a key in memory", hashedPseudonyms());
hidingContract("pseudonyms by a key in memory", hashedPseudonyms());

// The people of a simulated world are made up: there is nothing to hide.
pseudonymsContract("the simulated pseudonyms", plainPseudonyms);
