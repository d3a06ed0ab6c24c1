import { hoverIn } from '@bioql/language/hover';
import * as vscode from 'vscode';
import { displayLang } from '../display-lang.ts';
import { pythonText, rangeOf } from './python-text.ts';

/** What a program, a backend or a keyword is. */
export const hovers: vscode.HoverProvider = {
  provideHover(document, position) {
    const file = pythonText(document)?.file;
    const found = file && hoverIn(file, document.offsetAt(position), displayLang());
    return found && new vscode.Hover(new vscode.MarkdownString(found.markdown), rangeOf(document, found));
  },
};
