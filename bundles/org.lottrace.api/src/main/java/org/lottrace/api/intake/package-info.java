/**
 * Imports of tables, CSV, XLSX or JSON, from another system: a field mapping, a dry run that says what would be written and names
 * every problem, and the import itself, which does exactly that.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.intake;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
