const later = async (): Promise<void> => undefined;
export const now = (): void => {
  later();
};
