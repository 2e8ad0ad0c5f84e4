import { useState } from 'react';
import { fileAddress } from '../client/playground-client.ts';
import { type Json, records, text, wordsOf } from './card-json.ts';
import { box } from './card-style.ts';

function StoredImage({ imageKey, alt }: { imageKey: string; alt: string }) {
  const [broken, setBroken] = useState(false);
  if (imageKey === '' || broken)
    return <span className="image-missing">图片无法显示{alt === '' ? '' : `：${alt}`}</span>;
  return <img src={fileAddress(imageKey)} alt={alt} loading="lazy" onError={() => setBroken(true)} />;
}

export function ImageView({ json }: { json: Json }) {
  const mode = json.scale_type === 'crop_center' || json.mode === 'crop_center' ? 'cropped' : '';
  return (
    <figure
      className={`card-image ${mode}`}
      style={{ margin: box(json.margin), borderRadius: box(json.corner_radius) }}
    >
      <StoredImage imageKey={text(json.img_key)} alt={wordsOf(json.alt)} />
      {wordsOf(json.title) !== '' && <figcaption>{wordsOf(json.title)}</figcaption>}
    </figure>
  );
}

const columns: Readonly<Record<string, number>> = { double: 2, triple: 3, bisect: 2, trisect: 3 };

export function ImageCombination({ json }: { json: Json }) {
  const across = columns[text(json.combination_mode)] ?? 3;
  return (
    <div className="image-grid" style={{ gridTemplateColumns: `repeat(${across}, 1fr)`, margin: box(json.margin) }}>
      {records(json.img_list).map((image, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may come twice
        <StoredImage key={index} imageKey={text(image.img_key)} alt={`第 ${index + 1} 张图`} />
      ))}
    </div>
  );
}
