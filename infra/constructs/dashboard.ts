import { CfnDashboard } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { bodyOf, type Place } from "../dashboards/body.ts";
import type { OperationsDashboard } from "../dashboards/dashboard.ts";

/**
 * A dashboard with a body of plain text. The CDK's own class joins it from references to the region and the account, and
 * writes it with letters outside ASCII. The sandbox could then not draw it from the template as it stands.
 */
export class Dashboard extends CfnDashboard {
  constructor(scope: Construct, dashboard: OperationsDashboard, place: Place) {
    super(scope, dashboard.name, {
      dashboardName: `hemvist-${dashboard.name}`,
      dashboardBody: bodyOf(dashboard, place),
    });
  }
}
