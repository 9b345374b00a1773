import { expect, test } from '../support/browserApp.ts';
import {
  boxOf,
  dragOver,
  goToText,
  openStudy,
  transcriptText,
  unitTexts,
} from '../support/focusGroup.ts';

const family = '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}';
const flag = '\u{1F1F8}\u{1F1EA}';

test('A mark never takes a character apart: emoji, flags, letters with marks of their own', async ({
  app,
  page,
}) => {
  const said = [
    ['P1', `Vi var hela familjen ${family} där. Sen kom de ${flag} hem.`],
    ['P2', 'Det stod e\u0301tage\u0331 pa\u030A do\u0308rren\u0323 och sen n\u0303.'],
  ] as const;
  const transcript = await openStudy(app, said);
  await goToText(page);
  const { turns } = transcript;

  // By keys, character by character from both sides of the family.
  const root = transcriptText(page);
  for (const [turn, text] of turns.map(
    ({ text: words }, index) => [index, words] as const,
  )) {
    const borders = new Set(
      [...new Intl.Segmenter('sv').segment(text)].flatMap(({ index, segment }) => [
        index,
        index + segment.length,
      ]),
    );
    for (const start of [...text].keys()) {
      const end = Math.min(text.length, start + 5);
      const units = await root.evaluate(
        (element, [ordinal, from, to]) => {
          // As a script or an assistive technology may select: anywhere, also inside a character.
          const lines = element.querySelectorAll(`[data-turn="${ordinal}"] [data-at]`);
          const walker = document.createTreeWalker(lines[0]!, NodeFilter.SHOW_TEXT);
          const node = walker.nextNode()!;
          const length = node.nodeValue!.length;
          document
            .getSelection()!
            .setBaseAndExtent(node, Math.min(from, length), node, Math.min(to, length));
          return length;
        },
        [turn, start, end] as const,
      );
      expect(units).toBeGreaterThan(0);
      if (start % 7 !== 0) continue;
      await page.keyboard.press('m');
      const condensation = page.getByRole('textbox', { name: 'Kondensering' });
      await expect(condensation).toBeFocused();
      await page.keyboard.press('Control+Enter');
      await expect(root).toBeFocused();
      const marked = await app.call('meaningUnits.ofTranscript', {
        transcriptId: transcript.id,
      });
      for (const { spans } of marked)
        for (const [ordinal, from, to] of spans) {
          if (ordinal !== turn) continue;
          expect(borders.has(from), `${from} in turn ${turn}`).toBe(true);
          expect(borders.has(to), `${to} in turn ${turn}`).toBe(true);
        }
      await page.keyboard.press('Control+z');
    }
  }
});

test('Words that run from right to left are marked as they were dragged over', async ({
  app,
  page,
}) => {
  const hebrew = 'שלום לכולם';
  const transcript = await openStudy(app, [
    ['P1', `Hon sa ${hebrew} och gick hem sen.`],
    ['P2', 'Ja.'],
  ]);
  await goToText(page);
  await dragOver(page, 'Hon sa', 'och gick');
  await page.keyboard.press('m');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual([`Hon sa ${hebrew} och gick`]);
  await expect(page.getByRole('textbox', { name: /^Kondensering/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(transcriptText(page)).toBeFocused();
  const word = await boxOf(page, 'שלום');
  await page.mouse.dblclick(word.left + 8, word.middle);
  await page.keyboard.press('m');
  await expect
    .poll(async () => (await unitTexts(app, transcript.id)).at(-1))
    .toBe('שלום');
});

test('Nothing that is typed, pasted, dropped or composed changes the words', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);
  const root = transcriptText(page);
  const before = await root.textContent();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('qwz 12 åäö ', { delay: 5 });
  for (const key of [
    'Backspace',
    'Control+Backspace',
    'Control+b',
    'Control+x',
    'Shift+Enter',
  ])
    await page.keyboard.press(key);
  await page.evaluate(() => document.execCommand('insertText', false, 'inskott'));
  await root.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'inklistrat');
    const event = { clipboardData: data, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', event));
    element.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', {
    text: 'にほん',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await devtools.send('Input.insertText', { text: '日本' });
  await page.waitForTimeout(300);
  expect(await root.textContent()).toBe(before);
  const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
  expect(turns.map(({ text }) => text)).toEqual(transcript.turns.map(({ text }) => text));
  // And it still answers.
  await root.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('m');
  await expect.poll(async () => (await unitTexts(app, transcript.id)).length).toBe(1);
});
