import { extname } from 'node:path';

import { exportables, exportFormats, formatsOf } from '../../shared/domain/exporting.ts';
import { BadCall, chosen } from './call.ts';
import {
  ask,
  assertNoMore,
  openNamed,
  pathFrom,
  Refused,
  type Answer,
  type Ground,
} from './ground.ts';

function needed<Value>(value: Value | undefined, argument: string): Value {
  if (value === undefined)
    throw new BadCall('cli.missing', { command: 'export', argument });
  return value;
}

/** Takes something home; the ending of the file says in which format. */
export async function exportFile(ground: Ground): Promise<Answer> {
  const { options } = ground.call;
  assertNoMore(ground, 1);
  const what = needed(chosen(options, 'what', exportables), '--what');
  const to = pathFrom(needed(options.to, '--to'));
  const layout = chosen(options, 'layout', ['rows', 'columns']);
  const delimiter = chosen(options, 'delimiter', [';', ',']);
  const ending = extname(to).slice(1).toLowerCase();
  if (ending === '') throw new BadCall('cli.noEnding');
  await openNamed(ground);
  const format = exportFormats.find((each) => each === ending);
  if (format === undefined) {
    const formats = formatsOf[what].join(', ');
    throw new Refused({
      code: 'export.format',
      params: { what, format: ending, formats },
      file: to,
    });
  }
  const columns = options.columns?.split(',').map((id) => id.trim());
  const value = await ask(ground, 'exports.write', {
    what,
    format,
    to,
    overwrite: options.overwrite ?? false,
    withCounts: options.counts ?? false,
    ...(layout && { layout }),
    ...(delimiter && { delimiter }),
    ...(columns && { columns }),
    ...(ground.language && { language: ground.language }),
  });
  return {
    value,
    lines: [
      ground.say('cli.exported', { file: value.path }),
      ...value.withheld.map(({ pseudonym, places }) =>
        ground.say('cli.withheld', { name: pseudonym, count: places }),
      ),
    ],
    status: 0,
  };
}
