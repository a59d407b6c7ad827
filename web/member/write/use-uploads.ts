import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { newKey } from '#web/shared/api.ts';
import { fileSize } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useState } from 'react';
import { useLatest } from './use-latest.ts';
import { largestFile, sendFile } from './upload.ts';
import type { AttachedFile } from './writing.ts';

const t = texts(memberWritingMessages);

export type Upload = {
  readonly key: string;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  /** Why it did not arrive; null: it is on its way. */
  readonly problem: string | null;
  /** Sending the same file once more may help. */
  readonly again: boolean;
};

export type Uploads = {
  readonly running: readonly Upload[];
  readonly add: (files: Iterable<File>) => void;
  readonly retry: (key: string) => void;
  readonly drop: (key: string) => void;
};

/** Files on their way to the server, each with how far it is; what failed waits for another try. */
export const useUploads = (onArrived: (file: AttachedFile) => void): Uploads => {
  const [running, setRunning] = useState<readonly Upload[]>([]);
  const arrived = useLatest(onArrived);
  const set = (key: string, change: Partial<Upload>): void =>
    setRunning((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: string): void => setRunning((all) => all.filter((one) => one.key !== key));
  const send = async (key: string, file: File): Promise<void> => {
    const sent = await sendFile(file, key, (share) => set(key, { share }));
    if (!sent.ok) return set(key, { problem: sent.detail, again: sent.again });
    drop(key);
    arrived.current(sent.value);
  };
  const add = (files: Iterable<File>): void => {
    for (const file of files) {
      const key = newKey();
      const tooLarge = file.size > largestFile;
      const problem = tooLarge
        ? t('write.files.tooLarge', { size: fileSize(file.size), most: fileSize(largestFile) })
        : null;
      setRunning((all) => [...all, { key, file, share: 0, problem, again: false }]);
      if (!tooLarge) void send(key, file);
    }
  };
  return {
    running,
    add,
    drop,
    retry: (key) => {
      const found = running.find((one) => one.key === key);
      if (found === undefined) return;
      set(key, { problem: null, share: 0 });
      void send(key, found.file);
    },
  };
};
