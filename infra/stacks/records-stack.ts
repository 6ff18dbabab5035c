import { Aws, Stack, type StackProps } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { AccessLogBucket } from "../constructs/access-log-bucket.ts";
import { CustomerKey } from "../constructs/customer-key.ts";
import { DecisionsTable } from "../constructs/decisions-table.ts";
import { DerivationKey } from "../constructs/derivation-key.ts";
import { FailedRecordsBucket } from "../constructs/failed-records-bucket.ts";
import { JournalBucket } from "../constructs/journal-bucket.ts";
import { SentMessagesTable } from "../constructs/sent-messages-table.ts";
import { WriteOnceBucket } from "../constructs/write-once-bucket.ts";
import {
  useOfAccessLog,
  useOfJournal,
  useOfPseudonyms,
  useOfRecords,
  useOfReports,
  useOfSeal,
  useOfSignatures,
} from "../key-users.ts";
import type { Settings } from "../settings.ts";

export interface RecordsStackProps extends StackProps {
  readonly settings: Settings;
}

/** What must never be lost. It is apart from what a deployment replaces, and stays when the stack is deleted. */
export class RecordsStack extends Stack {
  /** The table of decisions in use. */
  readonly table: DecisionsTable;
  readonly sentMessages: SentMessagesTable;
  readonly pseudonymKey: DerivationKey;
  readonly recordKey: DerivationKey;
  readonly signatureKey: DerivationKey;
  readonly failedRecords: FailedRecordsBucket;
  readonly reports: WriteOnceBucket;
  readonly journal: JournalBucket;
  readonly accessLog: AccessLogBucket;

  constructor(scope: Construct, id: string, props: RecordsStackProps) {
    super(scope, id, props);
    const { retention, deletionProtection, keyUsers } = props.settings;
    const key = new CustomerKey(this, "RecordsKey", {
      description: "hemvist: decisions at rest",
      usedBy: useOfRecords(keyUsers),
    });

    this.table = this.#decisions(props.settings, key);
    this.sentMessages = new SentMessagesTable(this, "SentMessages", { key, deletionProtection });
    this.pseudonymKey = new DerivationKey(this, "PseudonymKey", {
      description: "hemvist: pseudonyms of identity numbers",
      usedBy: useOfPseudonyms,
    });
    this.recordKey = new DerivationKey(this, "RecordKey", {
      description: "hemvist: the sealed bodies of records",
      alias: "hemvist-record",
      usedBy: useOfSeal,
    });
    this.signatureKey = new DerivationKey(this, "SignatureKey", {
      description: "hemvist: signatures of messages to parties",
      usedBy: useOfSignatures,
    });
    this.failedRecords = new FailedRecordsBucket(this, "FailedRecords", {
      key,
      transitDays: retention.transitDays,
    });
    this.reports = new WriteOnceBucket(this, "Reports", {
      bucketName: `hemvist-reports-${Aws.ACCOUNT_ID}`,
      key: new CustomerKey(this, "ReportsKey", {
        description: "hemvist: issued reports",
        usedBy: useOfReports(keyUsers),
      }),
    });
    this.journal = new JournalBucket(this, "Journal", {
      key: new CustomerKey(this, "JournalKey", {
        description: "hemvist: what operations staff did",
        usedBy: useOfJournal(keyUsers),
      }),
    });
    this.accessLog = new AccessLogBucket(this, "AccessLog", {
      key: new CustomerKey(this, "AccessLogKey", {
        description: "hemvist: who looked at what",
        usedBy: useOfAccessLog,
      }),
      lock: props.settings.accessLogLock,
    });
  }

  /**
   * One table, but while a restored one takes its place. CloudFormation refuses to change or remove an export that
   * another stack imports, so the former table and its exports stay until `hemvist-handoff` imports those of the
   * restored one (docs/adr/0030-a-restored-table-takes-the-place-of-the-former.md).
   */
  #decisions({ decisionsTables, deletionProtection, municipality }: Settings, key: IKey): DecisionsTable {
    const add = (name: string) =>
      new DecisionsTable(this, idOf(name), {
        tableName: name,
        key,
        deletionProtection,
        retention: municipality.retention,
      });
    const [first, ...restored] = decisionsTables;
    let inUse = add(first);
    for (const name of restored) {
      for (const imported of [inUse.tableName, inUse.tableArn, inUse.tableStreamArn])
        this.exportValue(imported);
      inUse = add(name);
    }
    return inUse;
  }
}

/** A table keeps its id in the template as long as it keeps its name, whatever its place in the list. */
const idOf = (tableName: string): string => `D${tableName.slice(1)}`;
