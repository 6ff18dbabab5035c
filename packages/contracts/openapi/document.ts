import type { Municipality } from "@hemvist/rules";
import { createDocument } from "zod-openapi";
import { inWordsOf } from "../of-municipality.ts";
import { infoOf, tags } from "./info.ts";
import { nullsInRequests } from "./nulls-in-requests.ts";
import type { Examples } from "./operation.ts";
import { paths } from "./paths.ts";
import { sharedResponses } from "./responses.ts";
import { securitySchemes } from "./security.ts";

/** The OpenAPI 3.1 document of `/v1`, from the schemas that the service itself reads with. Build time only. */
export const openApiDocument = (examples: Examples, municipality: Municipality) =>
  nullsInRequests({
    ...createDocument(
      {
        openapi: "3.1.1",
        info: infoOf(municipality),
        tags,
        servers: [{ url: "/", description: "Relative to where this document was read" }],
        security: [],
        paths: paths(examples),
        components: { responses: sharedResponses, securitySchemes },
      },
      { override: inWordsOf(municipality) },
    ),
  });
