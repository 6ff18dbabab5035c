import { releaseTable } from "../canaries/release-table.ts";

/** The part of `docs/security/release.md` that is drawn from the release table. */
export const releaseParts = (): Readonly<Record<string, string>> => ({
  release: [
    "| place | what comes out there | who reads it | why |",
    "| --- | --- | --- | --- |",
    ...releaseTable.map(
      ({ place, contents, reader, why }) =>
        `| ${place} | ${contents.length === 0 ? "**nothing that was sent**" : contents.join("; ")} | ${reader} | ${why} |`,
    ),
  ].join("\n"),
});
