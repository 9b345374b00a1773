import { useState } from 'react';

import type { CategoryId } from '../../shared/domain/ids.ts';
import { useApi } from '../api.ts';
import { UnitList } from '../codes/UnitList.tsx';
import { given } from '../ui/given.ts';

const pageSize = 30;

interface PageProps {
  readonly categoryId: CategoryId;
  readonly page: number;
  /** Given to the last page while there are more. */
  readonly onMore: (() => void) | undefined;
  readonly total: number;
}

function Page({ categoryId, page, onMore, total }: PageProps) {
  const offset = page * pageSize;
  const { data } = useApi('categories.units', { categoryId, offset, limit: pageSize });
  if (!data) return null;
  return (
    <UnitList units={data} {...given({ onMore, total: onMore && total - offset })} />
  );
}

/** The units under a category in their own words, a page at a time. */
export function UnitPages(props: {
  readonly categoryId: CategoryId;
  readonly total: number;
}) {
  const { categoryId, total } = props;
  const [pages, setPages] = useState(1);
  const hasMore = pages * pageSize < total;
  return Array.from({ length: pages }, (_, page) => (
    <Page
      key={page}
      categoryId={categoryId}
      page={page}
      total={total}
      onMore={hasMore && page === pages - 1 ? () => setPages(pages + 1) : undefined}
    />
  ));
}
