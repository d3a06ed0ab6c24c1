import type { Lang } from '@bioql/language/algorithm';
import * as vscode from 'vscode';

/** The language that sentences of the language package are shown in. */
export const displayLang = (): Lang => (vscode.env.language.startsWith('es') ? 'es' : 'en');
