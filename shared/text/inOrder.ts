/** Names in the order in which a Swedish reader looks for them: å after z, P2 before P10. */
export const byName = new Intl.Collator('sv', { numeric: true }).compare;
