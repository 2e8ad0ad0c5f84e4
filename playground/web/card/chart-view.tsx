import { lazy, Suspense } from 'react';
import { Boundary } from '../boundary.tsx';
import { type Json, record, text } from './card-json.ts';
import { box } from './card-style.ts';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

const ratios: Readonly<Record<string, string>> = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };

/** A VChart picture; the library is fetched from our own server when the first chart is shown. */
export function ChartView({ json }: { json: Json }) {
  const spec = record(json.chart_spec);
  const height = /^\d{3}px$/u.test(text(json.height)) ? text(json.height) : undefined;
  const title = text(record(spec.title).text);
  return (
    <div
      className="card-chart"
      role="img"
      aria-label={title === '' ? '图表' : `图表：${title}`}
      style={{
        margin: box(json.margin),
        height,
        aspectRatio: height ? undefined : (ratios[text(json.aspect_ratio)] ?? '16 / 9'),
      }}
    >
      <Boundary
        key={JSON.stringify(spec)}
        fallback={<div className="unknown-element">图表无法显示，请检查 chart_spec</div>}
      >
        <Suspense fallback={<div className="chart-waiting">图表加载中…</div>}>
          <ChartCanvas spec={spec} />
        </Suspense>
      </Boundary>
    </div>
  );
}
