import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { Bridge, CallResult, HostEvent } from '../../shared/bridge.ts';
import { aDescription } from './newProject.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export interface HostedContract {
  readonly bridge: Bridge;
  close(): Promise<void>;
}

/** The contract as the window meets it: the same cases for every host that carries its calls. */
export function describeContract(
  hostName: string,
  open: (dataFolder: string) => Promise<HostedContract>,
): void {
  describe(`the contract ${hostName}`, () => {
    let hosted: HostedContract;
    let folder: string;
    let heard: HostEvent[];

    beforeEach(async () => {
      folder = temporaryFolder();
      hosted = await open(join(folder, 'data'));
      heard = [];
      hosted.bridge.on((event) => heard.push(event));
    });
    afterEach(() => hosted.close());

    const ask = (name: string, input: unknown): Promise<CallResult> =>
      hosted.bridge.call(name, input);

    async function call<Name extends ApiName>(
      name: Name,
      input: Input<Name>,
    ): Promise<Output<Name>> {
      const result = await ask(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
      return result.value as Output<Name>;
    }

    async function createProject(): Promise<string> {
      const path = join(folder, 'study.utsaga');
      const description = aDescription({ title: 'Hemtjänst i förändring' });
      await call('project.create', { path, description, analyst: 'Elin Lund' });
      return path;
    }

    const steps = () => heard.filter((event) => event.kind === 'step');

    it('tells that there is no project, and refuses to read one', async () => {
      expect(await call('project.state', {})).toBeNull();
      expect(await ask('project.read', {})).toMatchObject({
        ok: false,
        problem: { code: 'project.none' },
      });
    });

    it('refuses a name that is not in it', async () => {
      for (const name of ['codes.explode', 'constructor', 'toString']) {
        expect(await ask(name, {})).toMatchObject({
          ok: false,
          problem: { code: 'call.name', params: { name } },
        });
      }
    });

    it('refuses an input of the wrong shape and says where', async () => {
      expect(await ask('project.open', { path: 7 })).toMatchObject({
        ok: false,
        problem: { code: 'call.input', where: 'path' },
      });
      expect((await ask('project.open', null)).ok).toBe(false);
    });

    it('names the file that a refusal is about', async () => {
      const path = join(folder, 'finns inte.utsaga');
      expect(await ask('project.open', { path })).toMatchObject({
        ok: false,
        problem: { code: 'project.missing', file: path },
      });
    });

    it('creates a project and announces it', async () => {
      const path = await createProject();
      expect(await call('project.state', {})).toMatchObject({
        path,
        title: 'Hemtjänst i förändring',
        isReadOnly: false,
      });
      expect(heard).toContainEqual({ kind: 'project' });
    });

    it('announces an action, its undoing and its redoing, each with the tables it touched', async () => {
      await createProject();
      heard.length = 0;
      const { id } = await call('codes.create', { name: 'oro av ovisshet' });
      expect((await call('codes.list', {})).map((code) => code.id)).toEqual([id]);
      await call('steps.undo', {});
      expect(await call('codes.list', {})).toEqual([]);
      await call('steps.redo', {});
      expect((await call('codes.list', {})).map((code) => code.name)).toEqual([
        'oro av ovisshet',
      ]);
      expect(steps()).toHaveLength(3);
      for (const event of steps()) expect(event.tables).toContain('codes');
    });

    it('announces nothing for what only reads, and nothing for what is refused', async () => {
      await createProject();
      heard.length = 0;
      await call('codes.list', {});
      await ask('codes.create', { name: '' });
      expect(heard).toEqual([]);
    });

    it('carries text unchanged: å ä ö, quotation marks, line breaks, emoji, right to left', async () => {
      await createProject();
      const definition = 'Åäö ”så” \\ </script> 👩‍👩‍👧 שלום\nnästa rad\ttabb';
      await call('codes.create', { name: 'prov', definition });
      const [code] = await call('codes.list', {});
      expect(code?.definition).toBe(definition);
    });

    it('answers calls in the order they were asked', async () => {
      await createProject();
      const names = Array.from({ length: 40 }, (_, n) => `kod ${n + 1}`);
      await Promise.all(names.map((name) => call('codes.create', { name })));
      const codes = await call('codes.list', {});
      expect(codes.map((code) => code.name).toSorted()).toEqual(names.toSorted());
    });

    it('carries a megabyte there and back', async () => {
      await createProject();
      const base64 = Buffer.from(`P1: ${'ord '.repeat(250_000)}`).toString('base64');
      const staged = await call('imports.stage', { name: 'stor.txt', base64 });
      const preview = await call('imports.preview', { fileId: staged.fileId });
      expect(JSON.stringify(preview).length).toBeGreaterThan(0);
    });

    it('closes the project and reads nothing more', async () => {
      await createProject();
      await call('project.close', {});
      expect(await call('project.state', {})).toBeNull();
      expect((await ask('codes.list', {})).ok).toBe(false);
    });
  });
}
