import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './Catalogue.module.css';

/** The name stands beside it, so the picture itself says nothing. */
export function Picture({
  url,
  size = 44,
}: {
  readonly url: string | null;
  readonly size?: number;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  if (url === null || url === broken)
    return (
      <span className={classes.nopicture} style={{ width: size, height: size }}>
        <IconPhoto size={size / 2} stroke={1.4} aria-hidden />
      </span>
    );
  return (
    <img
      src={url}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      className={classes.picture}
      onError={() => setBroken(url)}
    />
  );
}
