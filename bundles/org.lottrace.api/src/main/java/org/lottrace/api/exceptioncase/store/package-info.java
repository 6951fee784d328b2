/** The rows of exception cases. Only the bundle that captures movements writes here. */
@Export
@Version("1.0.0")
package org.lottrace.api.exceptioncase.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
