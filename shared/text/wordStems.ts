/** Endings of Swedish and English words that bend, the longest first. */
const endings = (
  'heterna ningarna heten heter ningen ningar ernas arnas ornas arna erna orna ande ende aste ning ingen ingar ' +
  'ade are ast het ing dde ens ets ies er ar or en et an na te de tt ed es ly s a e n t'
).split(' ');

const leastStem = 4;

/**
 * A word in small letters without the ending that tells its forms apart, Swedish or English; never shorter than four
 * letters, so that it is rough: two words with the same stem are mostly, not always, forms of one.
 */
export function stemOf(word: string): string {
  const lower = word.normalize('NFC').toLowerCase();
  for (const ending of endings)
    if (lower.length - ending.length >= leastStem && lower.endsWith(ending))
      return lower.slice(0, -ending.length);
  return lower;
}

/** Words that hold sentences together and say nothing of what they are about. */
const small: ReadonlySet<string> = new Set(
  (
    'och att det den de dem du ni vi jag man han hon hen er ert era oss min mitt mina din ditt dina sin sitt sina vår vårt våra ' +
    'i på av för med till från om hos vid under över efter före innan när där här då nu sedan sen så som ' +
    'en ett är var varit vara blir blev bli har hade haft ha kan kunde kunnat ska skulle skall vill ville får fick fått ' +
    'gör gjorde göra gått går gick kom kommer inte ingen inget några någon något någonting annan annat andra alla allt ' +
    'hur vad vem vilka vilken vilket varför vars eller men utan också bara lite mer mest mycket många helt just ju nog väl ' +
    'finns fanns sig sitt samma varje själva ' +
    'the a an and or but of to in on at by for with from about as into than then that this these those it its is are was ' +
    'were be been being have has had do does did doing can could will would should may might must not no any some all ' +
    'how what who whom which when where why you your yours we our ours they their them he she him her his hers i me my ' +
    'there here more most very just so if one'
  ).split(' '),
);

/** Whether a word, in small letters, only holds a sentence together. */
export const isSmallWord = (word: string): boolean => small.has(word);
