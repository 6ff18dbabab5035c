export {
  catalogue,
  type MetricName,
  namespace,
  type ServiceMetric,
} from "./catalogue.ts";
export { described, type EmitterOf } from "./described.ts";
export { type Dimension, valuesOf } from "./dimensions.ts";
