import { createHmac } from "node:crypto";
import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import { kmsPseudonyms } from "@hemvist/adapters";
import { mockClient } from "aws-sdk-client-mock";
import { hashedPseudonyms } from "../support/hashed-pseudonyms.ts";
import { pseudonymsContract } from "./pseudonyms-contract.ts";

pseudonymsContract("pseudonyms by a key in memory", hashedPseudonyms());

// No engine for KMS runs here: its one call is answered as KMS answers it.
const client = new KMSClient({ region: "eu-north-1" });
mockClient(client)
  .on(GenerateMacCommand)
  .callsFake(({ Message }: { readonly Message: Uint8Array }) => ({
    Mac: new Uint8Array(createHmac("sha256", "a key for tests").update(Message).digest()),
  }));

pseudonymsContract("pseudonyms by KMS", kmsPseudonyms("key-1", client));
