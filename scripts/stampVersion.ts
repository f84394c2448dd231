import { stampVersion } from "../Solution/pack/version";

/** Writes the version of package.json to where the platform reads it. Run in the folder of package.json. */
const written = stampVersion(".");
console.log(written.length > 0 ? `version written to ${written.join(", ")}` : "versions agree");
