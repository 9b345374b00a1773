import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react';

import { type FindState, findWays, useFindState } from '../../findState.ts';
import { useCommands } from '../../keys/commands.ts';
import { keysOf } from '../../keys/keymap.ts';
import { openSearch } from '../../searchState.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { given } from '../../ui/given.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { sayNumber, useWords } from '../../words.ts';
import { caretNow, focusText, useCaret } from '../caret.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { comparePoints } from '../spansOfSelection.ts';
import {
  firstFrom,
  goToFound,
  openFind,
  placesInTranscript,
  placesOfPattern,
  useFound,
  walkFound,
  withAllEndings,
} from './foundPlaces.ts';
import './find.css';

const restBeforeAsking = 150;

/** Finds what is typed in the transcript as it stands, and again when its words are corrected. */
function useFinding(open: OpenTranscript): void {
  const find = useFindState();
  const later = useDeferredValue(find);
  const { transcript } = open;
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  const { isOpen, text, way, fold, onlyParticipants } = later;
  useEffect(() => {
    const show = (found: Awaited<ReturnType<typeof placesOfPattern>>) =>
      useFound.setState({ ...found, at: standingAt(found.places) });
    const finding = { text, way, fold, onlyParticipants };
    const isLooking = isOpen && text.trim() !== '';
    if (!isLooking || way !== 'pattern') {
      const places = isLooking ? placesInTranscript(latest.current, finding) : [];
      show({ places, problem: null, isCut: false });
      return undefined;
    }
    let isLatest = true;
    const timer = setTimeout(() => {
      void placesOfPattern(latest.current, finding).then((found) => {
        if (isLatest) show(found);
      });
    }, restBeforeAsking);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [transcript, isOpen, text, way, fold, onlyParticipants]);
  useEffect(
    () => () => useFound.setState({ places: [], problem: null, isCut: false, at: null }),
    [],
  );
  useEffect(
    () =>
      useCaret.subscribe(({ selection }, before) => {
        if (selection === before.selection) return;
        const found = useFound.getState();
        const at = standingAt(found.places);
        if (at !== found.at) useFound.setState({ at });
      }),
    [],
  );
}

/** The hit whose words are selected just now. */
function standingAt(places: ReturnType<typeof placesInTranscript>): number | null {
  const { selection } = useCaret.getState();
  if (!selection) return null;
  const at = places.findIndex(
    ({ turn, start }) => comparePoints({ turn, at: start }, selection.from) === 0,
  );
  return at < 0 ? null : at;
}

const restBeforeGoing = 250;

/** False where there is none, or one is gone to already. */
function goToFirst(): boolean {
  const { places, at } = useFound.getState();
  if (places.length === 0 || at !== null) return false;
  goToFound(firstFrom(places, caretNow()));
  return true;
}

/** What is typed is gone to from where one was when one began. */
function useGoingWhileTyping(typed: FindState): void {
  const begun = useRef<string | null>(null);
  const { text, way, fold, onlyParticipants } = typed;
  useEffect(() => {
    const question = `${way} ${String(fold)} ${String(onlyParticipants)} ${text}`;
    if (begun.current === null || begun.current === question) {
      begun.current = question;
      return undefined;
    }
    begun.current = question;
    let stop = () => {};
    const timer = setTimeout(() => {
      // An expression is looked for in the host, and its places come when they come.
      if (!goToFirst() && way === 'pattern')
        stop = useFound.subscribe(() => goToFirst() && stop());
    }, restBeforeGoing);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [text, way, fold, onlyParticipants]);
}

function close(): void {
  useFindState.setState({ isOpen: false });
  focusText();
}

function useCountWords(): string {
  const { say, language } = useWords();
  const { places, at, problem, isCut } = useFound();
  const hasText = useFindState(({ text }) => text.trim() !== '');
  if (!hasText) return '';
  if (problem) return say('search.find.unreadable');
  if (places.length === 0) return say('search.find.none');
  const n = `${sayNumber(language, places.length)}${isCut ? '+' : ''}`;
  if (at === null) return say('search.find.count', { count: places.length, n });
  return say('search.find.at', { n: sayNumber(language, at + 1), count: n });
}

/** How the words shall stand, and who is heard. */
function How() {
  const { say } = useWords();
  const { way, fold, onlyParticipants } = useFindState();
  return (
    <>
      <Segmented
        label={say('search.find.way')}
        value={way}
        onChange={(chosen) => useFindState.setState({ way: chosen })}
        choices={findWays.map((value) => ({ value, words: say(`search.find.${value}`) }))}
      />
      {way !== 'pattern' && (
        <ToggleButton
          isPressed={fold}
          onChange={(isOn) => useFindState.setState({ fold: isOn })}
        >
          {say('search.find.fold')}
        </ToggleButton>
      )}
      <ToggleButton
        isPressed={onlyParticipants}
        onChange={(isOn) => useFindState.setState({ onlyParticipants: isOn })}
      >
        {say('search.find.participants')}
      </ToggleButton>
    </>
  );
}

function Bar() {
  const { say } = useWords();
  const find = useFindState();
  const field = useRef<HTMLInputElement>(null);
  const words = useCountWords();
  useGoingWhileTyping(find);
  const { asked } = find;
  const seen = useRef(0);
  useEffect(() => {
    if (asked > seen.current) field.current?.select();
    seen.current = asked;
  }, [asked]);
  useEffect(() => {
    if (words === '') return undefined;
    const timer = setTimeout(() => announce(words), 500);
    return () => clearTimeout(timer);
  }, [words]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current)
      walkFound(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const toAll = () => {
    const { text, way, fold } = find;
    if (way === 'inside' || way === 'pattern') openSearch(text, { way, fold });
    else openSearch(way === 'endings' ? withAllEndings(text) : text, { fold });
  };
  return (
    <div
      className="find-bar"
      role="search"
      aria-label={say('search.find.bar')}
      onKeyDownCapture={onKeyDown}
    >
      <SearchField
        className="find-field"
        label={say('search.find')}
        clearLabel={say('search.clear')}
        value={find.text}
        controlRef={field}
        onChange={(text) => useFindState.setState({ text: text.slice(0, 1000) })}
      />
      <span className="find-count ink-2 type-s">{words}</span>
      <IconButton
        icon={ChevronUp}
        label={say('search.find.previous')}
        onPress={() => walkFound(-1)}
        {...given({ keys: keysOf('find.previous') ?? undefined })}
      />
      <IconButton
        icon={ChevronDown}
        label={say('search.find.next')}
        onPress={() => walkFound(1)}
        {...given({ keys: keysOf('find.next') ?? undefined })}
      />
      <Button kind="link" onPress={toAll}>
        {say('search.find.all')}
      </Button>
      <How />
      <span className="find-end">
        <IconButton icon={X} label={say('search.find.close')} onPress={close} />
      </span>
    </div>
  );
}

/** Ctrl F: looks for words in the open transcript (design.md 5.4). */
export function FindBar({ open }: { readonly open: OpenTranscript }) {
  const { isOpen, text } = useFindState();
  useFinding(open);
  const walk = (by: 1 | -1) => () => {
    if (isOpen) walkFound(by);
    else openFind(open);
  };
  const canWalk = isOpen || text.trim() !== '';
  useCommands({
    'place.find': () => openFind(open),
    'find.next': canWalk ? walk(1) : undefined,
    'find.previous': canWalk ? walk(-1) : undefined,
  });
  return isOpen ? <Bar /> : null;
}
