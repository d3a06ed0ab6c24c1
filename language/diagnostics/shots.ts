import { MAX_SHOTS } from '../backends.ts';
import { type CallRule, report } from './diagnostic.ts';

/** A written number of shots that is no whole number in range. */
export const shotsOutOfRange: CallRule = ({ keywords }, { source }) =>
  keywords.flatMap(({ name, value, valueSpan }) => {
    if (name !== 'shots' || value === undefined) return [];
    // `1e4` is a float in Python, whatever its value.
    const isWhole = Number.isInteger(value) && !/^\d*(?:\.|[\d_]*e)/i.test(source.slice(valueSpan.from, valueSpan.to));
    if (typeof value === 'number' && isWhole && value >= 1 && value <= MAX_SHOTS) return [];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const nearest = Math.min(MAX_SHOTS, Math.max(1, Math.round(Number(number))));
    const edits = typeof number === 'number' && !Number.isNaN(number) ? [{ ...valueSpan, text: String(nearest) }] : [];
    return [
      report({
        code: 'shots-out-of-range',
        ...valueSpan,
        values: { most: MAX_SHOTS, nearest: String(nearest) },
        edits,
      }),
    ];
  });
