import type { PortalAsk } from '../../portal-messages.ts';
import { paramsOf, type FormPost } from './params-of.ts';
import { readWidgetParams } from './read-widget-params.ts';
import { widgetAt } from './widget-at.ts';

/**
 * What a request for a frame asks the widget for. `none`: it leads elsewhere, or asks for nothing.
 * `same`: the widget goes on by itself, with what it was asked before; what it sends then is not
 * looked at.
 */
export function askIn(post: FormPost): PortalAsk | 'none' | 'same' {
  const widget = widgetAt(post.url);
  if (!widget) return 'none';
  const { initiator = 'null', method } = post;
  const isOwn = initiator === widget.origin;
  if (isOwn && !widget.ancestors.includes(widget.origin)) return 'same';
  const [params, ...others] = paramsOf(post);
  if (params === undefined && isOwn) return 'same';
  if (params === undefined && method !== 'POST') return 'none';
  const read = params !== undefined && others.length === 0 ? readWidgetParams(params) : undefined;
  return { origin: initiator, ...(read ?? { operation: '', wants: [], unread: ['all'] }) };
}
