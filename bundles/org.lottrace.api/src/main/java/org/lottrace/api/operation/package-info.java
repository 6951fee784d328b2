/** What makes a method of a service an operation that adapters offer, and who may call it. */
@Export
@Version("1.0.0")
package org.lottrace.api.operation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
