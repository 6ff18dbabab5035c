/** SQS has no such queue in this account and region. */
export class NoQueue extends Error {
  override readonly name = "QueueDoesNotExist";
  /** Its name in SQS. */
  readonly queue: string;

  constructor(queue: string, options?: ErrorOptions) {
    super(queue, options);
    this.queue = queue;
  }
}
