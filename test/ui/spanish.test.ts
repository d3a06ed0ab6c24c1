import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  answerQuickInput,
  goToLine,
  runCommand,
  screenshot,
  waitForEditorText,
  webview,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

describe('a person whose VS Code speaks Spanish', function () {
  this.timeout(150_000);
  let studio: Studio;
  before(async () => {
    studio = await openStudio({
      files: { 'bell.py': '', 'mal.py': 'from bioql import quantum\n\nr = quantum("Creat Bell state", shots=0)\n' },
      language: 'es',
      settings: { 'workbench.welcomePage.walkthroughs.openOnInstall': true },
    });
    await openPython(studio.page, 'bell.py');
  });
  after(() => studio.close());

  it('generates', async () => {
    const { page } = studio;
    await page.keyboard.press('Control+Shift+G');
    await page.locator('.quick-input-widget:visible', { hasText: '¿Qué debe hacer el programa?' }).waitFor();
    await answerQuickInput(page, 'un estado de Bell en el simulador con 200 mediciones');
    const preview = page.locator('.review-widget');
    await preview.getByText('del modelo').waitFor();
    await preview.getByText('Estado de Bell').first().waitFor();
    await preview.getByText('acepta, Escape descarta').waitFor();
    await screenshot(page, join(PICTURES, 'spanish-preview.png'));
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("Create Bell state", backend="simulator", shots=200)');
  });

  it('runs and explains, by the lens', async () => {
    const { page } = studio;
    await page.locator('.codelens-decoration a', { hasText: 'Ejecutar en el simulador' }).first().click();
    await webview(page).getByRole('heading', { name: 'Estado de Bell' }).waitFor();
    await page.keyboard.press('Control+1');
    await page.locator('.codelens-decoration a', { hasText: 'Explicar' }).first().click();
    await page.locator('.tab', { hasText: 'Estado de Bell.md' }).waitFor();
    await screenshot(page, join(PICTURES, 'spanish-run.png'));
  });

  it('sees what is wrong', async () => {
    const { page } = studio;
    await page.keyboard.press('Control+1');
    await openPython(page, 'mal.py');
    await page.locator('.squiggly-error').first().waitFor();
    await goToLine(page, 3, 16);
    await page.keyboard.press('F8');
    await page
      .locator('.zone-widget, .peekview-widget')
      .getByText(/Quiz|¿|no se entiende|programa/)
      .first()
      .waitFor();
    await screenshot(page, join(PICTURES, 'spanish-problem.png'));
    await page.keyboard.press('Escape');
  });

  it('finds its commands by their Spanish names', async () => {
    const { page } = studio;
    await openPython(page, 'bell.py');
    await runCommand(page, 'BioQL: Configurar la clave de API');
    const box = page.locator('.quick-input-widget:visible', { hasText: 'almacén de secretos' });
    await box.waitFor();
    await page.keyboard.press('Escape');
  });

  it('is led by the walkthrough', async () => {
    const { page } = studio;
    await page.locator('.tab', { hasText: /Welcome|Walkthrough/ }).click();
    const titles = page.locator('.gettingStartedContainer .step-title');
    await titles.first().waitFor();
    assert.equal(await titles.first().innerText(), 'Conecte con el servicio');
    await screenshot(page, join(PICTURES, 'spanish-walkthrough.png'));
  });
});
