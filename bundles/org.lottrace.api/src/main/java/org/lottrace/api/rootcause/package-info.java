/** What lots with complaints have in common and others have not. */
@Export
@Version("1.0.0")
package org.lottrace.api.rootcause;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
