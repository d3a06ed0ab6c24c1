import type * as vscode from 'vscode';

const MOST_INPUT_TOKENS = 32_000;
const MOST_OUTPUT_TOKENS = 2_048;

export const MODEL: vscode.LanguageModelChatInformation = {
  id: 'bioql',
  name: 'BioQL',
  family: 'bioql',
  version: '3.3.0',
  maxInputTokens: MOST_INPUT_TOKENS,
  maxOutputTokens: MOST_OUTPUT_TOKENS,
  // It calls no tools; without this it could not be chosen in Agent mode.
  capabilities: { toolCalling: true, imageInput: false },
};
