import { downloadFile } from '#contract/see.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import type { Block, Text } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

const Piece = ({ block }: { readonly block: Block }) => {
  switch (block.type) {
    case 'paragraph':
      return <p className={styles.said}>{block.text}</p>;
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={`${at}${item}`}>{item}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <div className={styles.scroll} role="region" aria-label={t('write.table')} tabIndex={0}>
          <table>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={`${at}${row.join('|')}`}>
                  {row.map((cell, column) => (
                    <td key={`${column}${cell}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'picture':
      return (
        <figure className={styles.picture}>
          <img src={addressOf(downloadFile, { fileId: block.fileId })} alt={block.caption} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    default: {
      const forgotten: never = block;
      return forgotten;
    }
  }
};

const Part = ({ name, blocks }: { readonly name: string; readonly blocks: readonly Block[] }) =>
  blocks.length === 0 ? null : (
    <>
      <h3>{name}</h3>
      {blocks.map((block, at) => (
        <Piece key={`${at}${block.type}`} block={block} />
      ))}
    </>
  );

/** A text as it was written: what is signed is what is read here. */
export const ReadText = ({ text }: { readonly text: Text }) => (
  <article className={styles.read} lang="zh-CN">
    <p className={styles.readTitle}>{text.title}</p>
    <Part name={t('write.step.facts')} blocks={text.facts} />
    <Part name={t('write.step.analysis')} blocks={text.analysis} />
    {text.asks.length === 0 ? null : (
      <>
        <h3>{t('write.step.asks')}</h3>
        <ol>
          {text.asks.map((ask, at) => (
            <li key={`${at}${ask}`} className={styles.said}>
              {ask}
            </li>
          ))}
        </ol>
      </>
    )}
  </article>
);
