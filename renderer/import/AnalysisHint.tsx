import { FileInput } from 'lucide-react';

import { useApi } from '../api.ts';
import { askAnalysis } from '../askAnalysis.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import { putAway, type DeskFile } from './importDesk.ts';

const mayBe = /\.(?:docx|docm|xlsx|csv|tsv|txt|odt|ods)$/i;

/** Says that a file looks like an analysis and not like a transcript, and offers to take it in as such. */
export function AnalysisHint({ file }: { readonly file: DeskFile }) {
  const { say } = useWords();
  const { fileId, fileName, key } = file;
  const asked = fileId !== null && mayBe.test(fileName) ? { fileId } : null;
  const { data: found } = useApi('analyses.recognise', asked);
  if (!found || fileId === null) return null;
  const words =
    found.source === 'table' ? 'analysis.looksLikeTable' : 'analysis.looksLikeComments';
  return (
    <Banner
      kind="advice"
      actions={
        <Button
          icon={FileInput}
          onPress={() =>
            askAnalysis({ fileId, isOurs: false, onTaken: () => putAway([key]) })
          }
        >
          {say('analysis.takeIn')}
        </Button>
      }
    >
      {say(words, { count: found.units })}
    </Banner>
  );
}
