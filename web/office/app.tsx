import { ApiProblem } from '#web/shared/api.ts';
import { newQueryClient } from '#web/shared/ask.ts';
import { themeFor } from '#web/shared/theme.ts';
import { useLanguage, useLargeType, useNarrow, useTouch } from '#web/shared/use-appearance.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import LoadingOutlined from '@ant-design/icons/LoadingOutlined';
import { App as AntApp, ConfigProvider } from 'antd';
import english from 'antd/es/locale/en_US';
import chinese from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import { newRouter } from './routes.tsx';
import { askMe } from './shell/session.ts';
import { sessionEnd } from './shell/session-end.ts';

const client = newQueryClient((fault) => {
  if (!(fault instanceof ApiProblem)) return;
  const { code } = fault.problem;
  if (code === 'session-limited') void client.invalidateQueries({ queryKey: askMe.queryKey });
  // The delegation is over: what the server says of the session now leads back to oneself.
  if (code === 'not-standing-in') void client.invalidateQueries({ queryKey: askMe.queryKey });
  if (code !== 'sign-in-required' || sessionEnd.now()) return;
  sessionEnd.report();
  // What the page knew of the session is void; until the server has answered it knows nothing.
  void client.resetQueries({ queryKey: askMe.queryKey });
});

const router = newRouter();

/**
 * Lists and menus open inside the dialog or the page that they belong to, where a screen reader looks for them. The
 * frame of a modal dialog lets the mouse through, so there they open in its container.
 */
const popupsAt = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('.ant-modal-container, [role="dialog"]') ??
  document.getElementById('content') ??
  document.body;

/** The providers around all pages: theme and words of the component library, questions, addresses. */
export const App = () => {
  const language = useLanguage();
  const large = useLargeType();
  const touch = useTouch();
  const narrow = useNarrow();
  const theme = useMemo(
    () => themeFor(large ? 'large' : touch || narrow ? 'touch' : 'desk'),
    [large, touch, narrow],
  );
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? chinese : english}
      // The library's own spinner is read out with the button's name and may stay after a quick refusal.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }}
      // A long title ends before the button that closes.
      modal={{ styles: { title: { paddingInlineEnd: 28 } } }}
      wave={{ disabled: true }}
      virtual={false}
      getPopupContainer={popupsAt}
    >
      <AntApp>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
};
