import { useMemo } from 'react';

import type { AttributeId, ParticipantId } from '../../shared/domain/ids.ts';
import { useApi } from '../api.ts';
import type { Person } from './peopleColumns.ts';

const nothing: readonly never[] = [];

/** Everybody with attributes and consent, in the order of pseudonyms. */
export function usePeople() {
  const participants = useApi('participants.list', {});
  const attributes = useApi('attributes.list', {}).data ?? nothing;
  const values = useApi('attributes.values', {}).data ?? nothing;
  const consents = useApi('consents.list', {}).data ?? nothing;
  const rows = participants.data ?? nothing;
  const people = useMemo((): readonly Person[] => {
    const valuesOf = new Map<ParticipantId, Map<AttributeId, string>>();
    for (const { participantId, attributeId, value } of values) {
      const own = valuesOf.get(participantId) ?? new Map<AttributeId, string>();
      valuesOf.set(participantId, own.set(attributeId, value));
    }
    const consentOf = new Map(consents.map((one) => [one.participantId, one]));
    return rows.map((row) => ({
      ...row,
      values: valuesOf.get(row.id) ?? new Map<AttributeId, string>(),
      consent: consentOf.get(row.id),
    }));
  }, [rows, values, consents]);
  return {
    people,
    attributes,
    problem: participants.problem,
    isRead: participants.data !== undefined,
  };
}
