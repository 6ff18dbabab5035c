import { type Synthesised, synthesised } from "../synthesised.ts";

/** What is judged: the templates of both stages, and of a stage that has an issuer of its own. */
export const judgedStages = (): ReadonlyMap<string, Synthesised> =>
  new Map([
    ["test", synthesised("test")],
    ["production", synthesised("production")],
    [
      "production, its own issuer",
      synthesised("production", { issuer: { url: "https://login.example.org", audience: "hemvist" } }),
    ],
  ]);
