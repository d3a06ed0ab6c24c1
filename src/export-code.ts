import { circuitOfCall } from '@bioql/language/call-circuit';
import { EXPORT_FORMATS, type ExportFormat } from '@bioql/language/export/formats';
import { writeProgram } from '@bioql/language/program';
import * as vscode from 'vscode';
import { understoodCallAt } from './call-at.ts';
import { displayLang } from './display-lang.ts';
import { save } from './run-panel/save.ts';

/** Writes the circuit of a call for another tool: text into a new document, anything else into a file. */
export async function exportCode(argument: unknown): Promise<void> {
  const place = await understoodCallAt(argument);
  if (place === undefined) return;
  const { call, document } = place;
  const lang = displayLang();
  const found = circuitOfCall(call, lang);
  if (found.state !== 'circuit') {
    void vscode.window.showInformationMessage(found.message);
    return;
  }
  const program = writeProgram(call.program);
  const format = await pickFormat(program);
  if (format === undefined) return;
  const text = format.write(call, found.circuit, lang);
  if (format.language === undefined) await saveFile(text, format, document.uri);
  else await showText(text, format.language);
}

async function pickFormat(program: string): Promise<ExportFormat | undefined> {
  const lang = displayLang();
  const items = EXPORT_FORMATS.map((format) => ({
    label: format.title[lang],
    description: `.${format.extension}`,
    detail: format.about[lang],
    format,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('BioQL: Export'),
    placeHolder: program,
    matchOnDescription: true,
  });
  return picked?.format;
}

async function showText(content: string, language: string): Promise<void> {
  const known = (await vscode.languages.getLanguages()).includes(language);
  const document = await vscode.workspace.openTextDocument({ language: known ? language : 'plaintext', content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}

async function saveFile(text: string, { extension }: ExportFormat, beside: vscode.Uri): Promise<void> {
  const uri = await save({ beside, what: 'circuit', extension, text });
  if (uri === undefined) return;
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(uri));
  if ((await vscode.window.showInformationMessage(saved, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
}
