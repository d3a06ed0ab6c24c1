import * as vscode from 'vscode';
import { readConfig } from './config.ts';
import { withoutSecrets } from './core/without-secrets.ts';
import type { Credentials } from './credentials.ts';
import { answersAt } from './local-service/probe.ts';
import type { ServiceState } from './local-service/supervisor.ts';
import type { Meter } from './meter.ts';

export interface DiagnosticsParts {
  readonly extension: vscode.Extension<unknown>;
  readonly credentials: Credentials;
  readonly meter: Meter;
  readonly localService: ServiceState;
}

/** Puts on the clipboard what a report of a problem needs: no code, no prompt, no key. */
export async function copyDiagnostics(parts: DiagnosticsParts): Promise<void> {
  await vscode.env.clipboard.writeText(await diagnosticsText(parts));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The diagnostics are on the clipboard: no code and no key is in them.'),
  );
}

async function diagnosticsText({ extension, credentials, meter, localService }: DiagnosticsParts): Promise<string> {
  const { version, contributes } = extension.packageJSON;
  const { service } = readConfig();
  const settings = vscode.workspace.getConfiguration();
  const names = Object.keys(contributes.configuration.properties).filter((name) => name !== 'bioql.apiKey');
  const up = service.state === 'usable' ? await answersAt(service.url, AbortSignal.timeout(3_000)) : undefined;
  const failures = meter
    .recentFailures()
    .map(({ at, code, requestId }) => `- ${[at.toISOString(), code, requestId].filter(Boolean).join(' ')}`);
  return [
    `BioQL Assistant ${version}`,
    `VS Code ${vscode.version} (${vscode.env.appHost}, ${vscode.env.remoteName ?? 'not remote'}), ${process.platform} ${process.arch}, Node ${process.versions.node}, language ${vscode.env.language}`,
    `Workspace: ${vscode.workspace.isTrusted ? 'trusted' : 'restricted'}`,
    `API key: ${await credentials.kind()}`,
    `Service: ${service.state}${up === undefined ? '' : up ? ', answers' : ', does not answer'}; started here: ${localService.kind}`,
    'Settings:',
    ...names.map((name) => `- ${name}: ${withoutSecrets(JSON.stringify(settings.get(name)))}`),
    'Last failures:',
    ...(failures.length > 0 ? failures : ['- none']),
    '',
  ].join('\n');
}
