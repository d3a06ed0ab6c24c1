import type { FastifyRequest } from 'fastify';
import { HttpError } from './errors.ts';

const hostName = (value: string): string =>
  value
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();

/**
 * Refuses what a web page in the user's browser could send to the loopback port: another Host (DNS rebinding) or the
 * Origin of a site. Programs send no Origin. On a public address the operator's proxy decides about hosts.
 */
export function checkOrigin(request: FastifyRequest, loopback: boolean): void {
  const local = (value: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(hostName(value));
  if (loopback && !local(request.headers.host ?? ''))
    throw new HttpError('forbidden_origin', 'this Host is not served here');
  const { origin } = request.headers;
  if (origin === undefined) return;
  const from = URL.canParse(origin) ? new URL(origin) : undefined;
  if (from === undefined || from.host !== request.headers.host)
    throw new HttpError('forbidden_origin', 'requests from other web pages are refused');
}
