export const word = (light: 'red' | 'green'): string => {
  switch (light) {
    case 'red':
      return 'late';
  }
  return '';
};
