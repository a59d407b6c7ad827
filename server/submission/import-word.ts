import { submissionWordMessages } from '#contract/messages/submission-word.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { importWord as endpoint } from '#contract/submission-word.ts';
import { fill, type Language } from '#contract/messages/message.ts';
import { doerOf } from '#core/access.ts';
import { recogniseForm, toBlocks } from '#core/submission/recognise-form.ts';
import { insertFile } from '../files/file.store.ts';
import { sniff } from '../files/file-type.ts';
import { record } from '../platform/commit.ts';
import { answer, no } from '../platform/answer.ts';
import type { SubmissionScene } from './open-submission.ts';
import { cleanPicture } from './word/clean-picture.ts';
import type { WordPicture, WordReading } from './word/parse-word.ts';

/** The blocks as the contract has them. */
type Written = ResponseOf<typeof endpoint>['facts'];

type Kept = { readonly id: number; readonly name: string; readonly size: number; readonly mediaType: string };

/** Stores a picture as a file of its uploader, until a draft takes it up; null: it is none that may be kept. */
const keepPicture = async (
  { tx, actor, at }: SubmissionScene,
  picture: WordPicture | null,
  index: number,
): Promise<Kept | null> => {
  const cleaned = picture === null ? null : cleanPicture(picture.bytes);
  if (cleaned === null) return null;
  const { bytes, extension } = cleaned;
  const sniffed = await sniff(bytes, 'submission');
  if (!sniffed.ok) return null;
  const name = `图${index + 1}.${extension}`;
  const { mediaType } = sniffed;
  const id = await insertFile(tx, actor, at, { name, mediaType, bytes, purpose: 'submission' });
  return { id, name, size: bytes.length, mediaType };
};

const sentences = submissionWordMessages as Readonly<Record<string, { zh: string; en: string }>>;

/** Brings a Word document that was read in as the parts of the form; what is left out is told of. */
export const importWord = async (
  scene: SubmissionScene & { readonly language: Language },
  reading: WordReading,
) => {
  if (!reading.ok) return no(reading.code, {}, 'file');
  const kept: (Kept | null)[] = [];
  for (const [index, picture] of reading.images.entries())
    kept.push(await keepPicture(scene, picture, index));
  if (kept.length > 0)
    await record(scene.tx, scene.actor, scene.at, {
      stream: `person:${doerOf(scene.actor).personId}`,
      command: 'submission.importWord',
      matterId: null,
      data: { pictures: kept.filter((one) => one !== null) },
    });
  const form = recogniseForm(reading.blocks);
  const fileOf = (picture: number): number | null => kept[picture]?.id ?? null;
  const lost = kept.filter((one) => one === null).length;
  const left = {
    ...reading.left,
    ...(lost === 0 ? {} : { pictures: lost }),
    ...(form.moved === 0 ? {} : { moved: form.moved }),
  };
  const body: ResponseOf<typeof endpoint> = {
    title: form.title,
    facts: toBlocks(form.facts, fileOf) as Written,
    analysis: toBlocks(form.analysis, fileOf) as Written,
    asks: [...form.asks],
    left: Object.entries(left).map(([code, count]) => {
      const message = sentences[`word.left.${code}`];
      return {
        code,
        count,
        detail: message === undefined ? code : fill(message, scene.language, { count }),
      };
    }),
    pictures: kept.filter((one) => one !== null),
  };
  return answer(body);
};
