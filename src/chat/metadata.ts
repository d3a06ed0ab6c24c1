/** What is kept with an answer, for follow-ups and feedback. */
export interface AnswerMetadata {
  readonly intent: string;
  readonly hasCode: boolean;
  /** Where the service answered. */
  readonly requestId?: string;
}

export const metadataOf = ({ metadata }: { readonly metadata?: Readonly<Record<string, unknown>> }): AnswerMetadata => {
  const { intent, hasCode, requestId } = metadata ?? {};
  return {
    intent: typeof intent === 'string' ? intent : '',
    hasCode: hasCode === true,
    ...(typeof requestId === 'string' && { requestId }),
  };
};
