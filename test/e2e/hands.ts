/** What a person's hands do on the pages of the office. */
import type { Page } from 'playwright-core';

/** Chooses the option of a dialog's select by its label; typing narrows the list first. */
export const choose = async (page: Page, label: string | RegExp, option: string): Promise<void> => {
  const box = page.getByRole('dialog').getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
};

/** Presses the button of the dialog, once it stands still, and waits until the dialog is gone. */
export const confirm = async (page: Page, verb: string): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await page.locator('.ant-zoom-appear, .ant-zoom-enter').first().waitFor({ state: 'hidden' });
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

export const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

export const done = async (page: Page): Promise<void> => page.context().close();

/** The first bytes of the file behind a link, as the browser gets it, read as Latin-1. Empty: the link gave no file. */
export const headOfFile = (page: Page, address: string | null): Promise<string> =>
  page.evaluate<string>(
    `fetch(${JSON.stringify(address ?? '')}).then(async (answer) => answer.ok ? new TextDecoder('latin1').decode((await answer.arrayBuffer()).slice(0, 5)) : '')`,
  );
