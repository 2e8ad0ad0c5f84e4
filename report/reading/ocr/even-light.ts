/** A grey picture, one byte a pixel, row by row. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Cells along the longer side; each is larger than a sign, so that paper shows in it. */
const cellsAlong = 60;
const smallestCell = 40;
/** Share of a cell's pixels that are at least as bright as its paper is taken to be. */
const paperShare = 0.1;
/** Paper that is nowhere darker than this share of its brightest place is lit evenly enough. */
const evenShare = 0.8;
const darkestPaper = 24;
/** Shares of the paper's brightness that count as black and as white. */
const blackBelow = 0.1;
const whiteFrom = 0.82;

/** Takes shadows out: every pixel in relation to the paper around it. Evenly lit pictures stay as they are. */
export const evenLight = (picture: GreyPicture): GreyPicture => {
  const { data, width, height } = picture;
  const cell = Math.max(smallestCell, Math.ceil(Math.max(width, height) / cellsAlong));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const paper = smoothed(paperOf(picture, cell, columns, rows), columns, rows);
  let brightest = 0;
  for (const value of paper) brightest = Math.max(brightest, value);
  if (paper.every((value) => value >= evenShare * brightest)) return picture;
  const even = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const down = between(y, cell, rows);
    for (let x = 0; x < width; x += 1) {
      const across = between(x, cell, columns);
      const upper = mix(paper, down.from * columns, across);
      const lower = mix(paper, down.to * columns, across);
      const around = Math.max(darkestPaper, upper + (lower - upper) * down.share);
      const share = (data[y * width + x] ?? 0) / around;
      even[y * width + x] = Math.max(0, Math.min(255, (255 * (share - blackBelow)) / (whiteFrom - blackBelow)));
    }
  }
  return { data: even, width, height };
};

/** The brightness of the paper in every cell. */
const paperOf = ({ data, width, height }: GreyPicture, cell: number, columns: number, rows: number): Float32Array => {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let pixels = 0;
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 1) {
        for (let x = column * cell; x < Math.min(width, (column + 1) * cell); x += 1) {
          const value = data[y * width + x] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
          pixels += 1;
        }
      }
      let left = Math.max(1, Math.floor(pixels * paperShare));
      let value = 255;
      while (value > 0 && left > (counts[value] ?? 0)) {
        left -= counts[value] ?? 0;
        value -= 1;
      }
      paper[row * columns + column] = value;
    }
  }
  return paper;
};

/** The middle value of every cell and its neighbours: a cell full of a picture or of a heading does not count alone. */
const smoothed = (paper: Float32Array, columns: number, rows: number): Float32Array =>
  paper.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const around: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        around.push(paper[y * columns + x] ?? 0);
      }
    }
    return around.sort((a, b) => a - b)[Math.floor(around.length / 2)] ?? 0;
  });

interface Between {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** The two cells whose middles a pixel lies between. */
const between = (pixel: number, cell: number, cells: number): Between => {
  const place = Math.max(0, Math.min(cells - 1, pixel / cell - 0.5));
  const from = Math.floor(place);
  return { from, to: Math.min(cells - 1, from + 1), share: place - from };
};

const mix = (paper: Float32Array, row: number, { from, to, share }: Between): number => {
  const [left = 0, right = 0] = [paper[row + from], paper[row + to]];
  return left + (right - left) * share;
};

/** A portable grey map: the smallest picture format there is. */
export const greyMap = ({ data, width, height }: GreyPicture): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
