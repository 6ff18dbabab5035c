// Which way imports may point: downwards only (docs/architecture.md draws it).
const tests = "\\.test\\.ts$";
/** A rule in the tool's own words. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** A room may import itself and what `to` names, and nothing else. */
const may = (name, from, to, comment) =>
  forbid(name, comment, { path: `^${from}/`, pathNot: tests }, { pathNot: [`^${from}/`, ...to] });

module.exports = {
  forbidden: [
    may(
      "rules-import-nothing",
      "packages/rules",
      [],
      "The model and what it says of a decision stand on their own.",
    ),
    may(
      "casework-is-pure",
      "packages/casework",
      ["^packages/rules/"],
      "A decision's life knows the rules and nothing else.",
    ),
    may(
      "figures-are-pure",
      "packages/figures",
      ["^packages/(rules|casework)/", "^(node:)?crypto$"],
      "What the city counts comes from records alone.",
    ),
    forbid(
      "contracts-know-no-edge",
      "What goes over the wire is the same, whichever edge carries it.",
      { path: "^packages/contracts/", pathNot: ["^packages/contracts/openapi/", tests] },
      { pathNot: ["^packages/(rules|casework|contracts)/", "node_modules/zod/mini/", "^(node:)?crypto$"] },
    ),
    may(
      "openapi-is-build-time",
      "packages/contracts/openapi",
      [
        "^packages/(rules|casework|contracts)/",
        "node_modules/(zod/mini|zod-openapi|yaml)/",
        "^(node:)?(fs/promises|url)$",
      ],
      "The documents are made of the schemas, and of nothing that runs.",
    ),
    forbid(
      "nothing-imports-openapi",
      "What makes the documents is in no bundle: only `npm run generate` and its own tests run it.",
      { path: "^(packages|functions|infra)/", pathNot: ["^packages/contracts/openapi/", tests] },
      { path: "^packages/contracts/openapi/" },
    ),
    may(
      "adapters-point-down",
      "packages/adapters",
      [
        "^packages/(rules|casework|contracts)/",
        "node_modules/(@aws-sdk|@smithy|zod/mini)/",
        "^(node:)?(crypto|zlib)$",
      ],
      "Only adapters know AWS's clients.",
    ),
    may(
      "runtime-points-down",
      "packages/runtime",
      [
        "^packages/(rules|contracts)/",
        "node_modules/(@middy|@aws-lambda-powertools|jose|zod/mini|@types/aws-lambda)/",
        "^(node:)?(fs/promises|path)$",
      ],
      "What every function needs knows of no decision.",
    ),
    may(
      "operations-point-down",
      "packages/operations",
      ["^packages/(rules|casework|contracts|adapters)/", "node_modules/zod/mini/"],
      "What judges and plans stands on what the functions stand on, and knows no command.",
    ),
    forbid(
      "cli-imports-no-function",
      "The command stands on packages. It reaches the running system through adapters, not functions.",
      { path: "^packages/cli/" },
      { path: "^(functions|infra)/" },
    ),
    forbid(
      "only-operate-and-cli-import-operations",
      "Decisions are carried without operations. Only the function that acts for operators and its client know them.",
      {
        path: "^(packages|functions|infra)/",
        pathNot: ["^packages/(operations|cli)/", "^functions/operate/", tests],
      },
      { path: "^packages/operations/" },
    ),
    forbid(
      "ops-acts-through-operate",
      "The command asks the function. It has no client of a table, a queue, a bucket or a key.",
      { path: "^packages/cli/ops/", pathNot: tests },
      {
        path: "^packages/(adapters/(?!function-url)|operations/(?!asking|cannot-run|municipality))|node_modules/@aws-sdk/",
      },
    ),
    forbid(
      "nothing-imports-cli",
      "A command is where a person enters, and no part of anything. npm start speaks with its voice.",
      { path: "^(packages|functions|infra)/", pathNot: "^packages/(cli|sandbox)/" },
      { path: "^packages/cli/" },
    ),
    forbid(
      "sandbox-imports-the-voice-alone",
      "One way to refuse, to wrap and to print, for each command that a person types.",
      { path: "^packages/sandbox/" },
      { path: "^packages/cli/(?!voice/)" },
    ),
    forbid(
      "only-ops-calls-aws",
      "A decision is judged without AWS's clients, which take as long to load as the judging.",
      { path: "^packages/cli/(?!ops/)", pathNot: tests },
      { path: "^packages/(adapters/|operations/(?!municipality|cannot-run))" },
    ),
    forbid(
      "voice-knows-no-command",
      "How a command speaks is the same whatever it does.",
      { path: "^packages/cli/voice/", pathNot: tests },
      { path: "^packages/", pathNot: "^packages/(cli/voice|rules)/" },
    ),
    forbid(
      "functions-import-no-function-and-no-sdk",
      "A function is wired from packages; another function is reached by a message, AWS by an adapter.",
      { path: "^functions/([^/]+)/", pathNot: tests },
      {
        pathNot: [
          "^functions/$1/",
          "^packages/(rules|casework|contracts|figures|adapters|runtime|operations)/",
          "node_modules/@types/aws-lambda/",
        ],
      },
    ),
    forbid(
      "a-municipality-is-given",
      "Only a setting of a stage or of a command picks a municipality. All else asks the one it is given.",
      {
        path: "^(functions|packages)/",
        pathNot: [
          tests,
          "^packages/rules/municipalities",
          "^packages/runtime/settings\\.ts$",
          "^packages/operations/municipality\\.ts$",
          "^packages/contracts/openapi/generated\\.ts$",
          "^packages/sandbox/",
        ],
      },
      { path: "^packages/rules/municipalities" },
    ),
    forbid(
      "infra-takes-only-data-from-rules",
      "Infrastructure names functions by path and knows the parties; it runs nothing of theirs.",
      { path: "^infra/" },
      { path: "^(packages/(?!rules/)|functions/)" },
    ),
    forbid(
      "nothing-imports-local",
      "What runs the system on a machine is no part of the system.",
      { path: "^(packages|functions|infra)/", pathNot: "^packages/(local|sandbox)/" },
      { path: "^packages/(local|client)/" },
    ),
    forbid(
      "local-imports-nothing-of-hemvist",
      "It runs any CDK app, and loads what the app synthesised.",
      { path: "^packages/local/" },
      { path: "^(packages/(?!local/)|functions/|infra/|test/|events/)" },
    ),
    forbid(
      "sandbox-imports-no-function",
      "npm start runs the bundles that the app synthesised.",
      { path: "^packages/sandbox/" },
      { path: "^(functions|infra|test)/" },
    ),
    forbid(
      "only-cli-imports-sandbox",
      "The parties around the system are no part of it. Reports are tried on its made-up city.",
      { path: "^(packages|functions|infra)/", pathNot: "^packages/(sandbox|cli)/" },
      { path: "^packages/sandbox/" },
    ),
    forbid(
      "nothing-imports-bench",
      "What measures hemvist and its baselines is no part of it. A baseline's package is in no bundle.",
      { path: "^(packages|functions|infra|test)/" },
      { path: "^bench/" },
    ),
    forbid(
      "no-circles",
      "Types may name each other (a model has rules, a rule is asked about a model); code may not.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
