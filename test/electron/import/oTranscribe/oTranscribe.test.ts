import { expect, test } from 'vitest';

import type { ImportChoices } from '../../../../shared/domain/importedTranscript.ts';
import { codes, readText, refusal, said } from '../../../support/importing.ts';
import { processorClock } from '../../../support/processorTime.ts';

const otr = (html: string, choices: ImportChoices = {}) =>
  readText(
    JSON.stringify({ text: html, media: 'fg1.mp3', 'media-time': 12 }),
    choices,
    'samtal.otr',
  );

const stamp = (seconds: number | string, shown = '0:00') =>
  `<span class="timestamp" contenteditable="false" data-timestamp="${seconds}">${shown}</span>`;

test('a stamp, a bold name and words in each paragraph', async () => {
  const parsed = await otr(
    `<p>${stamp(1.25)}&nbsp;<b>Karin:</b> Hej<br /></p><p>${stamp(61.2)} <b>Lars:</b> H&aring;ll &amp; <i>(skratt)</i> 3 &lt; 4<br></p><p><br></p><p>${stamp(3671)} <b>Karin:</b> Ja.</p>`,
  );
  expect(parsed.format).toBe('oTranscribe');
  expect(parsed.turns).toEqual([
    { speaker: 'Karin', startMs: 1250, endMs: null, text: 'Hej', line: null },
    {
      speaker: 'Lars',
      startMs: 61_200,
      endMs: null,
      text: 'Håll & (skratt) 3 < 4',
      line: null,
    },
    { speaker: 'Karin', startMs: 3_671_000, endMs: null, text: 'Ja.', line: null },
  ]);
  expect(parsed.warnings).toEqual([]);
});

test('stamps may stand after the name, at the end, alone on a line or inside the words', async () => {
  const afterName = await otr(
    `<p>Karin: ${stamp(5)} Hej.</p><p>Lars: ${stamp(7.5)}Hej ${stamp(8)}hej.</p><p>Karin: ${stamp(9)} Ja.</p>`,
  );
  expect(said(afterName)).toEqual(['Karin: Hej.', 'Lars: Hej hej.', 'Karin: Ja.']);
  expect(afterName.turns.map(({ startMs }) => startMs)).toEqual([5000, 7500, 9000]);
  expect(afterName.changes).toContainEqual({
    code: 'stampsInside',
    params: {},
    count: 1,
    lines: [],
  });
  const atEnd = await otr(
    `<p>I: Hej. ${stamp(5)}</p><p>B: Hej hej. ${stamp(7.5)}</p><p>I: Ja. ${stamp(9)}</p>`,
  );
  expect(atEnd.turns.map(({ endMs }) => endMs)).toEqual([5000, 7500, 9000]);
  const alone = await otr(
    `<div>${stamp(5)}</div><div>Karin: Hej.</div><div>${stamp(4)} ${stamp(8)}</div><div>Lars: Ja.</div><div>Karin: Ja.</div>`,
  );
  expect(alone.turns.map(({ startMs }) => startMs)).toEqual([5000, 8000, null]);
});

test('stamps stay where they stood when asked', async () => {
  const parsed = await otr(
    `<p>${stamp(5)} Karin: Hej ${stamp(61.2)} igen.</p><p>${stamp(70)} Lars: Ja.</p><p>Karin: Ja.</p>`,
    { keepTimeStamps: true },
  );
  expect(said(parsed)[0]).toBe('Karin: [00:00:05.000] Hej [00:01:01.200] igen.');
});

test('a stamp without its number is read as it is shown, and one that is none stays as text', async () => {
  const parsed = await otr(
    `<p><span class="timestamp">1:02</span> Karin: Hej.</p><p><span class="timestamp" data-timestamp="x">strax</span> efteråt.</p>`,
  );
  expect(parsed.turns[0]?.startMs).toBe(62_000);
  expect(said(parsed)).toEqual(['Karin: Hej.', 'strax efteråt.']);
});

test('scripts, handlers and pictures do nothing, and are told', async () => {
  const parsed = await otr(
    '<p onclick="x()">Hej<img src=x onerror=alert(1)><script>alert("<p>Nej</p>")</script> <a href="javascript:x()">på</a> dig<iframe src="https://example.org">nej</iframe><style>p{}</style><!-- nej --></p>',
  );
  expect(said(parsed)).toEqual(['Hej på dig']);
  expect(parsed.warnings).toContainEqual({
    code: 'htmlLeftOut',
    params: {},
    count: 3,
    lines: [],
  });
});

test('HTML alone, as older versions saved it, and the same under another name', async () => {
  const html = `<p>${stamp(5)} Karin: Hej.</p>\n<p>${stamp(8)} Lars: Ja.</p>`;
  expect(said(await readText(html, {}, 'gammal.otr'))).toEqual([
    'Karin: Hej.',
    'Lars: Ja.',
  ]);
  const named = await readText(JSON.stringify({ text: html }), {}, 'samtal.json');
  expect(named.format).toBe('oTranscribe');
  expect(codes(named.warnings)).toEqual(['otherFormat']);
});

test('what is no oTranscribe file is refused with the place', async () => {
  const cases = [
    ['{"text": "<p>Hej', 'import.jsonCutOff'],
    ['{"text": 5, "media": ""}', 'import.jsonWrong'],
    ['{"media": "fg1.mp3"}', 'import.jsonWrong'],
    ['{"text": "<p><br></p>"}', 'import.onlySpace'],
  ] as const;
  for (const [text, code] of cases)
    expect(await refusal(readText(text, {}, 'samtal.otr'))).toMatchObject({
      code,
      file: 'samtal.otr',
    });
});

test('elements inside one another to any depth, and stamps in any number, take no time', async () => {
  const worked = processorClock();
  for (const html of [
    `${'<b>'.repeat(100_000)}Hej`,
    `${'<b a=1><p>'.repeat(50_000)}Hej`,
    `${'<span class="timestamp">'.repeat(100_000)}Hej`,
    `Hej ${stamp(5).repeat(20_000)} då`,
    `<script>${'<!--<script>'.repeat(50_000)}`,
  ])
    await otr(`<p>Början</p>${html}`);
  expect(worked()).toBeLessThan(8000);
});
