import { create } from 'zustand';

import type { TurnId } from '../../../shared/domain/ids.ts';
import type { TurnsMeant } from './turnMeant.ts';

/** What is asked before turns are changed. */
export type TurnQuestion =
  | { readonly kind: 'split'; readonly meant: TurnsMeant }
  | { readonly kind: 'speaker'; readonly meant: TurnsMeant }
  | { readonly kind: 'remove'; readonly meant: TurnsMeant }
  | {
      readonly kind: 'insert';
      /** First in the transcript when null. */
      readonly after: TurnId | null;
      /** The ordinal that the new turn gets. */
      readonly ordinal: number;
      readonly where: 'before' | 'after';
      readonly label: string;
    };

export const useTurnQuestion = create<{ readonly asked: TurnQuestion | null }>(() => ({
  asked: null,
}));

export const askAboutTurn = (asked: TurnQuestion | null): void =>
  useTurnQuestion.setState({ asked });
