import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Meter } from '../meter.ts';
import { addressHere } from './address-here.ts';
import { chooseServiceFolder, knownServiceFolder, type ServiceFolder } from './folder.ts';
import { launchService } from './launch.ts';
import { askForTrust, sayFailed, sayNotInstalled, sayRunning, sayStopped, textOf, underProgress } from './messages.ts';
import { answersAt } from './probe.ts';
import { createSupervisor, type ServiceState } from './supervisor.ts';

/** The service on this computer, as this window runs it. */
export interface LocalService extends vscode.Disposable {
  /** A person's wish: asks for what is missing, and says how it went. */
  start(): Promise<void>;
  /** A request's need, in local mode: starts what can be started without asking, and says nothing. */
  startWhenNeeded(): Promise<void>;
  stop(): Promise<void>;
  state(): ServiceState;
}

/** A service that another window or a terminal started is not looked for again within this time. */
const TRUST_MS = 10_000;

export function createLocalService(memory: vscode.Memento, meter: Meter): LocalService {
  const log = vscode.window.createOutputChannel('BioQL Service', { log: true });
  let folder: LaunchableFolder | undefined;
  let seenAt = Number.NEGATIVE_INFINITY;
  let toldOfFailure = false;
  const forever = new AbortController();
  const supervisor = createSupervisor({
    launch() {
      const { hostname, port } = new URL(addressHere());
      const { path, node } = folder as LaunchableFolder;
      log.info(vscode.l10n.t('Starting the service in {0}', path));
      const host = hostname.replace(/^\[|\]$/g, '');
      return launchService({ folder: path, node, host, port: port || '80', line: (text) => log.info(text) });
    },
    changed(state) {
      log.info(textOf(state));
      meter.serviceBecame(state.kind);
      if (state.kind !== 'failed' || toldOfFailure) return;
      toldOfFailure = true;
      void sayFailed(state.reason, log);
    },
    delay: (ms, signal) => delay(ms, undefined, { signal }),
    now: () => performance.now(),
  });

  const isUp = async () => {
    if (supervisor.state().kind === 'running' || performance.now() - seenAt < TRUST_MS) return true;
    if (!(await answersAt(addressHere(), forever.signal))) return false;
    seenAt = performance.now();
    meter.serviceBecame('running');
    return true;
  };
  const launchable = (found: ServiceFolder | undefined): found is LaunchableFolder => {
    if (found?.node === undefined) return false;
    folder = found as LaunchableFolder;
    return true;
  };
  return {
    state: supervisor.state,
    async startWhenNeeded() {
      const { kind } = supervisor.state();
      if (!vscode.workspace.isTrusted || kind === 'failed' || (await isUp())) return;
      if (launchable(folder ?? (await knownServiceFolder(memory)))) await supervisor.start();
    },
    async start() {
      if (!vscode.workspace.isTrusted) return askForTrust();
      toldOfFailure = false;
      if (!(await isUp())) {
        const found = (await knownServiceFolder(memory)) ?? (await chooseServiceFolder(memory));
        if (found === undefined) return;
        if (!launchable(found)) return sayNotInstalled(found);
        const started = await underProgress(() => supervisor.start(), supervisor.stop);
        if (started.kind !== 'running') return;
      }
      await sayRunning();
    },
    async stop() {
      const { kind } = supervisor.state();
      seenAt = Number.NEGATIVE_INFINITY;
      await supervisor.stop();
      sayStopped(kind === 'running' || kind === 'starting' || kind === 'resting');
    },
    dispose() {
      forever.abort();
      void supervisor.stop();
      log.dispose();
    },
  };
}

type LaunchableFolder = ServiceFolder & { readonly node: string };
