const strokes = {
  send: 'M3.5 10 16.5 3.8 12.8 16.5 9.6 11zM9.6 11l6.9-7.2',
  attach: 'M15.5 9.4 9.8 15a3.5 3.5 0 0 1-5-5l6-5.9a2.4 2.4 0 0 1 3.4 3.4l-5.9 5.8a1.2 1.2 0 0 1-1.7-1.7l5.3-5.2',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.2a2 2 0 0 0 4 0V10a7 7 0 1 0-2.8 5.6',
  reply: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H12a4 4 0 0 1 4 4V15',
  recall: 'M6 4 3 7l3 3M3.5 7H12a4.5 4.5 0 0 1 0 9H7',
  copy: 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  people:
    'M8 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.8 16.5c.3-3 2.4-4.5 5.2-4.5s4.9 1.5 5.2 4.5M13 3.8a3 3 0 0 1 0 5.4M15 12.4c1.4.7 2.2 2 2.4 4.1',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5 7.5 5 5 5-5',
  up: 'm5 12.5 5-5 5 5',
  right: 'm7.5 5 5 5-5 5',
  left: 'm12.5 5-5 5 5 5',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  alert: 'M10 3 2.5 16.5h15zM10 8.5v3.5M10 14.3v.1',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.2v4.3M10 6.5v.1',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.8V10l3 2',
  bell: 'M4.5 14h11c-1-1-1.5-2.3-1.5-5a4 4 0 0 0-8 0c0 2.7-.5 4-1.5 5zM8.5 16.5h3',
  file: 'M5 2.8h6.5L15.5 7v10.2H5zM11.5 2.8V7h4',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  pin: 'M7 3.5h6l-.8 5 2.3 2.5v1h-9v-1l2.3-2.5zM10 12v5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  image: 'M3.5 4.5h13v11h-13zM3.5 13l4-4 3.5 3.5 2-2 3.5 3.5',
  retry: 'M15.5 6.5A6.5 6.5 0 1 0 16.5 10M15.8 3v3.8H12',
  dot: 'M10 10h.01',
} as const;

export type IconName = keyof typeof strokes;

/** A line drawing of 20 by 20 in the colour of the text; what it means is said by the element around it. */
export function Icon({ name }: { name: IconName }) {
  const heavy = name === 'more' || name === 'dot';
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={strokes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={heavy ? 2.6 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
