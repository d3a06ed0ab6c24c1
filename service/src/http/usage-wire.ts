import type { ReceiptResponse, TransactionRow, UsageRequest, UsageResponse, UsageSum } from '@bioql/contract/usage';
import type { FeatureUsage, UsageReport } from '../application/usage-report.ts';
import type { PageOf, Receipt, RequestUsage, Transaction, UsageTotals } from '../domain/ledger.ts';
import { wireUsd } from '../domain/money.ts';
import { cursorOf, daysOf } from './span-query.ts';

const sumBody = ({ requests, seconds, promptTokens, completionTokens, cost }: UsageTotals): UsageSum => ({
  requests,
  seconds,
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  cost_usd: wireUsd(cost),
});

const featureBody = (usage: FeatureUsage) => ({ feature: usage.feature, ...sumBody(usage) });

const requestBody = (request: RequestUsage): UsageRequest => ({
  request_id: request.requestId,
  at: request.at.toISOString(),
  feature: request.feature,
  source: request.source,
  seconds: request.seconds,
  prompt_tokens: request.promptTokens,
  completion_tokens: request.completionTokens,
  cost_usd: wireUsd(request.cost),
});

export const usageBody = (report: UsageReport, { span }: PageOf, requestId: string): UsageResponse => ({
  ...daysOf(span),
  time_zone: 'UTC',
  currency: 'USD',
  balance: wireUsd(report.balance),
  totals: sumBody(report.totals),
  days: report.days.map((day) => ({ day: day.day, ...sumBody(day), features: day.features.map(featureBody) })),
  months: report.months.map((month) => ({ month: month.month, ...sumBody(month) })),
  features: report.features.map(featureBody),
  requests: report.page.items.map(requestBody),
  next_cursor: cursorOf(report.page),
  request_id: requestId,
});

export const receiptBody = (receipt: Receipt): ReceiptResponse['receipt'] => ({
  ...requestBody(receipt),
  held_usd: wireUsd(receipt.held),
  held_at: receipt.heldAt.toISOString(),
});

export const transactionBody = ({ id, at, kind, amount, charge, feature, requestId }: Transaction): TransactionRow => ({
  id,
  at: at.toISOString(),
  kind,
  amount_usd: wireUsd(amount),
  charge_usd: charge === undefined ? null : wireUsd(charge),
  feature: feature ?? null,
  for_request: requestId ?? null,
});
