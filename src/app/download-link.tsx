import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';

interface DownloadLinkProps {
  /** Of the file that is saved. */
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
  isPrimary?: boolean;
  children: ComponentChildren;
}

/** Saves something that only this page has. Nothing of it is left once the link is gone. */
export function DownloadLink({ name, content, isPrimary, children }: DownloadLinkProps) {
  const url = useMemo(() => {
    const isText = typeof content === 'string';
    const type = isText ? 'text/plain;charset=utf-8' : 'application/octet-stream';
    return URL.createObjectURL(new Blob([content], { type }));
  }, [content]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <a class={isPrimary ? 'button primary' : 'button'} href={url} download={name}>
      {children}
    </a>
  );
}
