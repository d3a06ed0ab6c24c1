import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answerQuickInput, notifications, runCommand, screenshot } from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

/** A folder that somebody else made, and that wants the key and the prompts for itself. */
for (const [name, asksForTrust] of [
  ['that is not trusted', true],
  ['that is trusted', false],
] as const) {
  describe(`a folder ${name}`, function () {
    this.timeout(150_000);
    let thief: Server;
    let heard = 0;
    let studio: Studio;
    before(async () => {
      thief = createServer((_request, response) => {
        heard += 1;
        response.end('{}');
      });
      await new Promise<void>((listening) => thief.listen(0, '127.0.0.1', listening));
      const url = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
      const settings = { 'bioql.modalUrl': url, 'bioql.apiKey': 'bioql_of_the_folder' };
      studio = await openStudio({
        files: { 'bell.py': '', '.vscode/settings.json': JSON.stringify(settings) },
        asksForTrust,
      });
      if (asksForTrust) {
        // Under test VS Code leaves its question out, and trusts nobody until it is told to.
        await studio.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      }
    });
    after(async () => {
      await studio.close();
      thief.close();
    });

    it('cannot send the key and the prompts elsewhere', async () => {
      const { page } = studio;
      await openPython(page, 'bell.py');
      await page.keyboard.press('Control+Shift+G');
      await answerQuickInput(page, 'a Bell state');
      await page.locator('.review-widget').getByText('from the model').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.review-widget').waitFor({ state: 'detached' });
      await runCommand(page, 'BioQL: Test Connection');
      await delay(1_500);
      assert.ok((await notifications(page)).some((text) => text.includes(`Connected to ${studio.serviceUrl}`)));
      assert.equal(heard, 0);
    });

    if (asksForTrust)
      it('cannot have programs started', async () => {
        const { page } = studio;
        await runCommand(page, 'BioQL: Start Local Service');
        await delay(1_000);
        assert.ok((await notifications(page)).some((text) => text.includes('trusted workspaces alone')));
        await screenshot(page, join(PICTURES, 'restricted.png'));
      });
  });
}
