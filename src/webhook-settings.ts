import { createHmac } from 'node:crypto';
import type { WebhookSettings } from './bot/webhook.ts';
import type { Config } from './config.ts';

/**
 * Where Telegram is to send updates, and the secret it shows there; null: long polling. The secret follows from
 * the token where none is set, so it is the same for all processes of a fleet.
 */
export function webhookSettings(
  { webhookUrl, webhookSecret }: Pick<Config, 'webhookUrl' | 'webhookSecret'>,
  token: string,
): WebhookSettings | null {
  if (!webhookUrl) return null;
  const secret = webhookSecret ?? createHmac('sha256', token).update('webhook').digest('hex');
  return { url: `${webhookUrl}/telegram`, secret };
}
