/** A stretch of a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretch that holds the offset, else the one that is nearest to it; of two as near, the one above. */
export function nearestSite<Site extends Stretch>(sites: readonly Site[], offset: number): Site | undefined {
  const distance = ({ from, to }: Stretch): number => Math.max(from - offset, offset - to, 0);
  return sites.reduce<Site | undefined>(
    (best, site) => (best === undefined || distance(site) < distance(best) ? site : best),
    undefined,
  );
}
