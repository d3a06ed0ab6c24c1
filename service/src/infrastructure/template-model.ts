import { EngineError, type TextModel } from '../domain/text-model.ts';

/** `BIOQL_ENGINE=template`: no model at all, so that the template answers every request. */
export const createTemplateModel = (): TextModel => ({
  name: 'template',
  ready: () => true,
  whenReady: async () => undefined,
  complete: async () => {
    throw new EngineError('engine_failed', 'this service runs without a model');
  },
  close: async () => undefined,
});
