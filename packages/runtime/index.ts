export { type HttpAnswer, type HttpRequest, httpApi, type Routes, refusal } from "./http-api.ts";
export { count, type LogFields, log } from "./log.ts";
export { instantOf, type QueueMessage, queueBatch } from "./queue-batch.ts";
export { present, queueUrls, readSettings } from "./settings.ts";
