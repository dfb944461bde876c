import { CodedError } from './errors.js';

/** The bytes at `url`, undecoded. Rejects with `fetch-failed`, or as the signal says. */
export async function fetchJson(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const { href } = new URL(url, document.baseURI);
  let response: Response;
  try {
    response = await fetch(href, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new CodedError('fetch-failed', `${href} could not be fetched`);
  }
  if (!response.ok) throw new CodedError('fetch-failed', `${href} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
