import type { BroadsheetOptions } from './api.js';
import { asCodedError, CodedError } from './errors.js';

export type WasmSource = NonNullable<BroadsheetOptions['wasm']>;

/** Instantiates the module from whatever form it is given in. */
export async function instantiate(
  source: WasmSource,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> {
  if (typeof WebAssembly === 'undefined') {
    throw new CodedError('wasm-blocked', 'WebAssembly is not available here');
  }
  if (source instanceof WebAssembly.Module) return new WebAssembly.Instance(source, imports);
  try {
    const { instance } = await WebAssembly.instantiate(await bytesOf(source), imports);
    return instance;
  } catch (error) {
    throw asCodedError(error, isBlocked(error) ? 'wasm-blocked' : 'wasm-failed');
  }
}

/** A content security policy without 'wasm-unsafe-eval' gives a CompileError that names it. */
function isBlocked(error: unknown): boolean {
  return error instanceof WebAssembly.CompileError && /security|unsafe-eval/i.test(error.message);
}

type Fetched = string | URL | Response | Promise<Response> | Uint8Array | ArrayBuffer;

async function bytesOf(source: Fetched): Promise<BufferSource> {
  if (source instanceof ArrayBuffer) return source;
  if (source instanceof Uint8Array) return source as Uint8Array<ArrayBuffer>;
  const response = await responseOf(source);
  if (!response.ok) {
    throw new CodedError('wasm-failed', `${response.url} answered ${response.status}`);
  }
  return response.arrayBuffer();
}

async function responseOf(source: string | URL | Response | Promise<Response>): Promise<Response> {
  if (typeof source !== 'string' && !(source instanceof URL)) return source;
  try {
    return await fetch(source);
  } catch {
    throw new CodedError('wasm-failed', `${source} could not be fetched`);
  }
}
