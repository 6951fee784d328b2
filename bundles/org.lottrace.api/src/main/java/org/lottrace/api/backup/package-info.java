/** A copy of everything that is stored, in one file, whichever database it comes from and goes to. */
@Export
@Version("1.0.0")
package org.lottrace.api.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
