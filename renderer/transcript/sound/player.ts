import { create } from 'zustand';

import type { SoundId } from '../../../shared/domain/ids.ts';
import { spokenAt, type TimedTurn } from './timeline.ts';

interface Player {
  /** What is loaded; null while there is no sound to play. */
  readonly soundId: SoundId | null;
  readonly atMs: number;
  readonly durationMs: number;
  readonly isPlaying: boolean;
  readonly rate: number;
  /** Ordinal of the turn being spoken. */
  readonly spoken: number | null;
  /** The turn that is played over and over. */
  readonly loop: TimedTurn | null;
  /** The text goes along with the sound; not while the person reads elsewhere. */
  readonly isFollowing: boolean;
  /** What was loaded when the browser gave up playing it; stays when its element has gone. */
  readonly broken: string | null;
}

const silent = {
  soundId: null,
  atMs: 0,
  durationMs: 0,
  isPlaying: false,
  spoken: null,
  loop: null,
  isFollowing: true,
} as const;

/** The sound of the open transcript. */
export const usePlayer = create<Player>(() => ({ ...silent, rate: 1, broken: null }));

const stepsBackMs = 2000;
const jumpMs = 3000;

/** Where each sound was left, so that it goes on from there: when another view was looked at, or its file came back. */
const leftAt = new Map<SoundId, number>();

let media: HTMLMediaElement | null = null;
let timeline: readonly TimedTurn[] = [];
let hasPlayed = false;
let looping: ReturnType<typeof setTimeout> | undefined;

const now = () => usePlayer.getState();
const whereIs = (element: HTMLMediaElement) => Math.round(element.currentTime * 1000);

/** A loop ends between two of the player's own reports. */
function keepLooping(): void {
  clearTimeout(looping);
  const { loop, rate, isPlaying } = now();
  if (!media || !loop || !isPlaying) return;
  const left = Math.min(loop.endMs, now().durationMs) - whereIs(media);
  if (left <= 0) seek(loop.startMs);
  else if (left < 1000) looping = setTimeout(keepLooping, left / rate);
}

function tell(): void {
  if (!media) return;
  const atMs = whereIs(media);
  usePlayer.setState({
    atMs,
    isPlaying: !media.paused,
    durationMs: Number.isFinite(media.duration) ? Math.round(media.duration * 1000) : 0,
    spoken: spokenAt(timeline, atMs)?.index ?? null,
  });
  keepLooping();
}

const told = [
  'timeupdate',
  'play',
  'pause',
  'seeked',
  'durationchange',
  'ended',
  'loadedmetadata',
] as const;

/** What an element is given to play: `name` tells this file at this place from any other. */
export interface Loaded {
  readonly soundId: SoundId;
  readonly url: string;
  readonly name: string;
}

/** Takes the element that plays; what it tells is heard until the returned function is called. */
export function openPlayer(
  element: HTMLMediaElement,
  { soundId, url, name: loaded }: Loaded,
): () => void {
  media = element;
  element.src = url;
  const from = leftAt.get(soundId) ?? 0;
  hasPlayed = from > 0;
  if (hasPlayed) element.currentTime = from / 1000;
  element.playbackRate = now().rate;
  element.defaultPlaybackRate = now().rate;
  element.preservesPitch = true;
  const onError = () => usePlayer.setState({ broken: loaded, isPlaying: false });
  usePlayer.setState({ ...silent, soundId, atMs: from });
  for (const name of told) element.addEventListener(name, tell);
  element.addEventListener('error', onError);
  return () => {
    clearTimeout(looping);
    leftAt.set(soundId, now().atMs);
    for (const name of told) element.removeEventListener(name, tell);
    element.removeEventListener('error', onError);
    element.pause();
    // Lets go of the file: a browser may go on reading from an element that is out of sight.
    element.removeAttribute('src');
    element.load();
    if (media === element) media = null;
    usePlayer.setState(silent);
  };
}

/** Which turns are spoken when; asked of the transcript each time it changes. */
export function setTimeline(turns: readonly TimedTurn[]): void {
  timeline = turns;
  const { loop } = now();
  const kept = loop && (turns.find(({ index }) => index === loop.index) ?? null);
  usePlayer.setState({ loop: kept });
  tell();
}

export function seek(ms: number): void {
  if (!media) return;
  const end = now().durationMs || Infinity;
  media.currentTime = Math.min(Math.max(0, ms), end) / 1000;
  usePlayer.setState({ atMs: whereIs(media) });
}

function play(): void {
  hasPlayed = true;
  // Refused when the element goes away or cannot play: the one is no trouble, the other is told by its error.
  media?.play().catch(() => {});
}

/** Plays from there, whatever was played before; a loop around another place ends. */
export function playFrom(ms: number): void {
  const { loop } = now();
  if (loop && (ms < loop.startMs || ms >= loop.endMs)) usePlayer.setState({ loop: null });
  usePlayer.setState({ isFollowing: true });
  seek(ms);
  play();
}

/** Play or pause; what was said last is heard again after a pause. */
export function playOrPause(): void {
  if (!media) return;
  if (!media.paused) return media.pause();
  const { loop, atMs, durationMs } = now();
  const isAtEnd = durationMs > 0 && atMs >= durationMs;
  if (hasPlayed && !isAtEnd)
    seek(Math.max(loop?.startMs ?? 0, whereIs(media) - stepsBackMs));
  play();
}

/** Where the sound is at this instant: what is shown lags behind. */
export const positionMs = (): number => (media ? whereIs(media) : now().atMs);

export function jumpBack(): void {
  if (media) seek(whereIs(media) - jumpMs);
}

export const rates = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

export function setRate(rate: number): void {
  usePlayer.setState({ rate });
  if (!media) return;
  media.playbackRate = rate;
  media.defaultPlaybackRate = rate;
}

/** The next speed in that direction. */
export function changeRate(by: 1 | -1): void {
  const at = rates.findIndex((rate) => rate === now().rate);
  setRate(rates[Math.min(Math.max(at + by, 0), rates.length - 1)] ?? 1);
}

/** Plays a turn over and over, or lets it go on when it already does. */
export function loopTurn(turn: TimedTurn | null): void {
  usePlayer.setState({ loop: turn });
  if (turn) playFrom(turn.startMs);
}

/** The turn at that place becomes the one that is played over and over, if one is. */
export function loopAlong(index: number): void {
  const { loop, isPlaying } = now();
  const turn = loop && timedTurn(index);
  if (!turn) return;
  usePlayer.setState({ loop: turn });
  if (isPlaying) playFrom(turn.startMs);
  else seek(turn.startMs);
}

/** The turn that is spoken, or that the given place is in; null where no time is known. */
export const timedTurn = (index: number): TimedTurn | null =>
  timeline.find((turn) => index >= turn.index && index < turn.until) ?? null;

export const turnsInTime = (): readonly TimedTurn[] => timeline;
