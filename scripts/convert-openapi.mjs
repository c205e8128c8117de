// Converts an OpenAPI document with Postman's own converter, once with type placeholders and once with made-up values.
//
//   node convert-openapi.mjs DOCUMENT FOLDER
//
// What the converter makes up at random is made the same each time: ids are left out, and the random numbers are not random.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

let state = 1;
Math.random = () => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};

const [document, folder] = process.argv.slice(2);
const require = createRequire(join(process.env.CONVERTER_NODE_MODULES, "x.js"));
const { convertV2 } = require("openapi-to-postmanv2");

const withoutIds = (key, value) => (["id", "_postman_id"].includes(key) && isUuid(value) ? undefined : value);
const isUuid = (value) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);

function convert(mode) {
  const input = { type: "string", data: readFileSync(document, "utf8") };
  const options = { parametersResolution: mode, folderStrategy: "Tags", requestNameSource: "Fallback" };
  return new Promise((resolve, reject) => {
    convertV2(input, options, (error, result) => {
      if (error || !result.result) reject(error ?? new Error(result.reason));
      else resolve(result.output[0].data);
    });
  });
}

const name = basename(document).split(".")[0];
for (const mode of ["Schema", "Example"]) {
  const collection = await convert(mode);
  const path = join(folder, `${name}.${mode.toLowerCase()}.postman_collection.json`);
  writeFileSync(path, JSON.stringify(collection, withoutIds, 1) + "\n");
}
