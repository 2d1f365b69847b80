/** Why the replica says no: a stable code for tests, and one Spanish sentence for the person. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'Refusal';
    this.code = code;
  }
}
