import { matrix } from "../iam/matrix.ts";

/** The part of `docs/security/permissions.md` that is drawn from test/iam/matrix.ts. */
export const permissionParts = (): Readonly<Record<string, string>> => ({
  permissions: Object.entries(matrix)
    .map(([principal, rows]) =>
      [
        `### ${principal}`,
        "",
        "| on | may |",
        "| --- | --- |",
        ...Object.entries(rows).map(
          ([line, actions]) => `| ${line} | ${actions.map((action) => inText(action)).join(", ")} |`,
        ),
      ].join("\n"),
    )
    .join("\n\n"),
});

/** The action as code, and how it may be done as text. */
const inText = (action: string): string => {
  const [name = "", ...how] = action.split(" ");
  return [`\`${name}\``, ...how].join(" ");
};
