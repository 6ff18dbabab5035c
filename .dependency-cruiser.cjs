// Which way imports may point: downwards only (docs/architecture.md draws it).
const tests = "\\.test\\.ts$";
const may = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: `^${from}/`, pathNot: tests },
  to: { pathNot: [`^${from}/`, ...to] },
});

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
    {
      name: "contracts-know-no-edge",
      comment: "What goes over the wire is the same, whichever edge carries it.",
      severity: "error",
      from: { path: "^packages/contracts/", pathNot: ["^packages/contracts/openapi/", tests] },
      to: {
        pathNot: ["^packages/(rules|casework|contracts)/", "node_modules/zod/mini/", "^(node:)?crypto$"],
      },
    },
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
    {
      name: "nothing-imports-openapi",
      comment: "What makes the documents is in no bundle: only `npm run generate` and its own tests run it.",
      severity: "error",
      from: { path: "^(packages|functions|infra)/", pathNot: ["^packages/contracts/openapi/", tests] },
      to: { path: "^packages/contracts/openapi/" },
    },
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
        "^(node:)?(async_hooks|fs/promises|path)$",
      ],
      "What every function needs knows of no decision.",
    ),
    may(
      "operations-point-down",
      "packages/operations",
      ["^packages/(rules|casework|contracts|adapters)/", "node_modules/zod/mini/"],
      "What judges and plans stands on what the functions stand on, and knows no command.",
    ),
    {
      name: "cli-imports-no-function",
      comment:
        "The command stands on packages. It reaches the running system through adapters, not functions.",
      severity: "error",
      from: { path: "^packages/cli/" },
      to: { path: "^(functions|infra)/" },
    },
    {
      name: "only-operate-and-cli-import-operations",
      comment:
        "Decisions are carried without operations. Only the function that acts for operators and its client know them.",
      severity: "error",
      from: {
        path: "^(packages|functions|infra)/",
        pathNot: ["^packages/(operations|cli)/", "^functions/operate/", tests],
      },
      to: { path: "^packages/operations/" },
    },
    {
      name: "ops-acts-through-operate",
      comment:
        "The command asks the function. It has no client of a table, a queue, a bucket or a key, but for the figures of queues.",
      severity: "error",
      from: { path: "^packages/cli/ops/", pathNot: tests },
      to: {
        path: "^packages/(adapters/(?!function-url|queue-figures)|operations/(?!asking|cannot-run|municipality))|node_modules/@aws-sdk/",
      },
    },
    {
      name: "nothing-imports-cli",
      comment:
        "A command is where a person enters, and no part of anything. npm start speaks with its voice.",
      severity: "error",
      from: { path: "^(packages|functions|infra)/", pathNot: "^packages/(cli|sandbox)/" },
      to: { path: "^packages/cli/" },
    },
    {
      name: "sandbox-imports-the-voice-alone",
      comment: "One way to refuse, to wrap and to print, for each command that a person types.",
      severity: "error",
      from: { path: "^packages/sandbox/" },
      to: { path: "^packages/cli/(?!voice/)" },
    },
    {
      name: "only-ops-calls-aws",
      comment: "A decision is judged without AWS's clients, which take as long to load as the judging.",
      severity: "error",
      from: { path: "^packages/cli/(?!ops/)", pathNot: tests },
      to: { path: "^packages/(adapters/|operations/(?!municipality|cannot-run))" },
    },
    {
      name: "voice-knows-no-command",
      comment: "How a command speaks is the same whatever it does.",
      severity: "error",
      from: { path: "^packages/cli/voice/", pathNot: tests },
      to: { path: "^packages/", pathNot: "^packages/(cli/voice|rules)/" },
    },
    {
      name: "functions-import-no-function-and-no-sdk",
      comment:
        "A function is wired from packages; another function is reached by a message, AWS by an adapter.",
      severity: "error",
      from: { path: "^functions/([^/]+)/", pathNot: tests },
      to: {
        pathNot: [
          "^functions/$1/",
          "^packages/(rules|casework|contracts|figures|adapters|runtime|operations)/",
          "node_modules/@types/aws-lambda/",
        ],
      },
    },
    {
      name: "a-municipality-is-given",
      comment:
        "Only a setting of a stage or of a command picks a municipality. All else asks the one it is given.",
      severity: "error",
      from: {
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
      to: { path: "^packages/rules/municipalities" },
    },
    {
      name: "infra-takes-only-data-from-rules",
      comment:
        "Infrastructure names functions by path, and knows the parties and the metrics. It runs nothing of theirs.",
      severity: "error",
      from: { path: "^infra/" },
      to: { path: "^(packages/(?!rules/|runtime/metrics/)|functions/)" },
    },
    may(
      "the-metrics-are-data",
      "packages/runtime/metrics",
      ["^packages/rules/"],
      "Infrastructure takes them for its alarms and dashboards, and runs no function's code.",
    ),
    {
      name: "nothing-imports-local",
      comment: "What runs the system on a machine is no part of the system.",
      severity: "error",
      from: { path: "^(packages|functions|infra)/", pathNot: "^packages/(local|sandbox)/" },
      to: { path: "^packages/(local|client)/" },
    },
    {
      name: "local-imports-nothing-of-hemvist",
      comment: "It runs any CDK app, and loads what the app synthesised.",
      severity: "error",
      from: { path: "^packages/local/" },
      to: { path: "^(packages/(?!local/)|functions/|infra/|test/|events/)" },
    },
    {
      name: "sandbox-imports-no-function",
      comment: "npm start runs the bundles that the app synthesised.",
      severity: "error",
      from: { path: "^packages/sandbox/", pathNot: tests },
      to: { path: "^(functions|infra|test)/" },
    },
    {
      name: "only-cli-imports-sandbox",
      comment: "The parties around the system are no part of it. Reports are tried on its made-up city.",
      severity: "error",
      from: { path: "^(packages|functions|infra)/", pathNot: "^packages/(sandbox|cli)/" },
      to: { path: "^packages/sandbox/" },
    },
    {
      name: "only-the-sandbox-judges-policies",
      comment: "The judge is under the AGPL. It judges here and in tests, and is in no bundle.",
      severity: "error",
      from: {
        path: "^(packages|functions|infra|bench)/",
        pathNot: ["^packages/sandbox/permissions/", tests],
      },
      to: { path: "node_modules/@cloud-copilot/" },
    },
    may(
      "the-page-stands-alone",
      "packages/sandbox/console/page",
      ["^packages/sandbox/console/shown\\.ts$", "node_modules/uplot/"],
      "What runs in a browser knows what the console's addresses answer, and nothing that runs elsewhere.",
    ),
    {
      name: "nothing-imports-the-page",
      comment: "The page is bundled for a browser when it is asked for. It is in no other bundle.",
      severity: "error",
      from: { path: "^(packages|functions|infra|test|bench)/", pathNot: "^packages/sandbox/console/page/" },
      to: { path: "^packages/sandbox/console/page/" },
    },
    {
      name: "nothing-imports-bench",
      comment:
        "What measures hemvist and its baselines is no part of it. A baseline's package is in no bundle.",
      severity: "error",
      from: { path: "^(packages|functions|infra|test)/" },
      to: { path: "^bench/" },
    },
    {
      name: "no-circles",
      comment: "Types may name each other (a model has rules, a rule is asked about a model); code may not.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
