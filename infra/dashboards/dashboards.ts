import type { OperationsDashboard, Shown } from "./dashboard.ts";
import { equalityDashboard } from "./equality.ts";
import { flowDashboard } from "./flow.ts";
import { followUpDashboard } from "./follow-up.ts";
import { partiesDashboard } from "./parties.ts";
import { platformDashboard } from "./platform.ts";

/** Every dashboard, for the parties of a stage. */
export const dashboards = (shown: Shown): readonly OperationsDashboard[] => [
  flowDashboard(shown),
  partiesDashboard(shown),
  followUpDashboard(shown),
  equalityDashboard(shown),
  platformDashboard(shown),
];
