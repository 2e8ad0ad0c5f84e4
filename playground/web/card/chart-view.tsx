import { Component, lazy, type ReactNode, Suspense } from 'react';
import { type Json, record, text } from './card-json.ts';
import { box } from './card-style.ts';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

class ChartBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <ChartFailure /> : this.props.children;
  }
}

export function ChartFailure() {
  return <div className="unknown-element">图表无法显示，请检查 chart_spec</div>;
}

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
      <ChartBoundary key={JSON.stringify(spec)}>
        <Suspense fallback={<div className="chart-waiting">图表加载中…</div>}>
          <ChartCanvas spec={spec} />
        </Suspense>
      </ChartBoundary>
    </div>
  );
}
