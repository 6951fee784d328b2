/** The rows of the audit log. Only the login bundle writes here, for {@code AuditLog}. */
@Export
@Version("1.0.0")
package org.lottrace.api.audit.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
