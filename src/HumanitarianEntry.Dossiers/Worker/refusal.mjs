// Why there is no copy, in the words of NoCopyReason.
export class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}
