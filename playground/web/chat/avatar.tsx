interface AvatarProperties {
  readonly name: string;
  readonly colour: string;
  readonly small?: boolean;
  readonly kind?: 'person' | 'bot' | 'group';
}

/** A round picture with the last two signs of a Chinese name, the first two of any other, as Feishu draws it. */
export function Avatar({ name, colour, small = false, kind = 'person' }: AvatarProperties) {
  const signs = [...name.trim()];
  const fromEnd = kind === 'person' && /\p{Script=Han}/u.test(name);
  const short = (fromEnd ? signs.slice(-2) : signs.slice(0, 2)).join('').toUpperCase();
  return (
    <span
      className={`avatar ${small ? 'small' : ''} ${kind}`}
      style={{ backgroundColor: /^#[\da-f]{6}$/iu.test(colour) ? colour : undefined }}
      aria-hidden="true"
    >
      {small ? short.slice(-1) : short}
    </span>
  );
}
