import { Lightbulb, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './Nudge.css';

export interface NudgeAction {
  readonly words: string;
  readonly onAction: () => void;
}

export interface NudgeProps {
  /** For the field's describedBy. */
  readonly id?: string;
  /** look: worth a look; against: against the method; stops: stops an export. Said by shape and by severityLabel. */
  readonly severity?: 'look' | 'against' | 'stops';
  readonly severityLabel?: string;
  readonly children: ReactNode;
  readonly actions?: readonly NudgeAction[];
  /** Small and last: "Regel C05". */
  readonly rule?: string;
}

const drawings = { look: Lightbulb, against: TriangleAlert, stops: OctagonAlert };

/** A question the app asks, under the field it concerns. Never takes focus. */
export function Nudge(props: NudgeProps) {
  const { id, severity = 'look', severityLabel, children, actions = [], rule } = props;
  return (
    <div className="nudge" id={id}>
      <Icon of={drawings[severity]} />
      <div className="nudge-body">
        <p>
          {severityLabel && <span className="visually-hidden">{severityLabel}: </span>}
          {children}
        </p>
        {(actions.length > 0 || rule) && (
          <p className="nudge-actions">
            {actions.map((action) => (
              <Button key={action.words} kind="link" onPress={action.onAction}>
                {action.words}
              </Button>
            ))}
            {rule && <span className="nudge-rule">{rule}</span>}
          </p>
        )}
      </div>
    </div>
  );
}
