/** The named parts of a package, whatever holds them: a zip, or one flat XML file. Names do not depend on case. */
export interface PartStore {
  has(name: string): boolean;
  /** Hands over a part's bytes piece by piece; false when there is no such part. */
  stream(name: string, take: (chunk: Buffer) => void): Promise<boolean>;
  bytes(name: string): Promise<Buffer | null>;
}
