const declaration =
  /^\s{0,100}<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][\w.-]{1,30})["']/;

/**
 * The encoding that an XML file declares itself to be in, by the name that browsers know it by (ISO-8859-1 is read as
 * windows-1252, which has all of it); null where there is none, or where it is a Unicode one and has been tried already.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  const declared = declaration.exec(head)?.[1];
  if (declared === undefined) return null;
  try {
    const { encoding } = new TextDecoder(declared);
    return encoding.startsWith('utf-') ? null : encoding;
  } catch {
    return null;
  }
}
