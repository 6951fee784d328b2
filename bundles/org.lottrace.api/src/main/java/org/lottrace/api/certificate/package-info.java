/** Whether the record of lots is complete, as several witnesses know it independently of each other. */
@Export
@Version("1.0.0")
package org.lottrace.api.certificate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
