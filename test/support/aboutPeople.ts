import { addAttribute } from '../../electron/project/people/attributes.ts';
import {
  recordConsent,
  withdrawConsent,
} from '../../electron/project/people/consents.ts';
import { fillParticipants } from '../../electron/project/people/fillParticipants.ts';
import type { WritableProject } from '../../electron/project/handle.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';

/** Attributes of several types, a value that does not fit, and consents of both kinds. */
export function describePeople(
  project: WritableProject,
  participants: readonly ParticipantId[],
): void {
  const [one, two] = participants;
  const role = addAttribute(project, {
    name: 'Roll',
    type: 'choice',
    allowed: ['anhörig', 'egen SIP'],
  }).id;
  const age = addAttribute(project, { name: 'Ålder', type: 'number', allowed: [] }).id;
  fillParticipants(project, {
    newAttributes: [],
    isAllowing: false,
    rows: [
      {
        participantId: one!,
        cells: [
          { attributeId: role, value: 'anhörig' },
          { attributeId: age, value: '34' },
        ],
      },
      {
        participantId: two!,
        cells: [
          { attributeId: role, value: 'granne' },
          { attributeId: age, value: 'runt 50' },
        ],
      },
    ],
  });
  recordConsent(project, {
    participantIds: [one!, two!],
    status: 'given',
    informationVersion: '2',
    date: '2026-01-15',
    mayQuote: true,
  });
  withdrawConsent(project, {
    participantId: two!,
    date: '2026-03-01',
    reason: 'vill inte längre',
  });
}
