import { MAX_DAYS, MAX_PAGE, type SpanQuery } from '@bioql/contract/usage';
import type { PageOf } from '../domain/ledger.ts';
import { addDays, dayOf, daysIn, lastDays, type Span, startOfDay } from '../domain/span.ts';
import { HttpError } from './errors.ts';

const DEFAULT_DAYS = 30;
const DEFAULT_PAGE = 50;

function dayNamed(name: 'from' | 'to', text: string): Date {
  const day = startOfDay(text);
  if (day === undefined) throw new HttpError('invalid_request', `${name} is no day of the calendar: ${text}`);
  return day;
}

/** @throws {HttpError} `invalid_request` for days and limits that a schema cannot rule out */
export function pageFrom({ from, to, limit = String(DEFAULT_PAGE), cursor }: SpanQuery, now: Date): PageOf {
  const end = to === undefined ? lastDays(1, now).to : addDays(dayNamed('to', to), 1);
  const span: Span = { from: from === undefined ? addDays(end, -DEFAULT_DAYS) : dayNamed('from', from), to: end };
  if (daysIn(span) < 1) throw new HttpError('invalid_request', 'from is after to');
  if (daysIn(span) > MAX_DAYS) throw new HttpError('invalid_request', `a span has at most ${MAX_DAYS} days`);
  const items = Number(limit);
  if (items < 1 || items > MAX_PAGE) throw new HttpError('invalid_request', `limit must be 1 to ${MAX_PAGE}`);
  return { span, limit: items, ...(cursor !== undefined && { before: Number(cursor) }) };
}

/** The first and the last day of a span, both included. */
export const daysOf = ({ from, to }: Span): { from: string; to: string } => ({
  from: dayOf(from),
  to: dayOf(addDays(to, -1)),
});

export const cursorOf = ({ next }: { readonly next?: number }): string | null =>
  next === undefined ? null : String(next);
