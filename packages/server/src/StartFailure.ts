export type StartFailureCode = 'port_taken' | 'cannot_listen' | 'unwritable' | 'in_use' | 'bad_configuration';

/** Why the server cannot start, in one sentence that an operator can act on. */
export class StartFailure extends Error {
  readonly code: StartFailureCode;

  constructor(code: StartFailureCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartFailure';
    this.code = code;
  }
}
