import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';

const { rows, height } = { rows: 20_000, height: 56 };

/** As the library's own first example draws it: rows that take their place and show nothing. */
function EmptyList() {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- it is what is measured
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 5,
  });
  return (
    <div ref={scroller} style={{ height: '100vh', overflow: 'auto' }}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, start, size }) => (
          <div
            key={key}
            data-row
            style={{
              position: 'absolute',
              top: 0,
              width: '100%',
              height: size,
              transform: `translateY(${start}px)`,
            }}
          />
        ))}
      </div>
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<EmptyList />);
