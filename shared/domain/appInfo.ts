export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  readonly systemLanguage: 'sv' | 'en';
  /** False in a browser: open and save dialogs are then the app's own (rulings 22). */
  readonly hasNativeDialogs: boolean;
  readonly documentsFolder: string;
  readonly dataFolder: string;
  /** Worked example is at hand. */
  readonly hasExample: boolean;
}

export interface Stats {
  readonly transcripts: number;
  readonly turns: number;
  readonly words: number;
  readonly speakers: number;
  readonly participants: number;
  readonly units: number;
  readonly retired: number;
  readonly spans: number;
  readonly condensed: number;
  readonly coded: number;
  readonly codes: number;
  readonly unplacedCodes: number;
  readonly categories: number;
  readonly themes: number;
  readonly setAside: number;
  readonly toReview: number;
  readonly steps: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
  readonly bytes: number;
  readonly changedAt: string;
}

export interface Backup {
  readonly id: string;
  readonly title: string;
  readonly madeAt: string;
  readonly bytes: number;
  readonly reason: 'schedule' | 'migration' | 'restore' | 'takeOver' | 'asked';
}
