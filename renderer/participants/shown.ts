import type { UsedAttribute } from '../../shared/domain/attribute.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';

/** The dialog that lies over the participants. */
export type Shown =
  | { readonly kind: 'attribute'; readonly attribute: UsedAttribute | null }
  | { readonly kind: 'merge'; readonly attribute: UsedAttribute }
  | { readonly kind: 'withdraw'; readonly participantId: ParticipantId }
  | { readonly kind: 'forget'; readonly participantId: ParticipantId }
  | { readonly kind: 'import'; readonly source: File | string };
