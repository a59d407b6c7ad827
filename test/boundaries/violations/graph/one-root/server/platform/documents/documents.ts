export const letterPdf = 1;
