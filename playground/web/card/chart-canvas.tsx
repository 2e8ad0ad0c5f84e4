import VChart, { type ISpec } from '@visactor/vchart';
import { useEffect, useRef, useState } from 'react';
import type { Json } from './card-json.ts';

/** Default export because React's lazy() wants one. */
export default function ChartCanvas({ spec }: { spec: Json }) {
  const box = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    // Drawn on the canvas: a tooltip made of HTML would carry text from the card past the sanitiser.
    const tooltip = { ...(typeof spec.tooltip === 'object' ? spec.tooltip : {}), renderMode: 'canvas' };
    const chart = new VChart(structuredClone({ background: 'transparent', ...spec, tooltip }) as unknown as ISpec, {
      dom: box.current,
      autoFit: true,
      animation: false,
      theme: dark ? 'dark' : 'light',
      onError: (reason: unknown) => setFailure(new Error('chart', { cause: reason })),
    });
    try {
      chart.renderSync();
    } catch (cause) {
      setFailure(new Error('chart', { cause }));
    }
    return () => chart.release();
  }, [spec]);
  if (failure !== null) throw failure;
  return <div ref={box} className="chart-canvas" />;
}
