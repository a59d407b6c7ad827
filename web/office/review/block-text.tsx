import type { SubmissionOnPage } from './review-types.ts';
import styles from './review.module.css';

type Block = SubmissionOnPage['text']['facts'][number];

const Piece = ({ block }: { readonly block: Block }) => {
  switch (block.type) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{item}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <div className={styles.table}>
          <table>
            <tbody>
              {block.rows.map((cells) => (
                <tr key={cells.join('|')}>
                  {cells.map((cell, at) => (
                    <td key={`${at}:${cell}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'picture':
      return (
        <figure>
          <img src={`/api/files/${block.fileId}`} alt={block.caption} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    default:
      return block satisfies never;
  }
};

/** A text as its author wrote it. */
export const BlockText = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div className={styles.text}>
    {blocks.map((block, at) => (
      <Piece key={`${at}:${block.type}`} block={block} />
    ))}
  </div>
);
