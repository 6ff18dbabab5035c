import {
  type Access,
  accessMatrix,
  type PartyKind,
  partyKinds,
  type Reach,
  scopeInToken,
  scopesFor,
} from "@hemvist/rules";

/** The parts of `docs/security/who-may-what.md` that are drawn from the matrix. */
export const accessParts = (): Readonly<Record<string, string>> => ({
  matrix: matrix(),
  scopes: scopeTable(),
});

const rows: readonly Access[] = accessMatrix;

const kindsInText: Readonly<Record<PartyKind, string>> = {
  administration: "administration (SF)",
  executor: "provider",
  listener: "listener (Arbvux as a whole)",
  trial: "hemvist's own (trials)",
};

const reachesInText: Readonly<Record<Reach, string>> = {
  all: "all of it",
  "own-decisions": "its own decisions",
  "present-assignments": "assignments it has now",
  "assignments-then": "assignments it has, or has had, as they were then",
  "persons-with-ongoing-case": "a person for whom it has an ongoing case: all of it",
};

const matrix = (): string =>
  [
    `| operation | scope | ${partyKinds.map((kind) => kindsInText[kind]).join(" | ")} |`,
    `| --- | --- | ${partyKinds.map(() => "---").join(" | ")} |`,
    ...rows.map(
      ({ method, path, scope, by }) =>
        `| \`${method} ${path}\` | ${scope === undefined ? "none" : `\`${scopeInToken(scope)}\``} | ${partyKinds
          .map((kind) => cell(by[kind], scope !== undefined))
          .join(" | ")} |`,
    ),
  ].join("\n");

function cell(reach: Reach | undefined, needsToken: boolean): string {
  if (!needsToken) return "open to all";
  return reach === undefined ? "**403**" : reachesInText[reach];
}

const scopeTable = (): string =>
  [
    "| party | scopes beside its own |",
    "| --- | --- |",
    ...([["administration", "executor"], ["executor"], ["listener"], ["trial"]] as const).map(
      (kinds) =>
        `| ${kinds.map((kind) => kindsInText[kind]).join(", also a ")} | ${scopesFor(kinds)
          .map((scope) => `\`${scopeInToken(scope)}\``)
          .join(", ")} |`,
    ),
  ].join("\n");
