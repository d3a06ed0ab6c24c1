import { answerQuickInput, waitForEditorText, waitForStatusBarText } from '../vscode-host/person.ts';
import { openPython, openStudio, type Studio } from './studio.ts';

describe('template mode', function () {
  this.timeout(120_000);
  let studio: Studio;
  before(async () => {
    studio = await openStudio({ files: { 'bell.py': '' }, settings: { 'bioql.mode': 'template' } });
    await studio.stopService();
  });
  after(() => studio.close());

  it('answers without a service, for nothing', async () => {
    const { page } = studio;
    await openPython(page, 'bell.py');
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'un estado de Bell en IonQ');
    await page.locator('.review-widget').getByText('from a template ·').waitFor();
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("Create Bell state", backend="ionq_qpu"');
    await waitForStatusBarText(page, '$0');
  });
});
