import type { BroadsheetError, Diagnostic } from './api.js';

/** An error with a stable code, as `broadsheet-error` reports it. */
export class CodedError extends Error implements BroadsheetError {
  override readonly name = 'BroadsheetError';

  constructor(
    readonly code: string,
    message: string,
    readonly diagnostics: readonly Diagnostic[] = [],
  ) {
    super(message);
  }
}

/** The error that says why an article is not `ok`: its first fatal finding. */
export function articleError(diagnostics: readonly Diagnostic[]): CodedError {
  const fatal = diagnostics.find(({ code }) => isFatal(code)) ?? diagnostics[0];
  const place = fatal?.pointer ? ` at ${fatal.pointer}` : '';
  return new CodedError(
    fatal?.code ?? 'no-article',
    `${fatal?.message ?? 'there is no article'}${place}`,
    diagnostics,
  );
}

function isFatal(code: string): boolean {
  return (
    code.startsWith('limit-') || ['json-syntax', 'not-an-object', 'missing-title'].includes(code)
  );
}

/** Whatever was thrown, as an error with a code. */
export function asCodedError(error: unknown, code: string): CodedError {
  if (error instanceof CodedError) return error;
  return new CodedError(code, error instanceof Error ? error.message : String(error));
}
