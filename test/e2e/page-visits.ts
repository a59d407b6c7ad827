/** Looking at page after page: everybody keeps his browser, so that scripts are read once a person and not once a page. */
import type { BrowserContext, Page } from 'playwright-core';
import type { CastName } from '../support/product.ts';
import { expectSound } from './look.ts';
import type { Stage } from './stage.ts';

/** Whose page, its address once everything is prepared, and what it is. */
export type Address = readonly [CastName, () => string, string];

/** A stream of notices that ends at once: one that stays open would never let a page come to rest. */
const endingStream = { contentType: 'text/event-stream', body: ': \n\n' };

/**
 * A phone's window, made narrower still (WCAG 1.4.10), as when it is zoomed, then a desk's: each page is loaded once.
 */
const widths = [375, 320, 1440];

export type Visits = {
  /** A page in a browser of its own. */
  readonly pageOf: Stage['as'];
  /** Looks at a page at every width, by whoever may have come before. */
  readonly look: (who: CastName, address: string) => Promise<void>;
};

export const visits = (stage: Stage): Visits => {
  const visitors = new Map<CastName, BrowserContext>();
  const visit = async (who: CastName): Promise<Page> => {
    const known = visitors.get(who);
    if (known !== undefined) return stage.watched(await known.newPage());
    const page = await stage.as(who, 375);
    visitors.set(who, page.context());
    await page.context().route('**/api/notices/stream', (route) => route.fulfill(endingStream));
    return page;
  };
  return {
    pageOf: async (who, width) => {
      const page = await stage.as(who, width);
      await page.route('**/api/notices/stream', (route) => route.fulfill(endingStream));
      return page;
    },
    look: async (who, address) => {
      const page = await visit(who);
      await page.goto(address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: width < 500 ? 812 : 900 });
        await expectSound(page, `${width} px`);
      }
      await page.close();
    },
  };
};
