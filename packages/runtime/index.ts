export { type HttpAnswer, type HttpRequest, httpApi, refusal, type Routes } from "./http-api.ts";
export { count, log, type LogFields } from "./log.ts";
export { instantOf, queueBatch, type QueueMessage } from "./queue-batch.ts";
export { present, queueUrls, readSettings } from "./settings.ts";
