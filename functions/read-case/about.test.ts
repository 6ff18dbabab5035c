import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readApiInfo, readOpenApi } from "./about.ts";

const document = readFileSync(new URL("../../packages/contracts/openapi.yaml", import.meta.url), "utf8");

describe.each(["https://api.example", "https://x7.execute-api.eu-north-1.amazonaws.com/live"])(
  "read at %s",
  (baseUrl) => {
    it("the API's description says where it stands, the gateway's stage included", async () => {
      const { body } = await readApiInfo({ baseUrl });

      expect(body).toMatchObject({ apiDocumentation: `${baseUrl}/v1/openapi.yaml` });
    });

    it("the OpenAPI document's one server is where it was read, so that its paths can be called", async () => {
      const { body } = await readOpenApi(() => Promise.resolve(document))({ baseUrl });
      const { servers, ...rest } = parse(String(body));

      expect(servers).toEqual([expect.objectContaining({ url: baseUrl })]);
      expect(rest).toEqual({ ...parse(document), servers: undefined });
    });
  },
);
