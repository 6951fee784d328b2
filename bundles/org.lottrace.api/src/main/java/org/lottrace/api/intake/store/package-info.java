/** The rows of field mappings. Only the intake bundle writes here, for {@code ImportMappings}. */
@Export
@Version("1.0.0")
package org.lottrace.api.intake.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
