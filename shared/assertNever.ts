/** Makes a forgotten case of a union a compile error; throws if data from outside brings one anyway. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
