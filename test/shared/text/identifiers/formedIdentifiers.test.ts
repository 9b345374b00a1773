import { describe, expect, test } from 'vitest';

import { formedIdentifiers } from '../../../../shared/text/identifiers/formedIdentifiers.ts';

const found = (text: string) =>
  formedIdentifiers(text).map(
    ({ kind, start, end, certainty }) =>
      `${kind}/${certainty}: ${text.slice(start, end)}`,
  );

describe('found by their form', () => {
  test.each([
    ['Hon har 121212-1212, tror jag.', ['personalNumber/sure: 121212-1212']],
    ['Numret är 19121212-1212.', ['personalNumber/sure: 19121212-1212']],
    ['121212 - 1212, med mellanslag', ['personalNumber/sure: 121212 - 1212']],
    ['121212\u20111212', ['personalNumber/sure: 121212\u20111212']],
    ['1912-12-12-1212', ['personalNumber/sure: 1912-12-12-1212']],
    ['12 12 12 1212 läste hon upp', ['personalNumber/sure: 12 12 12 1212']],
    ['pnr:121212-1212.', ['personalNumber/sure: 121212-1212']],
    ['reservnumret 121212-T121', ['personalNumber/likely: 121212-T121']],
    ['fel siffra i 121212-1213', ['personalNumber/likely: 121212-1213']],
    ['på 070.174.06.05', ['phone/sure: 070.174.06.05']],
    ['0046-70-174 06 05', ['phone/sure: 0046-70-174 06 05']],
    ['växeln (031) 390 06 07', ['phone/likely: (031) 390 06 07']],
    ['eva (at) exempel.se', ['email/likely: eva (at) exempel.se']],
    ['eva snabel-a exempel punkt se', ['email/likely: eva snabel-a exempel punkt se']],
    ['heter @eva_påhitt där', ['url/likely: @eva_påhitt']],
    ['12345 Påhittby', ['postcode/likely: 12345 Påhittby']],
    ['bilen ABC 12A', ['registration/likely: ABC 12A']],
    ['Ring 070-174 06 05 efter fem.', ['phone/sure: 070-174 06 05']],
    ['på 0701740605', ['phone/sure: 0701740605']],
    ['+46 70 174 06 05 går också', ['phone/sure: +46 70 174 06 05']],
    ['0046 (0)70 174 06 05', ['phone/sure: 0046 (0)70 174 06 05']],
    ['växeln 08-465 004 22, säger hon', ['phone/sure: 08-465 004 22']],
    ['växeln 031-390 06 07', ['phone/sure: 031-390 06 07']],
    ['skriv till eva.lind@exempel.se.', ['email/sure: eva.lind@exempel.se']],
    ['åsa_ö@påhitt.example', ['email/sure: åsa_ö@påhitt.example']],
    ['se https://exempel.se/om?x=1.', ['url/sure: https://exempel.se/om?x=1']],
    ['gå in på www.exempel.nu, där', ['url/sure: www.exempel.nu']],
    ['på påhittsföreningen.se står det', ['url/sure: påhittsföreningen.se']],
    ['Boxen har 123 45 Påhittby.', ['postcode/sure: 123 45 Påhittby']],
    ['S-123 45 Påhittby', ['postcode/sure: S-123 45 Påhittby']],
    ['nummer 123 45, minns jag', ['postcode/likely: 123 45']],
    ['bilen, ABC123, stod kvar', ['registration/sure: ABC123']],
    ['bilen ABC 12D stod kvar', ['registration/likely: ABC 12D']],
    ['på Kålrotsvägen 14 B bodde vi', ['address/sure: Kålrotsvägen 14 B']],
    ['Storgatan 3', ['address/sure: Storgatan 3']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'Det var 2012-2013 och sedan 2015.',
    'klockan 08.30-09.45 på tisdagar',
    '2026-03-04 2026, och 12.12.2012',
    '1212121213 adderar inte upp',
    'hela @ och @@ och @ 3',
    '121372-1212 är ingen dag',
    '100 000 000 kronor, eller 25 000',
    '12 000 000',
    'det tog 100 20 000 gånger',
    'ungefär 50 procent, 123 45 %',
    '0,75 och 08 ibland',
    'SIP 2019 och LSS 1993',
    'kolla med henne@ sedan',
    'och så.sedan kom hon',
    'vägen 14 mil bort, gatan',
    'IQ 123 är högt, VIQ123',
    'Möte nr 1234567890123456',
    'ISBN 978-91-44-00000-0',
    'Ett två tre.',
  ])('but not in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('each has its own place', () => {
    expect(found('Eva, 070-174 06 05, eva@exempel.se, www.exempel.se')).toEqual([
      'phone/sure: 070-174 06 05',
      'email/sure: eva@exempel.se',
      'url/sure: www.exempel.se',
    ]);
  });
});
