import type { Lang } from '@bioql/language/algorithm';
import type { PanelTexts } from '../texts.ts';
import type { Host } from './page-state.ts';

/** What every part of the page is given. */
export interface Page {
  readonly host: Host;
  readonly texts: PanelTexts;
  readonly lang: Lang;
}
