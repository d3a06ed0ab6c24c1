const PROBE_MS = 1_000;

/** Whether a service answers at the address, ready or still loading. */
export async function answersAt(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const timed = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]);
    const { status } = await fetch(`${url}/healthz`, { signal: timed, redirect: 'error' });
    return status === 200;
  } catch {
    return false;
  }
}
