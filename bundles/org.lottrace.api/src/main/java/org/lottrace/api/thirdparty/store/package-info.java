/** The port of the stores for third-party warehouses; its owner is the service of the same subject. */
@Export
@Version("1.0.0")
package org.lottrace.api.thirdparty.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
