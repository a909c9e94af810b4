import { useLanguage } from '../../i18n/language.tsx';
import {
  columnLabel,
  labelledProblem,
  problemSentence,
  refusalText,
  type ToldProblem,
} from './refusals.ts';

/** Refusals of the server as errors in the reader's language. */
export function useRefusals(): (error: unknown) => Error {
  const { language } = useLanguage();
  return (error) => new Error(refusalText(language, error));
}

export function useProblemSentence(): (problem: ToldProblem) => string {
  const { language } = useLanguage();
  return (problem) => problemSentence(language, problem);
}

export function useLabelledProblem(): (problem: ToldProblem) => string {
  const { language } = useLanguage();
  return (problem) => labelledProblem(language, problem);
}

export function useColumnLabel(): (column: string) => string {
  const { language } = useLanguage();
  return (column) => columnLabel(language, column);
}
