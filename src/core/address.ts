/** The address of a service, or why it may not be used. */
export type Address =
  | { readonly state: 'usable'; readonly url: string }
  | { readonly state: 'insecure'; readonly url: string };

export const LOCAL_URL = 'http://127.0.0.1:8000';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** An API key goes in clear text over http, so that http is for this computer alone. */
export function readAddress(text: string): Address {
  const url = text.trim().replace(/\/+$/, '');
  if (!URL.canParse(url)) return { state: 'insecure', url };
  const secure = new URL(url).protocol === 'https:' || isLoopback(url);
  return { state: secure ? 'usable' : 'insecure', url };
}

export function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && LOOPBACK.test(hostname);
}
