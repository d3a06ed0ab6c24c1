/** Whole days in UTC: from the first moment of `from` up to, and without, that of `to`. */
export type Span = { readonly from: Date; readonly to: Date };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The day of a moment as `YYYY-MM-DD`, in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The first moment of a day such as `2025-01-31`; `undefined` for what is no day of the calendar. */
export function startOfDay(day: string): Date | undefined {
  const start = new Date(`${day}T00:00:00Z`);
  return DAY.test(day) && !Number.isNaN(start.getTime()) && dayOf(start) === day ? start : undefined;
}

export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);

export const daysIn = ({ from, to }: Span): number => Math.round((to.getTime() - from.getTime()) / DAY_MS);

/** The span that ends with today and has so many days. */
export function lastDays(days: number, now: Date): Span {
  const to = addDays(new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS), 1);
  return { from: addDays(to, -days), to };
}

/** From the first of this month until today ends. */
export const thisMonth = (now: Date): Span => lastDays(now.getUTCDate(), now);
