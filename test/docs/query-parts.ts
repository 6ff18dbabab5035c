import { type SavedQuery, savedQueriesFor } from "../../infra/queries/saved-queries.ts";

/** The part of `docs/log-queries.md` that is drawn from the saved queries. */
export const queryParts = (): Readonly<Record<string, string>> => ({
  queries: savedQueriesFor("sf-centrum").map(section).join("\n\n"),
});

const section = ({ name, question, functions, query }: SavedQuery): string =>
  [`### ${name}`, "", `${question} I loggen för ${functions.join(", ")}.`, "", "```", query, "```"].join(
    "\n",
  );
