// node check.mjs FILE…  →  JSON: for each file what mail programs do not support, and what is no valid HTML.
import { readFileSync } from "node:fs";
import { caniemail } from "caniemail";
import { HtmlValidate } from "html-validate";

const clients = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "samsung-email.*", "thunderbird.*"];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "no-inline-style": "off", // styles are inlined because programs drop <style>
    "no-conditional-comment": "off", // Outlook's tables stand in them
    "prefer-native-element": "off", // a program that does not know <main> drops it
  },
});
// deprecated in HTML 5, and all that Outlook understands
const tables = /Attribute "(width|align|valign|cellpadding|cellspacing|border)" is deprecated on <(table|td)> element/;

const told = {};
for (const file of process.argv.slice(2)) {
  const html = readFileSync(file, "utf8");
  const { issues } = caniemail({ clients, html });
  const unsupported = {};
  for (const [client, found] of issues.errors) {
    for (const { title } of found) (unsupported[title] ??= new Set()).add(client);
  }
  const { results } = await validator.validateString(html);
  told[file] = {
    unsupported: Object.fromEntries(Object.entries(unsupported).map(([title, who]) => [title, [...who].sort()])),
    invalid: results
      .flatMap((result) => result.messages)
      .filter(({ message }) => !tables.test(message))
      .map(({ ruleId, line, message }) => `${ruleId} ${line}: ${message}`),
  };
}
console.log(JSON.stringify(told));
