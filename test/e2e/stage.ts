/** The stage of the browser tests: the product on a loopback port with the built web, and Chromium. */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hashPassword } from '#server/account/password.ts';
import { loadStatic } from '#server/platform/static.ts';
import { launchBrowser } from '../support/browser.ts';
import { type CastName, createProduct, type Product } from '../support/product.ts';

export const password = 'Test-City-2026';

export type Stage = {
  readonly product: Product;
  readonly base: string;
  readonly browser: Browser;
  /** A page of someone who is signed in. `width`: of the window. */
  readonly as: (who: CastName, width?: number) => Promise<Page>;
  /** Another page of the same browser: what it complains of is kept too. */
  readonly watched: (page: Page) => Page;
  /** The same, at an address. */
  readonly open: (who: CastName, address: string, width?: number) => Promise<Page>;
  /** What the pages of the run complained of: script errors, policy violations. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

const watch = (page: Page, complaints: string[]): void => {
  page.on('pageerror', (fault) => complaints.push(`${page.url()}: ${fault.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !text.includes('Failed to load resource'))
      complaints.push(`${page.url()}: ${text}`);
  });
};

const enter = async (context: BrowserContext, cookie: string | undefined, base: string): Promise<void> => {
  if (cookie === undefined) return;
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([
    { name, value, url: base.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
};

export const setStage = async (): Promise<Stage> => {
  const statics = loadStatic(path.resolve(import.meta.dirname, '../../dist/web'));
  if (statics === null) throw new Error('The web is not built: node tools/bootstrap.mjs build');
  const product = await createProduct({ statics, passwordHash: await hashPassword(password) });
  await product.app.server.listen({ port: 0, host: '127.0.0.1' });
  const address = product.app.server.server.address();
  const base = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const browser = await launchBrowser();
  const complaints: string[] = [];
  const as: Stage['as'] = async (who, width = 1440) => {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 812 : 900 },
      baseURL: base,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    await enter(context, who === 'stranger' ? undefined : product.cookies[who], base);
    const page = await context.newPage();
    watch(page, complaints);
    return page;
  };
  return {
    product,
    base,
    browser,
    complaints,
    as,
    watched: (page) => {
      watch(page, complaints);
      return page;
    },
    open: async (who, address, width) => {
      const page = await as(who, width);
      await page.goto(address);
      return page;
    },
    close: async () => {
      await browser.close();
      await product.close();
    },
  };
};
