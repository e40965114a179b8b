// Is what the server sends valid HTML, before a browser mends it?
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Style and pictures come from this very server, as the policy in the headers demands.
      'require-sri': 'off',
      // A wide table scrolls in a region of its own: a plain box with a role and a name, not a part of the outline.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }),
);

/** Inside an island Leptos needs its marks; a parser reads them as empty comments. */
const withoutMarks = (html) => html.replace(/<leptos-island[\s\S]*?<\/leptos-island>/g, (island) => island.replaceAll('<!>', ''));

/** What is wrong with a page, in words. */
export function invalid(html) {
  const { results } = validator.validateStringSync(withoutMarks(html));
  return results.flatMap((one) => one.messages).map((one) => `${one.ruleId}: ${one.message} ${one.selector ?? ''}`);
}
