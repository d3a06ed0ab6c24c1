import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { failureOf } from '../core/failures.ts';
import type { RecentWords } from '../core/recent-words.ts';
import { isServiceError, type ServiceError } from '../core/service-error.ts';
import { type Spending, spentThisMonth, spentToday } from '../core/spending.ts';
import type { UsageView } from '../core/usage-view.ts';
import type { Credentials } from '../credentials.ts';
import { displayLang } from '../display-lang.ts';
import { type Link, linkOf, sentenceOf } from '../failure-text.ts';
import { pageHtml } from '../run-panel/html.ts';
import { save } from '../run-panel/save.ts';
import type { AccountBook } from './account-book.ts';
import type { FromPage, SpanDays, Summary, ToPage } from './messages.ts';
import { usageTexts } from './texts.ts';
import { createUsageSource } from './usage-source.ts';

export interface UsagePanelParts {
  readonly extensionUri: vscode.Uri;
  readonly credentials: Credentials;
  readonly book: AccountBook;
  /** What a person may share along with a rating. */
  readonly words: RecentWords;
  readonly now: () => Date;
}

export interface UsagePanel {
  /** Opens the panel, or brings the open one to the front. */
  show(): void;
  dispose(): void;
}

export function createUsagePanel(parts: UsagePanelParts): UsagePanel {
  let open: vscode.WebviewPanel | undefined;
  return {
    show() {
      if (open !== undefined) return open.reveal();
      open = openPanel(parts);
      open.onDidDispose(() => {
        open = undefined;
      });
    },
    dispose: () => open?.dispose(),
  };
}

/** Its page asks for what it shows. */
function openPanel({ extensionUri, credentials, book, words, now }: UsagePanelParts): vscode.WebviewPanel {
  const panel = createPanel(extensionUri);
  const gone = new AbortController();
  const source = createUsageSource(credentials, now, gone.signal);
  const tell = (message: ToPage) => void panel.webview.postMessage(message);
  let days: SpanDays = 30;
  let next: string | null = null;
  let remedy: Link | undefined;

  const show = (view: UsageView) => {
    next = view.next;
    book.reported(view);
    tell({ kind: 'usage', view, summary: summaryOf(book.spending(), view, now()) });
  };
  const load = async () => show(await source.usage(days));
  const saveCsv = async () => {
    const { name, text } = await source.csv();
    await save({ beside: placeToSave(), what: name, extension: 'csv', text });
  };
  const hear = async (message: FromPage): Promise<unknown> => {
    switch (message.kind) {
      case 'ready':
        tell({ kind: 'start', texts: usageTexts(), lang: vscode.env.language });
        days = message.days;
        return load();
      case 'load':
        days = message.days;
        return load();
      case 'more': {
        if (next === null) return undefined;
        const more = await source.more(next);
        next = more.next;
        return tell({ kind: 'more', ...more });
      }
      case 'receipt':
        return tell({ kind: 'receipt', receipt: await source.receipt(message.id), words: words.of(message.id) });
      case 'rate':
        await source.rate(message.id, message.rating, message.share ? words.of(message.id) : undefined);
        return tell({ kind: 'rated', id: message.id, shared: message.share });
      case 'csv':
        return saveCsv();
      case 'log':
        return vscode.commands.executeCommand('bioql.showLog');
      case 'remedy':
        if (remedy !== undefined) await follow(remedy);
        return load();
    }
  };
  const fail = (error: ServiceError) => {
    remedy = linkOf(failureOf(error.code).remedy);
    const title = remedy?.title ?? vscode.l10n.t('Retry');
    tell({ kind: 'failed', sentence: sentenceOf(error, readConfig()), remedy: title });
  };

  panel.webview.onDidReceiveMessage(async (message: FromPage) => {
    try {
      await hear(message);
    } catch (error) {
      if (gone.signal.aborted) return;
      if (!isServiceError(error)) throw error;
      fail(error);
    }
  });
  panel.onDidDispose(() => gone.abort());
  return panel;
}

const follow = ({ command, argument }: Link): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));

/** A short span does not hold the whole month, and then what the book knows counts. */
function summaryOf(spending: Spending, view: UsageView, now: Date): Summary {
  const { perDay } = readConfig().budget;
  const shown: Spending = { report: view, since: { day: '', cost: 0 } };
  const thisMonth = Math.max(spentThisMonth(shown, now), spentThisMonth(spending, now));
  return {
    balance: view.balance,
    today: spentToday(shown, now),
    thisMonth,
    ...(perDay !== undefined && { perDay }),
  };
}

/** In the first folder of the workspace, under our name. */
const placeToSave = (): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse('untitled:/'), 'bioql');

function createPanel(extensionUri: vscode.Uri): vscode.WebviewPanel {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const title = vscode.l10n.t('BioQL Usage');
  const panel = vscode.window.createWebviewPanel('bioql.usage', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [dist, media],
  });
  const { webview } = panel;
  panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
  webview.html = pageHtml({
    lang: displayLang(),
    nonce: randomBytes(16).toString('base64'),
    styles: ['run-panel.css', 'usage-panel.css'].map((name) =>
      webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString(),
    ),
    script: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'usage-panel.js')).toString(),
    cspSource: webview.cspSource,
  });
  return panel;
}
