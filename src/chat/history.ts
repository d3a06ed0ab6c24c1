import type { Attachment, Message } from '@bioql/language/chat/turn';
import * as vscode from 'vscode';
import type { Conversation } from '../core/chat/conversation.ts';

/** Larger files are no programs. */
const MOST_CHARACTERS = 200_000;

export const conversationOf = async (
  { prompt, command, references }: vscode.ChatRequest,
  { history }: vscode.ChatContext,
): Promise<Conversation> => {
  const given = await Promise.all(references.filter(isMaterial).map(({ value }) => attachmentOf(value)));
  const attachments = given.flatMap((attachment) => attachment ?? []);
  return {
    earlier: history.map(messageOf),
    command,
    prompt,
    attachments: attachments.length > 0 ? attachments : inEditor(),
  };
};

function messageOf(turn: vscode.ChatRequestTurn | vscode.ChatResponseTurn): Message {
  if ('prompt' in turn) {
    const { command, prompt } = turn;
    return { role: 'user', content: command === undefined ? prompt : `/${command} ${prompt}` };
  }
  const texts = turn.response.map((part) => (part instanceof vscode.ChatResponseMarkdownPart ? part.value.value : ''));
  return { role: 'assistant', content: texts.join('') };
}

/** Instructions and skills come as references, too; they are no programs. */
const isMaterial = ({ id, value }: vscode.ChatPromptReference): boolean => {
  const path = value instanceof vscode.Uri ? value.path : '';
  return !/custom|instruction|prompt|skill/i.test(id) && !/(?:\.instructions|\.prompt|SKILL|AGENTS)\.md$/.test(path);
};

async function attachmentOf(value: unknown): Promise<Attachment | undefined> {
  if (typeof value === 'string') return { name: '', content: value };
  const uri = value instanceof vscode.Uri ? value : value instanceof vscode.Location ? value.uri : undefined;
  if (uri === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(uri).then(
    (opened) => opened,
    // A folder, a picture or a file that has gone is nothing to read.
    () => undefined,
  );
  const content = document?.getText(value instanceof vscode.Location ? value.range : undefined);
  if (content === undefined || content.length > MOST_CHARACTERS) return undefined;
  return { name: vscode.workspace.asRelativePath(uri), content };
}

/** The selection, else the Python file that BioQL is in play in. */
function inEditor(): Attachment[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'python') return [];
  const { document, selection } = editor;
  const content = document.getText(selection.isEmpty ? undefined : selection);
  if (content.length > MOST_CHARACTERS || (selection.isEmpty && !/quantum|bioql/i.test(content))) return [];
  return [{ name: vscode.workspace.asRelativePath(document.uri), content }];
}
