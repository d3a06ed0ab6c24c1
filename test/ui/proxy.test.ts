import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as forward, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { notifications, runCommand } from '../vscode-host/person.ts';
import { selfSigned } from '../vscode-host/self-signed.ts';
import { openPython, openStudio, type Studio } from './studio.ts';

const HOST = 'bioql.example';

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

describe('a service behind a proxy, with a certificate of its own authority', function () {
  this.timeout(150_000);
  const folder = mkdtempSync(join(tmpdir(), 'bioql-proxy-'));
  const connections: string[] = [];
  let serviceUrl = '';
  let secure: Server;
  let proxy: Server;
  let studio: Studio;

  before(async () => {
    const certificate = selfSigned(HOST);
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, certificate.cert);
    // What stands for the server in the internet hands everything to the service of the test.
    secure = createSecureServer(certificate, (asked, answer) => {
      const to = forward(serviceUrl + asked.url, {
        method: asked.method,
        headers: { ...asked.headers, host: '127.0.0.1' },
      });
      to.on('response', (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      asked.pipe(to);
    });
    const port = await listening(secure);
    proxy = createServer((_asked, answer) => answer.writeHead(502).end());
    proxy.on('connect', (asked, socket) => {
      connections.push(asked.url ?? '');
      const tunnel = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        tunnel.pipe(socket).pipe(tunnel);
      });
      tunnel.on('error', () => socket.destroy());
      socket.on('error', () => tunnel.destroy());
    });
    studio = await openStudio({
      files: { 'bell.py': '' },
      settings: {
        'bioql.modalUrl': `https://${HOST}`,
        'http.proxy': `http://127.0.0.1:${await listening(proxy)}`,
      },
      env: { NODE_EXTRA_CA_CERTS: authority },
    });
    serviceUrl = studio.serviceUrl;
  });
  after(async () => {
    await studio.close();
    secure.close();
    proxy.close();
    rmSync(folder, { recursive: true });
  });

  it('is reached as the settings of VS Code say', async () => {
    const { page } = studio;
    await openPython(page, 'bell.py');
    await runCommand(page, 'BioQL: Set API Key');
    await page.locator('.quick-input-widget:visible input[type=password]').fill('bioql_test_870ce7ae');
    await page.keyboard.press('Enter');
    await delay(4_000);
    const told = await notifications(page);
    assert.ok(
      told.some((text) => text.includes(`Connected to https://${HOST}`)),
      told.join('\n'),
    );
    assert.ok(connections.includes(`${HOST}:443`), 'through the proxy, which other parts of VS Code use, too');
  });
});
