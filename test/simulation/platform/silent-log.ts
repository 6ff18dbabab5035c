// Imported before anything else: the functions' logger reads its level when it is loaded, and a million decisions'
// worth of its lines would show nothing that an invariant does not.
process.env["POWERTOOLS_LOG_LEVEL"] = "SILENT";
process.env["POWERTOOLS_METRICS_DISABLED"] = "true";

// Most errors here are thrown on purpose. Their stacks are of no use.
Error.stackTraceLimit = 3;
