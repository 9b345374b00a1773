import { useState } from 'react';

import {
  attributeTypes,
  type AttributeType,
  type UsedAttribute,
} from '../../shared/domain/attribute.ts';
import { useAct } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';

interface Props {
  /** Null for a new one. */
  readonly attribute: UsedAttribute | null;
  readonly onClose: () => void;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a choice allows at first: its own list, else what participants have. */
const allowedOf = (attribute: UsedAttribute | null) =>
  attribute?.type === 'choice'
    ? attribute.allowed
    : (attribute?.used ?? []).map(({ value }) => value);

const beginningOf = (attribute: UsedAttribute | null) => ({
  name: attribute?.name ?? '',
  type: attribute?.type ?? ('text' as const),
  allowed: allowedOf(attribute).join('\n'),
});

/** Name, type and allowed values of an attribute, new or not, in one step. */
export function AttributeDialog({ attribute, onClose }: Props) {
  const { say } = useWords();
  const add = useAct('attributes.add');
  const describe = useAct('attributes.describe');
  const [begun] = useState(() => beginningOf(attribute));
  const [name, setName] = useState(begun.name);
  const [type, setType] = useState<AttributeType>(begun.type);
  const [allowed, setAllowed] = useState(begun.allowed);
  const problem = add.problem ?? describe.problem;
  const save = () => {
    const shape = { name, type, allowed: type === 'choice' ? linesOf(allowed) : [] };
    const saved = attribute
      ? describe.act({ attributeId: attribute.id, ...shape })
      : add.act(shape);
    void saved.then(onClose).catch(() => {});
  };
  const canSave = name.trim() !== '';
  return (
    <Dialog
      title={
        attribute
          ? say('people.attribute.title', { name: attribute.name })
          : say('people.attribute.new')
      }
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('people.cancel')}</Button>
          <Button kind="primary" isDisabled={!canSave} onPress={save}>
            {say(attribute ? 'people.attribute.save' : 'people.attribute.add')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('people.attribute.name')}
        hint={say('people.attribute.name.hint')}
        value={begun.name}
        autoFocus
        error={problem && sayProblem(say, problem)}
        onDraft={setName}
        onCommit={setName}
        onEnter={() => canSave && save()}
      />
      <Select<AttributeType>
        label={say('people.type')}
        value={type}
        onChange={setType}
        choices={attributeTypes.map((value) => ({
          value,
          words: say(`people.type.${value}`),
        }))}
      />
      {type === 'choice' && (
        <TextArea
          label={say('people.attribute.allowed')}
          hint={say('people.attribute.allowed.hint')}
          rows={6}
          value={begun.allowed}
          onDraft={setAllowed}
          onCommit={setAllowed}
        />
      )}
    </Dialog>
  );
}
