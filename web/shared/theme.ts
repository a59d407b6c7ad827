/** The look of the pages in the terms of Ant Design. */
import type { ThemeConfig } from 'antd';
import { palette } from './palette.ts';

const colours = {
  colorPrimary: palette.primary,
  colorPrimaryHover: palette['primary-strong'],
  colorLink: palette.primary,
  colorLinkHover: palette['primary-strong'],
  colorInfo: palette.primary,
  colorError: palette.red,
  colorWarning: palette.orange,
  colorWarningBg: palette['orange-soft'],
  colorWarningBorder: palette['line-strong'],
  colorSuccess: palette.green,
  colorText: palette.ink,
  colorTextSecondary: palette['ink-2'],
  colorTextTertiary: palette['ink-3'],
  colorTextDescription: palette['ink-3'],
  colorTextPlaceholder: palette['ink-3'],
  colorTextDisabled: palette['ink-3'],
  colorIcon: palette['ink-3'],
  colorBorder: palette['line-strong'],
  colorBorderSecondary: palette.line,
  colorSplit: palette.line,
  colorBgLayout: palette.paper,
  colorBgContainerDisabled: palette.sunken,
  blue: palette.primary,
  green: palette.green,
  gold: palette.yellow,
  orange: palette.orange,
  red: palette.red,
} as const;

/** Sizes in px: those of a desk, of a finger, and of 关怀版 (main text ≥ 18, main targets 60, others ≥ 44). */
const sizes = {
  desk: { fontSize: 15, fontSizeSM: 13, control: 36, small: 30, large: 40 },
  touch: { fontSize: 15, fontSizeSM: 13, control: 44, small: 44, large: 48 },
  large: { fontSize: 20, fontSizeSM: 18, control: 48, small: 44, large: 60 },
} as const;

export type TypeSize = keyof typeof sizes;

export const themeFor = (size: TypeSize): ThemeConfig => {
  const { fontSize, fontSizeSM, control, small, large } = sizes[size];
  return {
    token: {
      ...colours,
      fontFamily: 'var(--font)',
      fontSize,
      fontSizeSM,
      controlHeight: control,
      controlHeightSM: small,
      controlHeightLG: large,
      lineHeight: size === 'large' ? 1.7 : 1.6,
      borderRadius: 6,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        ...(size === 'large' ? { controlHeight: 60, paddingInline: 24 } : {}),
      },
      Tabs: { titleFontSize: fontSize, horizontalItemPadding: size === 'desk' ? '12px 4px' : '16px 4px' },
      Modal: { titleFontSize: fontSize + 3 },
      Tag: { defaultBg: palette['grey-soft'] },
      Segmented: { trackBg: palette.sunken },
      Tooltip: { colorBgSpotlight: palette.ink },
    },
  };
};
