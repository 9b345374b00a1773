const syncServices: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^(google ?drive|googledrive-.+|my drive|min enhet)$/i, 'Google Drive'],
];

/** The service that syncs the folder of this path, by the folder names those services use; null if none. */
export function syncServiceOf(path: string): string | null {
  for (const part of path.split(/[\\/]/).slice(0, -1)) {
    const service = syncServices.find(([pattern]) => pattern.test(part));
    if (service) return service[1];
  }
  return null;
}
